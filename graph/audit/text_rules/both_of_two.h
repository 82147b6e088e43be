// Words for both of two persons whom a text has named: "the two men", "l'un et l'autre".
//
// A pronoun in the singular behind them tells nothing of whom of the two it stands for, however far
// their names stand above.
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>

#include "graph/audit/text_rules/persons.h"
#include "graph/audit/text_under_audit.h"

namespace stemma {

// Words between two of whom one sentence speaks alike.
inline constexpr uint32_t kBetweenMax = 12;

struct BothOfTwo {
  const Person* first = nullptr;  // of `persons`; neither is null
  const Person* second = nullptr;
  TokenRange sentence;  // which speaks of both
};

// The last words for both in `range`, and whom they stand for. Nothing where their sentence or what
// follows in `range` speaks of one person of `gender`, and where two are not named above.
std::optional<BothOfTwo> FindBoth(const TextUnderAudit& text, const Persons& persons,
                                  TokenRange range, Gender gender);

}  // namespace stemma
