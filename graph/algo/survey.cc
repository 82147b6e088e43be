#include "graph/algo/survey.h"

#include <utility>

#include "graph/algo/filtered_arrays.h"
#include "graph/algo/present_nodes.h"

namespace stemma {
namespace {

bool IsSourced(NodeKind kind) {
  return IsWork(kind) || kind == NodeKind::kQuote;
}

}  // namespace

Survey::Survey(FilteredView view, SourcingGraph sources)
    : view_(std::move(view)), sources_(std::move(sources)), components_(Components::Of(sources_)) {
}

Result<Survey> Survey::Of(const GraphView& graph, const Filter& filter) {
  FilteredView view(graph, filter);
  FilteredArrays arrays(view, /*for_claim=*/false);
  STEMMA_ASSIGN(const std::vector<NodeId> starts, PresentNodes(view, arrays, IsSourced));
  return Behind(graph, filter, starts);
}

Result<Survey> Survey::Behind(const GraphView& graph, const Filter& filter,
                              std::span<const NodeId> starts) {
  FilteredView view(graph, filter);
  STEMMA_ASSIGN(SourcingGraph sources, SourcingGraph::Build(view, starts));
  return Survey(std::move(view), std::move(sources));
}

}  // namespace stemma
