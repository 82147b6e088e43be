// Groups of spellings that count as one, written as a table of lines and asked for two spellings.
//
// A spelling may be in several groups: "sandy" is short for "alexander" and for "sandra", which
// does not make these two one.
// Thread safety: const calls from several threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stemma {

class SpellingGroups {
 public:
  // Each line is a group, its spellings parted by "|".
  explicit SpellingGroups(std::span<const std::string_view> lines);

  bool Has(std::string_view spelling) const;
  // Whether a group has both; false for one spelling twice. What is no letter or digit is passed
  // over.
  bool AreTogether(std::string_view a, std::string_view b) const;

 private:
  std::unordered_map<std::string, std::vector<uint32_t>> groups_of_;
};

}  // namespace stemma
