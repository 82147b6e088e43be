// Where many nodes stand in the chains at once: their depth, their ends, their next choke point.
//
// `depth` asks one node and reads what it reaches; a picture of some hundred nodes would read the
// same chains as many times. Here they are read once.
// Source: docs/algorithms.md. Thread safety: pure functions over a const view.
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/algo/chain.h"
#include "graph/algo/cycles.h"
#include "graph/algo/end_counts.h"
#include "graph/algo/filter.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct Standing {
  Depth depth;
  EndCounts ends{};
  bool is_origin = false;
  std::optional<NodeId> shown;  // the node that it is folded into, where that is another
  std::optional<NodeId> choke;  // the nearest node that each of its chains to an origin passes
};

struct Standings {
  // Of the works, quotes and claims among the nodes asked.
  std::unordered_map<NodeId, Standing> of;
  std::vector<Circle> circles;  // behind any of them; largest first, ties by first id
};

// `nodes` are present in what the filter leaves. Linear in what works and quotes reach, with one
// search more for each of their ends; each claim is asked by itself, since it may not borrow its
// neighbours' sources.
Result<Standings> StandingsOf(const GraphView& graph, std::span<const NodeId> nodes,
                              const Filter& filter);

}  // namespace stemma
