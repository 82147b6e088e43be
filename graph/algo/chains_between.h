// The chains from one node to another, shortest first; and where there is none, why.
//
// The same chains that tracing lists, with the same ties, so that both name the same one; only one
// is looked for where only one is asked. "No chain" is often a question put the wrong way round, or
// put to a node that stands behind an origin, where chains end: both are looked at then.
//
// Source: docs/algorithms.md, "Chains"; graph/algo/chains.h.
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/algo/chain.h"
#include "graph/algo/filter.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct BetweenOptions {
  std::optional<uint64_t> hops_max;    // leaves out longer chains
  std::optional<uint64_t> chains_max;  // lists that many; nothing: the shortest alone
};

struct ChainsBetween {
  NodeId from;
  NodeId to;
  NodeKind from_kind = NodeKind::kArticle;
  NodeKind to_kind = NodeKind::kArticle;
  std::vector<Chain> chains;  // of equally short ones the first by the ids of its nodes
  bool truncated = false;     // there are more than chains_max, or the search gave up
  // Of the rest, something only where there is no chain.
  std::optional<uint64_t> hops_beyond;  // of the shortest, if all are longer than hops_max
  std::optional<uint64_t> hops_back;    // of the shortest from `to` to `from`
  std::optional<NodeId> ends_before;    // where chains end, though its sources lead on to `to`
};

// A chain of a claim begins at what states it. A node and itself, or one folded with it: one chain
// of no hop. InvalidInput when the filter leaves either node out. Cost: linear in what `from`
// reaches (and `to`, where there is no chain), then proportional to what is listed; for
// `ends_before` a few thousand nodes behind the ends are looked at, and those farther are not
// found.
Result<ChainsBetween> FindChainsBetween(const GraphView& graph, NodeId from, NodeId to,
                                        const Filter& filter, const BetweenOptions& options);

}  // namespace stemma
