#include "cli/trace_tree.h"

#include <algorithm>

namespace stemma {
namespace {

TreeNode& ChildOf(std::vector<TreeNode>& children, NodeId node, const Step* step) {
  const auto known = std::find_if(children.begin(), children.end(), [&](const TreeNode& child) {
    return child.node == node && (step == nullptr || child.step->edge == step->edge);
  });
  if (known != children.end()) {
    return *known;
  }
  TreeNode& child = children.emplace_back();
  child.node = node;
  if (step != nullptr) {
    child.step = *step;
  }
  return child;
}

}  // namespace

std::vector<TreeNode> TreesOf(std::span<const Chain> chains) {
  std::vector<TreeNode> trees;
  for (const Chain& chain : chains) {
    TreeNode* at = &ChildOf(trees, chain.nodes.front(), nullptr);
    for (size_t i = 1; i < chain.nodes.size(); ++i) {
      at = &ChildOf(at->children, chain.nodes[i], &chain.steps[i - 1]);
    }
    at->ends.emplace_back(chain.ends, chain.hops);
  }
  return trees;
}

}  // namespace stemma
