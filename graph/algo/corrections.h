// The corrections on record of nodes that a chain shows: who corrects them, how, and when.
//
// Whoever reads a chain must learn that a work on it was retracted, whether or not the correcting
// work is on any chain. A folded node is corrected where any of its members is; an edge between two
// of its own members vanishes, as any edge inside a folded node does. The filter holds of the
// correcting work and, by its second clock, of the edge.
//
// Source: docs/algorithms.md, "Corrections"; cito:corrects, cito:retracts.
// Thread safety: one thread; it remembers what it has read.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/algo/filtered_view.h"
#include "graph/algo/folding.h"
#include "graph/base/result.h"

namespace stemma {

struct Correction {
  std::string by;         // id of the correcting work, as the edge names it
  std::string corrected;  // id of the node that was asked, or of one folded with it, as named there
  std::string how;        // as recorded; "correction" where nothing is said
  AssertionStatus status = AssertionStatus::kAsserted;
  std::string date;  // of the correcting work, as written; empty: undated
};

class Corrections {
 public:
  // Borrows `view`.
  explicit Corrections(const FilteredView& view) : view_(view), folding_(view) {}

  // Reads those of nodes not read before, which the filter leaves. One batch for all edges, and a
  // few reads for each correction found.
  Status Load(std::span<const NodeId> nodes);

  // Of a node that was loaded: by the correcting work's id, then by the corrected one's.
  std::span<const Correction> Of(NodeId node) const;
  // Those of `nodes` that have some, in their order, each once; loads what is not loaded.
  Result<std::vector<NodeId>> CorrectedAmong(std::span<const NodeId> nodes);

 private:
  Status Add(NodeId node, NodeId corrected, const EdgeFacts& edge);

  const FilteredView& view_;
  Folding folding_;
  std::unordered_map<NodeId, std::vector<Correction>> found_;
};

}  // namespace stemma
