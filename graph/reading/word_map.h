// Lists of words, asked for a word as printed: case and apostrophes do not matter.
//
// Most words of a text are in no list, so length and first byte are compared before anything else.
// Source: docs/reading.md.
// Thread safety: plain values; const functions are pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/reading/word_table.h"

namespace stemma {

inline constexpr size_t kListedBytesMax = 40;  // below 60, for the bits of WordMap
using WordBuffer = std::array<char, kListedBytesMax>;

// `printed` in lower case (ASCII and the letters of Latin-1), typographic apostrophes straight and
// a last period left out; empty when it is longer than any listed word. Borrows from `buffer`.
std::string_view LowerWord(std::string_view printed, WordBuffer& buffer);

// Whether `printed` is `lower`, a word as LowerWord writes it.
bool IsSameWord(std::string_view printed, std::string_view lower);

class WordMap {
 public:
  // Each string, a literal, holds words parted by spaces, all with the value beside it.
  WordMap(std::initializer_list<std::pair<std::string_view, int>> lists);
  explicit WordMap(std::string_view words) : WordMap({{words, 1}}) {}

  std::optional<int> Find(std::string_view printed) const {
    if (printed.empty() || printed.size() > kListedBytesMax) {
      return std::nullopt;
    }
    const uint64_t sizes = sizes_by_first_[static_cast<unsigned char>(printed.front())] &
                           sizes_by_last_[static_cast<unsigned char>(printed.back())];
    return (sizes >> printed.size() & 1U) != 0 ? FindLower(printed) : std::nullopt;
  }
  bool Has(std::string_view printed) const { return Find(printed).has_value(); }

 private:
  std::optional<int> FindLower(std::string_view printed) const;
  static void AddSizes(char byte, uint64_t sizes, std::array<uint64_t, 256>& by_byte);

  WordTable<int> values_;
  // By first and by last byte, a bit for each size of such words as printed.
  std::array<uint64_t, 256> sizes_by_first_{};
  std::array<uint64_t, 256> sizes_by_last_{};
};

}  // namespace stemma
