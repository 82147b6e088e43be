// Code point positions of one text, for many byte positions of it.
//
// Findings lie anywhere in a text and are printed in any order; counting for each of them from the
// start would take the square of their number. A count every few hundred bytes makes each answer a
// short step from one of those.
// Source: docs/json.md (positions are code points).
// Thread safety: const calls from several threads.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace stemma {

class CodePoints {
 public:
  // `text` is well-formed UTF-8 and is borrowed. O(bytes), once.
  explicit CodePoints(std::string_view text);

  // The code points before byte `at`, which is not behind the text and begins a code point. O(1).
  size_t At(size_t at) const;

  // The byte at which code point `position` begins, or the text's end when there are no more.
  // O(log bytes).
  size_t ByteOf(size_t position) const;

  // As CodePointSlice (utf8.h). Borrows from the text. O(log bytes).
  std::optional<std::string_view> Slice(size_t start, size_t end) const;

 private:
  std::string_view text_;
  std::vector<size_t> counts_;  // at the start of each block; empty when all of it is ASCII
};

}  // namespace stemma
