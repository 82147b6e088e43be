#include "graph/algo/cycles.h"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>

#include "graph/algo/reach.h"

namespace stemma {
namespace {

using Names = std::unordered_map<NodeId, std::string>;

// A shortest way from `start` back to itself inside its component, as arcs.
std::vector<Arc> RoundThrough(Vertex start, const SourcingGraph& graph,
                              const Components& components) {
  std::unordered_map<Vertex, std::pair<Vertex, Arc>> came_by;
  std::deque<Vertex> queue = {start};
  while (!came_by.contains(start)) {
    const Vertex v = queue.front();
    queue.pop_front();
    for (const Arc& arc : graph.ArcsOf(v)) {
      if (components.of[arc.to] == components.of[start] &&
          came_by.try_emplace(arc.to, std::pair(v, arc)).second) {
        queue.push_back(arc.to);
      }
    }
  }
  std::vector<Arc> round;
  Vertex at = start;
  do {
    const auto& [from, arc] = came_by.at(at);
    round.push_back(arc);
    at = from;
  } while (at != start);
  std::reverse(round.begin(), round.end());
  return round;
}

Circle Describe(std::vector<Vertex> members, const SourcingGraph& graph,
                const Components& components, const Names& names) {
  const auto shown = [&](Vertex v) { return graph.Vertices()[v].shown; };
  std::sort(members.begin(), members.end(),
            [&](Vertex a, Vertex b) { return names.at(shown(a)) < names.at(shown(b)); });
  Circle circle;
  std::transform(members.begin(), members.end(), std::back_inserter(circle.nodes), shown);
  circle.round.push_back(circle.nodes.front());
  for (const Arc& arc : RoundThrough(members.front(), graph, components)) {
    circle.edges.push_back(arc.step.edge.kind);
    circle.round.push_back(shown(arc.to));
  }
  circle.round.pop_back();  // back at the start
  return circle;
}

}  // namespace

Result<std::vector<Circle>> FindCircles(const GraphView& graph, const Filter& filter) {
  const FilteredView view(graph, filter);
  STEMMA_ASSIGN(const std::vector<NodeId> starts,
                NodesOfKinds(view, {NodeKind::kArticle, NodeKind::kDocument, NodeKind::kQuote}));
  STEMMA_ASSIGN(const SourcingGraph sources, SourcingGraph::Build(view, starts));
  const Components components = FindComponents(sources);

  std::vector<std::vector<Vertex>> members(components.size.size());
  std::vector<NodeId> nodes;
  for (Vertex v = 0; v < sources.Vertices().size(); ++v) {
    if (components.is_circle[components.of[v]]) {
      members[components.of[v]].push_back(v);
      nodes.push_back(sources.Vertices()[v].shown);
    }
  }
  STEMMA_ASSIGN(const std::vector<std::string> ids, graph.Ids(nodes));
  Names names;
  for (size_t i = 0; i < nodes.size(); ++i) {
    names[nodes[i]] = ids[i];
  }
  std::vector<Circle> circles;
  for (std::vector<Vertex>& circle : members) {
    if (!circle.empty()) {
      circles.push_back(Describe(std::move(circle), sources, components, names));
    }
  }
  std::sort(circles.begin(), circles.end(), [&](const Circle& a, const Circle& b) {
    return a.nodes.size() != b.nodes.size() ? a.nodes.size() > b.nodes.size()
                                            : names.at(a.nodes.front()) < names.at(b.nodes.front());
  });
  return circles;
}

}  // namespace stemma
