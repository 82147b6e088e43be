// Places of a text as rules look them up and as messages name them.
//
// Source: docs/audit.md.
// Thread safety: const functions are pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/audit/text_under_audit.h"

namespace stemma {

class PrintedLines {
 public:
  // O(bytes).
  explicit PrintedLines(std::string_view text);

  // In which line of the text the byte stands, as people look places up; the first line is 1.
  size_t At(size_t byte) const;

 private:
  std::vector<size_t> ends_;
};

// The first token that begins at the byte or behind it. O(log tokens).
uint32_t TokenAt(const TextUnderAudit& text, size_t byte);

// Whether somebody else's words hold the byte. O(log quotes).
bool IsBetweenMarks(const TextUnderAudit& text, size_t byte);

// "words" as a message prints them: in quotation marks, on one line, cut when they are many.
std::string ExcerptInMarks(std::string_view words);

}  // namespace stemma
