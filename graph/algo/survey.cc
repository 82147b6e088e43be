#include "graph/algo/survey.h"

#include <algorithm>
#include <utility>

#include "graph/algo/filtered_arrays.h"

namespace stemma {
namespace {

bool IsSourced(NodeKind kind) {
  return IsWork(kind) || kind == NodeKind::kQuote;
}

// Every work and quote that the filter leaves, rising. The store is read through only where the
// arrays do not know every node.
Result<std::vector<NodeId>> WorksAndQuotes(const FilteredView& view) {
  FilteredArrays arrays(view, /*for_claim=*/false);
  std::vector<NodeId> present;
  uint64_t in_arrays = 0;
  for (NodeId node{0}; node.value < arrays.NodeCount(); ++node.value) {
    const NodeNote& note = arrays.Of(node);
    in_arrays += note.facts_hold ? 1 : 0;
    if (note.facts_hold && IsSourced(note.kind) && arrays.IsPresent(node, note)) {
      present.push_back(node);
    }
  }
  STEMMA_ASSIGN(const GraphCounts counts, view.Graph().Counts());
  if (in_arrays == counts.nodes) {
    return present;
  }
  std::vector<NodeId> candidates;
  STEMMA_TRY(view.Graph().ScanNodes([&](NodeId node, const NodeFacts& facts) {
    if (IsSourced(facts.kind) && !arrays.Of(node).facts_hold) {
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

}  // namespace

Survey::Survey(FilteredView view, SourcingGraph sources)
    : view_(std::move(view)), sources_(std::move(sources)), components_(Components::Of(sources_)) {
}

Result<Survey> Survey::Of(const GraphView& graph, const Filter& filter) {
  FilteredView view(graph, filter);
  STEMMA_ASSIGN(const std::vector<NodeId> starts, WorksAndQuotes(view));
  STEMMA_ASSIGN(SourcingGraph sources, SourcingGraph::Build(view, starts));
  return Survey(std::move(view), std::move(sources));
}

}  // namespace stemma
