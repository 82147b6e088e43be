// The sourcing graph of a whole store, or of what many nodes lead to, read once for all questions.
//
// Depth of all works and circular sourcing each need every chain there is; who asks both reads the
// store once.
// Source: docs/algorithms.md, "The whole store".
// Thread safety: immutable once built.
#pragma once

#include <span>

#include "graph/algo/reach.h"
#include "graph/algo/sourcing_graph.h"

namespace stemma {

class Survey {
 public:
  // From every work and quote that the filter leaves of a graph, which is borrowed. Linear in it.
  static Result<Survey> Of(const GraphView& graph, const Filter& filter);

  // What is behind these nodes, which are works and quotes that the filter leaves:
  // Sources().Starts() are their vertices, in that order. Linear in what they reach.
  static Result<Survey> Behind(const GraphView& graph, const Filter& filter,
                               std::span<const NodeId> starts);

  const FilteredView& View() const { return view_; }
  const SourcingGraph& Sources() const { return sources_; }
  const Components& Order() const { return components_; }

 private:
  Survey(FilteredView view, SourcingGraph sources);

  FilteredView view_;
  SourcingGraph sources_;
  Components components_;
};

}  // namespace stemma
