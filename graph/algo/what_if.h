// What the loss of some nodes does to the rest: who loses the last origin, who comes to sit deeper.
//
// Depth is computed twice, with the nodes and without. Without them only what led through them is
// read again, since nothing else can change: that makes the question about one work of a large
// store little dearer than the depth of the store.
//
// Source: docs/algorithms.md, "What if".
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/algo/chain.h"
#include "graph/algo/filter.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// A work or claim, with both depths. Folded ones are one entry, under the node they are shown under
// before; of those that come apart without the removed, each that fares differently is an entry,
// under that node if it is among them, else under the smallest of them.
struct DepthChange {
  NodeId node;
  NodeKind kind = NodeKind::kArticle;
  Depth before;
  Depth after;
};

struct WorksAndClaims {
  uint64_t works = 0;
  uint64_t claims = 0;
  uint64_t Sum() const { return works + claims; }
};

struct DepthChanges {
  WorksAndClaims count;           // of all, listed or not
  std::vector<DepthChange> list;  // the first of them
};

struct WhatIf {
  WorksAndClaims all;  // that the filter leaves, folded ones once, the removed not counted
  // Of them, works that lead through the removed, and claims that those or the removed state.
  WorksAndClaims through;
  uint64_t through_reached = 0;  // of these, those that reach an origin before
  DepthChanges lost;             // no origin is left; by id in byte order
  DepthChanges deeper;           // min has grown; the most grown first, then by id
};

// `filter.without` are the removed; all else of the filter holds before and after. Lists at most
// `listed_max` of each. Linear in the graph, and for each claim that a work or quote states which
// leads through the removed, in what that claim reaches, twice.
Result<WhatIf> AskWhatIf(const GraphView& graph, const Filter& filter, uint64_t listed_max);

}  // namespace stemma
