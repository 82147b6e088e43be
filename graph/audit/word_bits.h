// The words of a quote as bits: quotes that share few bits share few words, which spares comparing
// them, or even reading them.
//
// Source: Bloom 1970, "Space/time trade-offs in hash coding with allowable errors", with one hash.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace stemma {

// A bit for each word, by its hash. Words of three bytes or fewer have none. O(bytes).
uint64_t WordBits(std::string_view words);

// The share of the bits of the one that has fewer which the other has too; 0 where there are none.
double ShareOfBits(uint64_t a, uint64_t b);

}  // namespace stemma
