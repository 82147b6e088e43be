// Whether a text prints a figure elsewhere too, or what it is made up of.
//
// A figure that the rest of the text bears out is no slip, however much another differs from it.
// Borne out is a figure by one of the same things whose values overlap with its own, by a number
// of nothing that is known with the same value, or by two numbers of which it is the sum or what
// is left. Looked at are the first 2,000 numbers of a text.
// Source: docs/audit.md, "Within one text".
// Thread safety: const calls from several threads.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "graph/audit/text_rules/figures.h"

namespace stemma {

// Whether both count the same things, as far as nouns tell: "miners" and "people" do.
bool AreOfOneKind(const Figure& a, const Figure& b);
// Whether nothing that is said of both differs: what happened, or that one is another's.
bool AreOfOneEvent(const Figure& a, const Figure& b);
// The same of one that is told as known, which may do something else since.
bool MayBeKnownFrom(const Figure& first, const Figure& known);

class PrintedFigures {
 public:
  static constexpr size_t kAnywhere = std::numeric_limits<size_t>::max();

  // Both are borrowed; `figures` are all of the text. O(tokens).
  PrintedFigures(const TextUnderAudit& text, const std::vector<Figure>& figures);

  // Whether another figure or number that begins before the byte agrees with it. O(numbers).
  bool IsBorneOut(const Figure& figure, size_t before = kAnywhere) const;
  // Whether two that are told before the byte make it up, one of them of its things.
  // O(numbers²), of 100 at most.
  bool IsMadeUp(const Figure& figure, size_t before) const;
  // Whether what is missing from `whole` to `part` is told beside `part`. O(numbers).
  bool IsRestTold(const Figure& whole, const Figure& part) const;

 private:
  struct Printed {
    Span span;
    double value = 0;
    uint32_t paragraph = 0;
    bool is_of_them = false;       // "two of them", which adds nothing to the others
    std::optional<size_t> figure;  // what it was read as
  };

  const std::vector<Figure>& figures_;
  std::vector<Printed> numbers_;  // in order
};

}  // namespace stemma
