#include "graph/algo/neighbourhood.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace stemma {
namespace {

constexpr EdgeKindSet kSources =
    SetOf(EdgeKind::kDerivedFrom) | SetOf(EdgeKind::kCites) | SetOf(EdgeKind::kQuotedFrom);
// No step away, on both sides: the same thing, a part of it, or the word that takes it back.
constexpr EdgeKindSet kOne = SetOf(EdgeKind::kPartOf) | SetOf(EdgeKind::kSameAs);

// Whose it is: all that is said of somebody who merely uses a node asked.
constexpr EdgeKindSet kWhose =
    SetOf(EdgeKind::kPublishedBy) | SetOf(EdgeKind::kWrittenBy) | SetOf(EdgeKind::kSpokenBy);

class Spread {
 public:
  Spread(const GraphView& graph, const NeighbourhoodLimits& limits)
      : graph_(graph), limits_(limits) {}

  // Along sourcing edges from `nodes`, with what a work prints on the way.
  Status Follow(const std::vector<NodeId>& nodes, Direction direction, uint32_t hops) {
    std::unordered_set<NodeId> seen(nodes.begin(), nodes.end());
    std::vector<NodeId> frontier = nodes;
    for (uint32_t hop = 0; !frontier.empty() && !neighbours_.is_cut; ++hop) {
      STEMMA_TRY(AddSelves(frontier, direction, hop == 0, seen));
      if (hop == hops) {
        break;
      }
      STEMMA_ASSIGN(const std::vector<NodeId> next, Next(frontier, direction, hop == 0));
      frontier = Keep(next, seen);
    }
    return {};
  }

  // What these kinds of edges lead to, in this direction.
  Status AddBeside(const std::vector<NodeId>& nodes, Direction direction, EdgeKindSet kinds) {
    std::unordered_set<NodeId> seen = neighbours_.nodes;
    STEMMA_ASSIGN(const std::vector<NodeId> beside, Ends(nodes, direction, kinds));
    Keep(beside, seen);
    return {};
  }

  // Rising, but for those of `others`.
  std::vector<NodeId> ReachedBut(const std::vector<NodeId>& others) const {
    const std::unordered_set<NodeId> left(others.begin(), others.end());
    std::vector<NodeId> reached;
    std::copy_if(neighbours_.nodes.begin(), neighbours_.nodes.end(), std::back_inserter(reached),
                 [&](NodeId node) { return !left.contains(node); });
    std::sort(reached.begin(), reached.end());
    return reached;
  }

  std::vector<NodeId> Keep(const std::vector<NodeId>& nodes, std::unordered_set<NodeId>& seen) {
    std::vector<NodeId> fresh;
    for (const NodeId node : nodes) {
      if (!neighbours_.nodes.contains(node) && neighbours_.nodes.size() >= limits_.nodes_max) {
        neighbours_.is_cut = true;
        break;
      }
      neighbours_.nodes.insert(node);
      if (seen.insert(node).second) {
        fresh.push_back(node);
      }
    }
    return fresh;
  }

  Neighbours Take() { return std::move(neighbours_); }

 private:
  Result<std::vector<NodeId>> Ends(const std::vector<NodeId>& nodes, Direction direction,
                                   EdgeKindSet kinds) const {
    STEMMA_ASSIGN(const auto lists, graph_.Edges(nodes, direction, kinds));
    std::vector<NodeId> ends;
    for (const auto& list : lists) {
      for (const EdgeFacts& edge : list) {
        ends.push_back(edge.other);
      }
    }
    return ends;
  }

  // One step. Whatever points to a node asked leans on it, an outlet and a claim among them.
  Result<std::vector<NodeId>> Next(const std::vector<NodeId>& frontier, Direction direction,
                                   bool is_first) const {
    if (direction == Direction::kOut) {
      return Ends(frontier, Direction::kOut, kSources);
    }
    return Ends(frontier, Direction::kIn, is_first ? kAllEdgeKinds : kSources);
  }

  // Adds to `frontier` what is no step away from it, over and over.
  Status AddSelves(std::vector<NodeId>& frontier, Direction direction, bool is_first,
                   std::unordered_set<NodeId>& seen) {
    std::vector<NodeId> last = frontier;
    while (!last.empty() && !neighbours_.is_cut) {
      // Upwards a work leads to what it prints, and a claim to who states it; downwards what is
      // printed leads to its work, and a work asked to those who lift what it prints.
      const bool is_up = direction == Direction::kOut;
      const EdgeKindSet quotes = SetOf(EdgeKind::kQuotes);
      const EdgeKindSet back =
          SetOf(EdgeKind::kCorrects) | (is_up ? SetOf(EdgeKind::kStates) : quotes);
      STEMMA_ASSIGN(std::vector<NodeId> selves,
                    Ends(last, Direction::kOut, is_up || is_first ? kOne | quotes : kOne));
      STEMMA_ASSIGN(const std::vector<NodeId> others, Ends(last, Direction::kIn, kOne | back));
      selves.insert(selves.end(), others.begin(), others.end());
      last = Keep(selves, seen);
      frontier.insert(frontier.end(), last.begin(), last.end());
    }
    return {};
  }

  const GraphView& graph_;
  const NeighbourhoodLimits& limits_;
  Neighbours neighbours_;
};

}  // namespace

Result<Neighbours> Neighbourhood(const GraphView& graph, std::span<const NodeId> asked,
                                 const NeighbourhoodLimits& limits) {
  Spread spread(graph, limits);
  std::unordered_set<NodeId> seen;
  std::vector<NodeId> starts = spread.Keep({asked.begin(), asked.end()}, seen);
  STEMMA_TRY(spread.Follow(starts, Direction::kOut, limits.hops_up));
  const std::vector<NodeId> sources = spread.ReachedBut({});
  STEMMA_TRY(spread.AddBeside(sources, Direction::kIn, SetOf(EdgeKind::kQuotes)));
  STEMMA_TRY(spread.AddBeside(sources, Direction::kOut, ~kSources));
  STEMMA_TRY(spread.Follow(starts, Direction::kIn, limits.hops_down));
  STEMMA_TRY(spread.AddBeside(spread.ReachedBut(sources), Direction::kOut, kWhose));
  return spread.Take();
}

}  // namespace stemma
