#include "graph/export/neighbourhood.h"

#include <vector>

namespace stemma {
namespace {

constexpr EdgeKindSet kFollowed = SetOf(EdgeKind::kDerivedFrom) | SetOf(EdgeKind::kCites) |
                                  SetOf(EdgeKind::kQuotedFrom) | SetOf(EdgeKind::kQuotes) |
                                  SetOf(EdgeKind::kPartOf) | SetOf(EdgeKind::kSameAs);
// Edges whose near end says something about a node that points to it.
constexpr EdgeKindSet kFollowedBack =
    SetOf(EdgeKind::kPartOf) | SetOf(EdgeKind::kSameAs) | SetOf(EdgeKind::kCorrects);

class Spread {
 public:
  explicit Spread(const GraphView& graph) : graph_(graph) {}

  Status From(std::vector<NodeId> nodes) {
    std::vector<NodeId> frontier = Keep(nodes);
    while (!frontier.empty()) {
      std::vector<NodeId> next;
      STEMMA_TRY(Follow(frontier, Direction::kOut, kFollowed, next));
      STEMMA_TRY(Follow(frontier, Direction::kIn, kFollowedBack, next));
      frontier = Keep(next);
    }
    return {};
  }

  // What stands one edge from what is reached: outlets, speakers, claims, mentions.
  Status AddBeside() {
    const std::vector<NodeId> reached(nodes_.begin(), nodes_.end());
    std::vector<NodeId> beside;
    STEMMA_TRY(Follow(reached, Direction::kOut, kAllEdgeKinds, beside));
    Keep(beside);
    return {};
  }

  std::unordered_set<NodeId> Take() { return std::move(nodes_); }

 private:
  Status Follow(const std::vector<NodeId>& from, Direction direction, EdgeKindSet kinds,
                std::vector<NodeId>& next) {
    STEMMA_ASSIGN(const auto lists, graph_.Edges(from, direction, kinds));
    for (const auto& list : lists) {
      for (const EdgeFacts& edge : list) {
        next.push_back(edge.other);
      }
    }
    return {};
  }

  std::vector<NodeId> Keep(const std::vector<NodeId>& nodes) {
    std::vector<NodeId> fresh;
    for (const NodeId node : nodes) {
      if (nodes_.insert(node).second) {
        fresh.push_back(node);
      }
    }
    return fresh;
  }

  const GraphView& graph_;
  std::unordered_set<NodeId> nodes_;
};

}  // namespace

Result<std::unordered_set<NodeId>> Neighbourhood(const GraphView& graph,
                                                 std::span<const NodeId> asked) {
  Spread spread(graph);
  std::vector<NodeId> starts(asked.begin(), asked.end());
  // What leans on a node asked: works that cite it or state it.
  STEMMA_ASSIGN(const auto lists, graph.Edges(starts, Direction::kIn));
  std::vector<NodeId> leaning;
  for (const auto& list : lists) {
    for (const EdgeFacts& edge : list) {
      leaning.push_back(edge.other);
    }
  }
  starts.insert(starts.end(), leaning.begin(), leaning.end());
  STEMMA_TRY(spread.From(std::move(starts)));
  STEMMA_TRY(spread.AddBeside());
  return spread.Take();
}

}  // namespace stemma
