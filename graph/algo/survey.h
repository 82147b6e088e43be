// The sourcing graph of a whole store, read once for all the questions about all of it.
//
// Depth of all works and circular sourcing each need every chain there is; who asks both reads the
// store once.
// Source: docs/algorithms.md, "The whole store".
// Thread safety: immutable once built.
#pragma once

#include "graph/algo/reach.h"
#include "graph/algo/sourcing_graph.h"

namespace stemma {

class Survey {
 public:
  // Everything that the filter leaves of a graph, which is borrowed. Linear in the graph.
  static Result<Survey> Of(const GraphView& graph, const Filter& filter);

  const FilteredView& View() const { return view_; }
  const SourcingGraph& Sources() const { return sources_; }  // from every work and quote
  const Components& Order() const { return components_; }

 private:
  Survey(FilteredView view, SourcingGraph sources);

  FilteredView view_;
  SourcingGraph sources_;
  Components components_;
};

}  // namespace stemma
