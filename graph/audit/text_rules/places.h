// Which line of a text a place stands in, as people look places up.
//
// Source: docs/audit.md.
// Thread safety: const functions are pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stemma {

class PrintedLines {
 public:
  // O(bytes).
  explicit PrintedLines(std::string_view text);

  // The first line is 1.
  size_t At(size_t byte) const;

 private:
  std::vector<size_t> ends_;
};

// Words as a message prints them: “…”, cut when they are many.
std::string InMarks(std::string_view words);

}  // namespace stemma
