// UTF-8 text measured in Unicode code points, the unit of every text position in stemma.
//
// Positions in files and JSON are code points (W3C Web Annotation, TextPositionSelector);
// strings in memory are bytes. These functions are the only bridge between the two.
// Source: ICU utf8.h; Unicode 15, table 3-7 (well-formed byte sequences).
// Thread safety: all functions are pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stemma {

// The bytes at the beginning of `text` that are ASCII. O(bytes), eight at a time.
size_t AsciiPrefix(std::string_view text);

// The byte offset of the first ill-formed sequence, or nothing. O(bytes).
std::optional<size_t> FirstInvalidUtf8(std::string_view text);

// The number of code points of well-formed `text`. O(bytes).
size_t CodePointCount(std::string_view text);

// The bytes between two code point positions (end exclusive), or nothing when `end` lies behind the
// text or before `start`. The view borrows from `text`. O(bytes up to end).
std::optional<std::string_view> CodePointSlice(std::string_view text, size_t start, size_t end);

// Columns that a terminal needs to show `text`: wide characters take two, combining marks none.
// Source: Unicode TR 11 (East Asian Width).
size_t DisplayWidth(std::string_view text);

// `text` cut to at most `columns_max` columns; where something is cut, the last column is "…".
std::string TruncateToWidth(std::string_view text, size_t columns_max);

// Case, accents, compatibility forms and apostrophes folded away, runs of white space made one
// space: two names with the same folding are spelled alike for a reader. O(bytes).
// Source: ICU Normalizer2 (NFKC_Casefold) and the removal of combining marks.
std::string FoldName(std::string_view text);

// The words of `text`, each folded as by FoldName, in order; punctuation and spaces are no words.
// Words of plain ASCII are told apart without ICU where no rule joins them across punctuation.
// Source: Unicode TR 29 word boundaries, by ICU.
std::vector<std::string> FoldedWords(std::string_view text);

}  // namespace stemma
