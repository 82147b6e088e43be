// The part of a graph that a question is about: what is left out before anything is folded.
//
// Source: docs/algorithms.md, "Filter, then fold".
// Thread safety: a plain value.
#pragma once

#include <optional>
#include <vector>

#include "graph/base/edtf.h"
#include "graph/model/facts.h"

namespace stemma {

struct Filter {
  // As if these nodes did not exist. Nodes that were folded with one of them stay.
  std::vector<NodeId> without;
  // Works that may have been published by then: their interval does not start later.
  std::optional<Instant> as_of;
  // Only assertions made by then.
  Instant known_at = kDistantFuture;
  // Sourcing edges, `states`, `same_as` and `part_of` below this are not followed; 0 to 1.
  double confidence_min = 0;
  // False: as if inferred and disputed edges did not exist.
  bool with_uncertain = true;
};

// Edges to which confidence_min and with_uncertain apply.
inline bool IsFiltered(EdgeKind kind) {
  return IsSourcing(kind) || kind == EdgeKind::kStates || IsFolding(kind);
}

}  // namespace stemma
