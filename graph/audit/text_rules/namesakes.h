// A last name that two persons bear who are only named together: "Karl and Tom Voss … Voss said".
//
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <optional>

#include "graph/audit/text_rules/persons.h"
#include "graph/audit/text_under_audit.h"

namespace stemma {

struct Namesakes {
  const Person* first;  // of `persons`; neither is null
  const Person* second;
};

// The two who bear the name that is all of `mention` and are named before it. Nothing where one of
// them is named alone as well, who is meant then. O(persons).
std::optional<Namesakes> FindNamesakes(const TextUnderAudit& text, const Persons& persons,
                                       TokenRange mention);

}  // namespace stemma
