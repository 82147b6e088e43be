// What of a text may be held against another figure: the figures that were read, and those that
// only their surroundings tell: "kills 40", "12-strong crew", "nine-year sentence", "£2.3m loan",
// "Ida Moe, 43,", "by 27 votes to 21", "the 31 were saved".
//
// A sum of money or a span of years is one of a kind by what it is for, so that its noun here is
// that, where it is known: a loan, a sentence. Of a vote each side is counted against the other.
// Source: docs/audit.md, "Within one text".
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/audit/text_under_audit.h"

namespace stemma {

// The noun of "in 1968".
inline constexpr std::string_view kCalendarYear = "calendar year";
// Of "the 34-year-old", who may be any.
inline constexpr std::string_view kAgeOfOne = "age";

struct Countable {
  Number number;
  std::string noun;        // where the surroundings tell it; else `number.of` does, if anything
  int action = 0;          // see ActionWords; 0: not told
  bool is_thing = false;   // a loan, a sentence, a crew: mostly one of its kind in an article
  bool is_unit = false;    // of money or years, which may be for anything
  bool is_unique = false;  // an age, one side of a vote: there is one for its noun
};

// In order, none within another. O(bytes).
std::vector<Countable> FindCountables(const TextUnderAudit& text);

// Of "12-strong", "nine-year" the number before the hyphen.
std::optional<double> CompoundValue(std::string_view word);

}  // namespace stemma
