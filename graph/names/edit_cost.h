// How far two spellings are apart: an edit distance in which what is easily confused costs less.
//
// A plain distance takes every letter for as good as any other; but spellings of one name differ in
// vowels, doubled letters and sounds that languages write in different ways ("zh", "j"), and
// typists swap neighbours.
// Source: Damerau (1964) and Wagner & Fischer (1974); the cliff by length is that of rigour's name
// comparison (github.com/opensanctions/rigour).
// Thread safety: pure.
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>

namespace stemma {

// Of words in small ASCII letters and digits; " " may part words, which costs little. 0 for equal
// texts; one letter for another that does not resemble it costs 1. Above `cost_max` it is only some
// cost above it. O(letters of a times letters of b).
double EditCost(std::string_view a, std::string_view b,
                double cost_max = std::numeric_limits<double>::max());

// The largest cost at which texts of `letters` letters may still be spellings of one name: none at
// three, about one at five, two at eight, three at fifteen.
double EditCostMax(size_t letters);

}  // namespace stemma
