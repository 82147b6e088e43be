#include "graph/algo/present_nodes.h"

#include <algorithm>

namespace stemma {

Result<std::vector<NodeId>> PresentNodes(const FilteredView& view, FilteredArrays& arrays,
                                         bool (*is_wanted)(NodeKind)) {
  std::vector<NodeId> present;
  uint64_t in_arrays = 0;
  for (NodeId node{0}; node.value < arrays.NodeCount(); ++node.value) {
    const NodeNote& note = arrays.Of(node);
    in_arrays += note.facts_hold ? 1 : 0;
    if (note.facts_hold && is_wanted(note.kind) && arrays.IsPresent(node, note)) {
      present.push_back(node);
    }
  }
  STEMMA_ASSIGN(const GraphCounts counts, view.Graph().Counts());
  if (in_arrays == counts.nodes) {
    return present;
  }
  std::vector<NodeId> candidates;
  STEMMA_TRY(view.Graph().ScanNodes([&](NodeId node, const NodeFacts& facts) {
    if (is_wanted(facts.kind) && !arrays.Of(node).facts_hold) {
      candidates.push_back(node);
    }
    return true;
  }));
  // Asked again, because a date may have been another one by the filter's second clock.
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(candidates));
  for (size_t i = 0; i < candidates.size(); ++i) {
    if (view.IsPresent(candidates[i], facts[i])) {
      present.push_back(candidates[i]);
    }
  }
  std::sort(present.begin(), present.end());
  return present;
}

}  // namespace stemma
