// Traces a node back to where it came from: every chain, shortest first, up to a limit.
//
// The number of simple paths is exponential in the worst case, so they are listed lazily, in the
// order that docs/json.md names, and the listing says when it was cut.
//
// Source: docs/algorithms.md. Iterative deepening over exact lengths (Korf 1985,
// "Depth-first iterative-deepening") with both bounds, distance to the nearest end and longest way.
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/algo/chain.h"
#include "graph/algo/filter.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct TraceOptions {
  std::optional<NodeId> to;          // only chains that arrive here
  std::optional<uint64_t> hops_max;  // leaves out longer chains; does not touch depth
  uint64_t chains_max = 100;         // listed for the node, and for each strand
};

struct FirstStated {
  NodeId node;
  std::string date;  // as written; empty: undated
};

// A quote or claim that a work prints, with its own chains.
struct Strand {
  NodeId node;
  NodeKind kind = NodeKind::kQuote;
  Depth depth;
  std::vector<Chain> chains;
  bool truncated = false;
};

struct Trace {
  NodeId node;
  NodeKind kind = NodeKind::kArticle;
  Depth depth;
  std::vector<Chain> chains;
  std::vector<Strand> strands;              // of a work; quotes before claims, then by id
  std::optional<FirstStated> first_stated;  // of a claim
  bool truncated = false;
};

// InvalidInput when the filter leaves the node itself out. Cost: one breadth-first reading of what
// `node` reaches (and of what each strand reaches), then proportional to what is listed.
Result<Trace> TraceNode(const GraphView& graph, NodeId node, const Filter& filter,
                        const TraceOptions& options);

}  // namespace stemma
