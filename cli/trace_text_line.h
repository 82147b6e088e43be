// Lines for a terminal: pieces of tinted text that are measured, cut and wrapped before any colour.
//
// Colour codes have no width and must not be cut in two, so that a line stays a list of pieces
// until it is written. No line that leaves here is wider than the terminal. Source: Unicode TR 11,
// by graph/base/utf8.h. Thread safety: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"

namespace stemma {

struct Piece {
  std::string text;
  Tint tint = Tint::kPlain;
};
using Line = std::vector<Piece>;

// A line that may end in a mark ("● ORIGIN, 4 hops"); marks of one block stand below each other.
struct MarkedLine {
  Line content;
  size_t keep_columns =
      0;             // of the content, from its start: what must not be cut for a mark's sake
  Line mark;         // may be empty
  std::string hang;  // put before a mark that needs a line of its own
};

// `text` on one line and safe to print: control characters and runs of white space are one space,
// and characters that turn the direction of what follows are left out. O(bytes).
std::string Printable(std::string_view text);

// The first words of `text` that fit, in quotation marks, with "…" where some are missing; with
// less than four columns, nothing.
std::string WordsInMarks(std::string_view text, size_t columns_max);

// `text` broken at spaces; the first line has `columns_first`, all others `columns_rest`. A longer
// word is cut. Where more than `lines_max` would be needed, the last ends in "…".
std::vector<std::string> WrapWords(std::string_view text, size_t columns_first, size_t columns_rest,
                                   size_t lines_max);

// `sentence` on as many lines as it needs, each with its end, all but the first indented.
std::string Wrapped(std::string_view sentence, size_t columns);

size_t WidthOf(const Line& line);

// `line` with colour, cut to `columns_max`, without a line end.
std::string Render(const Line& line, const Terminal& terminal, size_t columns_max);

// All of them, each with its line end, the marks in one column as far as there is room.
std::string Render(const std::vector<MarkedLine>& lines, const Terminal& terminal);

// "1 hop", "4 hops".
std::string Counted(size_t count, std::string_view singular, std::string_view plural);

// "and 3 more: a larger --limit lists them".
std::string AndMore(uint64_t left_out);

// "a", "a and b", "a, b and c"; behind `listed_max` names "and n more".
std::string Enumerated(const std::vector<std::string>& names, size_t listed_max);

}  // namespace stemma
