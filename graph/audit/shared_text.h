// How much of their own words two texts share, and which passages.
//
// Counted are runs of six words outside quotation marks (fingerprints.h), each once. One text is a
// near copy of the other when at least a quarter of the shorter one's runs stand in the longer, and
// not just a phrase. With one word in ten changed 57 % of them stay, with one in six 38 %; of 3,486
// pairs of real articles none shares more than 12 %, which is a note of the house (docs/audit.md).
// Source: docs/audit.md; Broder 1997, "On the resemblance and containment of documents".
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/audit/fingerprints.h"

namespace stemma {

// A text with fewer runs of its own is too short to say anything: about 30 words.
inline constexpr uint64_t kOwnShinglesMin = 25;
// Of the shorter text's runs, at least one in so many stands in the longer, and at least so many.
inline constexpr uint64_t kNearCopyOneIn = 4;
inline constexpr uint64_t kSharedShinglesMin = 20;

struct Overlap {
  uint64_t shared = 0;
  uint64_t first = 0;  // all of its own
  uint64_t second = 0;

  uint64_t Shorter() const { return first < second ? first : second; }
  bool IsNearCopy() const {
    return Shorter() >= kOwnShinglesMin && shared >= kSharedShinglesMin &&
           shared * kNearCopyOneIn >= Shorter();
  }
};

// Of texts by their OwnShingles. O(words).
Overlap OverlapOf(std::span<const uint64_t> first, std::span<const uint64_t> second);
inline Overlap OverlapOf(const ComparedText& first, const ComparedText& second) {
  return OverlapOf(first.OwnShingles(), second.OwnShingles());
}

// Words in a row that both print.
struct SharedPassage {
  Span first;  // bytes
  Span second;
  uint32_t own_words = 0;  // outside quotation marks in both
};

// The longest by words of their own, at most `passages_max`, none of which overlap in `first`.
// O(words), but for what is repeated: of each run, the first eight places in `second` are tried.
std::vector<SharedPassage> LongestPassages(const ComparedText& first, const ComparedText& second,
                                           size_t passages_max);

// Of the words of `first` outside quotation marks, how many stand in runs that `second` has too.
struct OwnWords {
  uint64_t shared = 0;
  uint64_t all = 0;
};
OwnWords SharedWords(const ComparedText& first, const ComparedText& second);

}  // namespace stemma
