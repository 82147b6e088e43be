// Pairs the parts of two names: which part of the one is which of the other, and at what cost.
//
// Source: docs/names.md. The best pairs are taken first: that the sum be the best of all
// assignments, as the Hungarian method would have it, matters little where a name has few parts.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/names/name_match.h"
#include "graph/names/name_parts.h"

namespace stemma {

// Parts [begin_a, end_a) of the one are parts [begin_b, end_b) of the other; more than one of a
// side where words are joined or parted, or spelled by initials.
struct PartPair {
  size_t begin_a = 0;
  size_t end_a = 0;
  size_t begin_b = 0;
  size_t end_b = 0;
  double cost = 0;        // of edits
  double similarity = 1;  // 0 to 1
  NameDifference how = NameDifference::kSame;
};

struct Pairing {
  std::vector<PartPair> pairs;     // in the order of the first name
  std::vector<size_t> unpaired_a;  // parts that have no partner
  std::vector<size_t> unpaired_b;
};

// Equal consonants make a pair where names are in two scripts. Titles and legal forms are passed
// over. O(parts of a times parts of b, times their letters).
Pairing PairParts(const NameParts& a, const NameParts& b, NameKind kind);

}  // namespace stemma
