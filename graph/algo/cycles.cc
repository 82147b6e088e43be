#include "graph/algo/cycles.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "graph/algo/question.h"
#include "graph/algo/steps.h"

namespace stemma {
namespace {

using Names = std::unordered_map<NodeId, std::string>;
using Arcs = std::vector<std::pair<Vertex, Vertex>>;  // from, to

class CircleWriter {
 public:
  CircleWriter(const SourcingGraph& graph, const Components& components)
      : graph_(graph), components_(components) {}

  Status LoadNames(const GraphView& graph) {
    std::vector<NodeId> nodes;
    for (uint32_t c = 0; c < components_.CircleCount(); ++c) {
      for (const Vertex v : components_.Circle(c)) {
        nodes.push_back(ShownOf(v));
      }
    }
    STEMMA_ASSIGN(std::vector<std::string> ids, graph.Ids(nodes));
    for (size_t i = 0; i < nodes.size(); ++i) {
      names_[nodes[i]] = std::move(ids[i]);
    }
    return {};
  }

  const std::string& NameOf(NodeId node) const { return names_.at(node); }

  // All but the kinds of its edges; the round's arcs are put behind `arcs`.
  Circle Describe(uint32_t number, Arcs& arcs) const {
    const auto range = components_.Circle(number);
    std::vector<Vertex> members(range.begin(), range.end());
    std::sort(members.begin(), members.end(),
              [this](Vertex a, Vertex b) { return NameOf(ShownOf(a)) < NameOf(ShownOf(b)); });
    Circle circle;
    std::transform(members.begin(), members.end(), std::back_inserter(circle.nodes),
                   [this](Vertex v) { return ShownOf(v); });
    for (const auto& arc : RoundThrough(members.front())) {
      circle.round.push_back(ShownOf(arc.first));
      arcs.push_back(arc);
    }
    return circle;
  }

 private:
  NodeId ShownOf(Vertex v) const { return graph_.Vertices()[v].shown; }

  // The vertices of the same circle that `v` leads to, in an order that does not depend on how the
  // graph was read.
  std::vector<Vertex> InsideOf(Vertex v) const {
    std::vector<Vertex> inside;
    for (const Arc arc : graph_.ArcsOf(v)) {
      if (components_.CircleOf(arc.To()) == components_.CircleOf(v)) {
        inside.push_back(arc.To());
      }
    }
    std::sort(inside.begin(), inside.end(),
              [this](Vertex a, Vertex b) { return ShownOf(a) < ShownOf(b); });
    return inside;
  }

  // A shortest way from `start` back to itself inside its circle.
  Arcs RoundThrough(Vertex start) const {
    std::unordered_map<Vertex, Vertex> came_from;
    std::vector<Vertex> queue = {start};
    for (size_t i = 0; !came_from.contains(start); ++i) {
      const Vertex v = queue[i];
      for (const Vertex to : InsideOf(v)) {
        if (came_from.try_emplace(to, v).second) {
          queue.push_back(to);
        }
      }
    }
    Arcs round;
    Vertex at = start;
    do {
      round.emplace_back(came_from.at(at), at);
      at = round.back().first;
    } while (at != start);
    std::reverse(round.begin(), round.end());
    return round;
  }

  const SourcingGraph& graph_;
  const Components& components_;
  Names names_;
};

}  // namespace

Result<std::vector<Circle>> FindCircles(const GraphView& graph, const Filter& filter) {
  STEMMA_ASSIGN(const Survey survey, Survey::Of(graph, filter));
  return FindCircles(survey);
}

Result<std::vector<Circle>> FindCircles(const Survey& survey) {
  CircleWriter writer(survey.Sources(), survey.Order());
  STEMMA_TRY(writer.LoadNames(survey.View().Graph()));
  std::vector<Circle> circles;
  Arcs arcs;
  for (uint32_t c = 0; c < survey.Order().CircleCount(); ++c) {
    circles.push_back(writer.Describe(c, arcs));
  }
  STEMMA_ASSIGN(const std::vector<Step> steps, StepsOf(survey.View(), survey.Sources(), arcs));
  auto next = steps.begin();
  for (Circle& circle : circles) {
    for (size_t i = 0; i < circle.round.size(); ++i) {
      circle.edges.push_back((next++)->edge.kind);
    }
  }
  std::sort(circles.begin(), circles.end(), [&](const Circle& a, const Circle& b) {
    return a.nodes.size() != b.nodes.size()
               ? a.nodes.size() > b.nodes.size()
               : writer.NameOf(a.nodes.front()) < writer.NameOf(b.nodes.front());
  });
  return circles;
}

Result<std::optional<Circle>> FindCircleOf(const GraphView& graph, NodeId node,
                                           const Filter& filter) {
  const FilteredView view(graph, filter);
  STEMMA_ASSIGN(const Question question, Ask(view, node));
  const Vertex vertex = question.start_vertices.front();
  const uint32_t number = question.components.CircleOf(vertex);
  if (number == Components::kNone) {
    return std::optional<Circle>();
  }
  CircleWriter writer(question.graph, question.components);
  STEMMA_TRY(writer.LoadNames(graph));
  Arcs arcs;
  Circle circle = writer.Describe(number, arcs);
  STEMMA_ASSIGN(const std::vector<Step> steps, StepsOf(view, question.graph, arcs));
  std::transform(steps.begin(), steps.end(), std::back_inserter(circle.edges),
                 [](const Step& step) { return step.edge.kind; });
  return std::optional(std::move(circle));
}

}  // namespace stemma
