#include "graph/algo/steps.h"

#include <algorithm>
#include <map>
#include <optional>

namespace stemma {
namespace {

auto StrengthOf(const EdgeFacts& facts, const EdgeKey& edge) {
  return Strength(facts.status, facts.confidence, edge);
}

// Whether an edge is one of those that an arc to `to` stands for.
bool LeadsTo(const SourcingGraph& graph, const EdgeFacts& edge, Vertex to) {
  const SourceVertex& vertex = graph.Vertices()[to];
  const bool stops = edge.kind == EdgeKind::kQuotedFrom && IsWork(vertex.kind);
  return !edge.inherited && stops == vertex.stops && graph.Find(edge.other, stops) == to;
}

}  // namespace

Result<std::vector<Step>> StepsOf(const FilteredView& view, const SourcingGraph& graph,
                                  std::span<const std::pair<Vertex, Vertex>> arcs) {
  std::vector<NodeId> nodes;
  std::map<Vertex, size_t> first_of;  // of a vertex: the place of its first member in `nodes`
  for (const auto& [from, to] : arcs) {
    if (first_of.try_emplace(from, nodes.size()).second) {
      const auto members = graph.MembersOf(from);
      nodes.insert(nodes.end(), members.begin(), members.end());
    }
  }
  STEMMA_ASSIGN(const auto lists, view.Edges(nodes, Direction::kOut, kSourcingKinds));
  std::vector<Step> steps;
  for (const auto& [from, to] : arcs) {
    const size_t first = first_of.at(from);
    std::optional<Step> strongest;
    for (size_t i = first; i < first + graph.MembersOf(from).size(); ++i) {
      for (const EdgeFacts& edge : lists[i]) {
        const EdgeKey key{nodes[i], edge.kind, edge.other};
        if (!LeadsTo(graph, edge, to) ||
            (strongest && StrengthOf(strongest->facts, strongest->edge) < StrengthOf(edge, key))) {
          continue;
        }
        STEMMA_ASSIGN(const bool serves, graph.Claims().Serves(view.Graph(), nodes[i], edge));
        if (serves) {
          strongest = Step{key, edge, !edge.revision};
        }
      }
    }
    if (!strongest) {
      return Fail(ErrorCode::kCorruption, "the arrays beside the store hold an edge it does not");
    }
    steps.push_back(*strongest);
  }
  return steps;
}

}  // namespace stemma
