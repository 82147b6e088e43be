#include "graph/algo/filtered_view.h"

#include <algorithm>

namespace stemma {

FilteredView::FilteredView(const GraphView& graph, const Filter& filter)
    : graph_(graph),
      arrays_(graph.Arrays()),
      filter_(filter),
      without_(filter.without.begin(), filter.without.end()) {
}

bool FilteredView::LeavesAll() const {
  return without_.empty() && !filter_.as_of && filter_.known_at == kDistantFuture &&
         filter_.confidence_min <= 0 && filter_.with_uncertain;
}

bool FilteredView::IsPresent(NodeId node, const NodeFacts& facts) const {
  if (without_.contains(node)) {
    return false;
  }
  return !filter_.as_of || !IsWork(facts.kind) || !facts.dated ||
         facts.date.start <= *filter_.as_of;
}

bool FilteredView::Holds(const EdgeFacts& edge) const {
  if (edge.status == AssertionStatus::kWithdrawn) {
    return false;
  }
  if (!IsFiltered(edge.kind)) {
    return true;
  }
  // Stored as float: the limit is rounded the same way, so that equal numbers stay equal.
  if (edge.confidence < static_cast<float>(filter_.confidence_min)) {
    return false;
  }
  return filter_.with_uncertain || !IsUncertain(edge.status);
}

Result<std::vector<NodeFacts>> FilteredView::Facts(std::span<const NodeId> nodes) const {
  return graph_.Facts(nodes, filter_.known_at);
}

Result<std::vector<std::vector<EdgeFacts>>> FilteredView::Edges(std::span<const NodeId> nodes,
                                                                Direction direction,
                                                                EdgeKindSet kinds) const {
  STEMMA_ASSIGN(auto lists, graph_.Edges(nodes, direction, kinds, filter_.known_at));
  std::vector<NodeId> ends;
  for (std::vector<EdgeFacts>& list : lists) {
    std::erase_if(list, [this](const EdgeFacts& edge) {
      return !Holds(edge) || without_.contains(edge.other);
    });
    if (filter_.as_of) {
      std::transform(list.begin(), list.end(), std::back_inserter(ends),
                     [](const EdgeFacts& edge) { return edge.other; });
    }
  }
  if (filter_.as_of) {
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, Facts(ends));
    size_t next = 0;
    for (std::vector<EdgeFacts>& list : lists) {
      std::erase_if(list,
                    [&](const EdgeFacts& edge) { return !IsPresent(edge.other, facts[next++]); });
    }
  }
  return lists;
}

Result<NodeState> FilteredView::Node(NodeId node) const {
  const std::vector<NodeId> asked = {node};
  STEMMA_ASSIGN(std::vector<NodeState> states, Nodes(asked));
  return std::move(states.front());
}

Result<std::vector<NodeState>> FilteredView::Nodes(std::span<const NodeId> nodes) const {
  return graph_.Nodes(nodes, filter_.known_at);
}

Status RequirePresent(const FilteredView& view, NodeId node) {
  const std::vector<NodeId> asked = {node};
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(asked));
  if (view.IsPresent(node, facts.front())) {
    return {};
  }
  STEMMA_ASSIGN(const std::vector<std::string> ids, view.Graph().Ids(asked));
  const auto& without = view.Limits().without;
  const bool named = std::find(without.begin(), without.end(), node) != without.end();
  return InvalidInput(ids.front() + ": left out by " + (named ? "--without" : "--as-of") +
                      ", so nothing can be asked of it");
}

}  // namespace stemma
