// Chains that share their beginnings, as the tree that a person reads.
//
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "graph/algo/chain.h"

namespace stemma {

struct TreeNode {
  NodeId node;
  std::optional<Step> step;                         // from its parent; nothing at the top
  std::vector<std::pair<ChainEnd, uint64_t>> ends;  // of chains that end here, with their hops
  std::vector<TreeNode> children;                   // in the order of the chains
};

// One tree for each first node, in the order of the chains. Linear in what they hold.
std::vector<TreeNode> TreesOf(std::span<const Chain> chains);

}  // namespace stemma
