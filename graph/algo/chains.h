// Lists the chains of a question: simple paths, shortest first, ties by node ids in byte order.
//
// There may be exponentially many, so each length is searched in turn, pruned by both bounds on the
// hops that are left, and the search remembers the next length worth trying: no chain is kept
// before it is listed, and memory is that of one path.
//
// Source: Korf 1985, "Depth-first iterative-deepening: an optimal admissible tree search", AI 27.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/algo/question.h"

namespace stemma {

struct ChainLimits {
  uint64_t chains_max = 100;
  std::optional<uint64_t> hops_max;
  // Steps of the search before it gives up, so that a dense circle cannot hold a desk up.
  uint64_t steps_max = 5'000'000;
  // Whether chains_max is all that is wanted: then nobody looks whether there are more.
  bool stops_when_full = false;
};

struct ChainList {
  std::vector<Chain> chains;
  bool truncated = false;  // more exist, or the search gave up
};

// `view` is the one that `question` was asked of. `target`: only chains that arrive at this node,
// which end there.
Result<ChainList> ListChains(const FilteredView& view, const Question& question,
                             std::optional<NodeId> target, const ChainLimits& limits);

}  // namespace stemma
