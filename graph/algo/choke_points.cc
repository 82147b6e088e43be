#include "graph/algo/choke_points.h"

#include <optional>

namespace stemma {

Vertex OneVertexOf(const SourcingGraph& graph, Vertex vertex) {
  const SourceVertex& facts = graph.Vertices()[vertex];
  if (!facts.stops || facts.end != ChainEnd::kOrigin) {
    return vertex;
  }
  return graph.Find(facts.shown, /*stops=*/false).value_or(vertex);
}

uint32_t ChokePoints::Meet(uint32_t a, uint32_t b) const {
  while (a != b) {
    uint32_t& farther = a > b ? a : b;
    farther = next_[farther];
  }
  return a;
}

std::vector<Vertex> ChokePoints::OfAll(std::span<const Vertex> starts) const {
  std::optional<uint32_t> common;
  for (const Vertex start : starts) {
    const uint32_t place = place_of_[start];
    if (place != kUnplaced) {
      common = common ? Meet(*common, place) : place;
    }
  }
  std::vector<Vertex> passed;
  for (uint32_t place = common.value_or(kSink); place != kSink; place = next_[place]) {
    passed.push_back(vertex_at_[place]);
  }
  return passed;
}

class ChokePointSearch {
 public:
  ChokePointSearch(const SourcingGraph& graph, const Components& components)
      : graph_(graph), components_(components) {}

  ChokePoints Run() {
    points_.place_of_.assign(graph_.VertexCount(), ChokePoints::kUnplaced);
    points_.vertex_at_ = {kNoVertex};
    points_.next_ = {ChokePoints::kSink};
    PlaceOrigins();
    const std::vector<Vertex>& order = components_.Order();
    for (size_t i = 0; i < order.size();) {
      const uint32_t circle = components_.CircleOf(order[i]);
      if (circle == Components::kNone) {
        Settle(order[i]);
        ++i;
      } else {
        SettleCircle(components_.Circle(circle));
        i += components_.Circle(circle).size();
      }
    }
    return std::move(points_);
  }

 private:
  // Origins come first, since one may stand for two vertices anywhere in the order.
  void PlaceOrigins() {
    for (Vertex v = 0; v < graph_.VertexCount(); ++v) {
      if (graph_.Vertices()[v].end == ChainEnd::kOrigin && OneVertexOf(graph_, v) == v) {
        Place(v, ChokePoints::kSink);
      }
    }
    for (Vertex v = 0; v < graph_.VertexCount(); ++v) {
      points_.place_of_[v] = points_.place_of_[OneVertexOf(graph_, v)];
    }
  }

  void Place(Vertex v, uint32_t next) {
    points_.place_of_[v] = static_cast<uint32_t>(points_.vertex_at_.size());
    points_.vertex_at_.push_back(v);
    points_.next_.push_back(next);
  }

  // What all ways on from `v` have in common, as far as they are placed.
  std::optional<uint32_t> CommonOf(Vertex v) const {
    std::optional<uint32_t> common;
    for (const Arc arc : graph_.ArcsOf(v)) {
      const uint32_t place = points_.place_of_[arc.To()];
      if (place != ChokePoints::kUnplaced) {
        common = common ? points_.Meet(*common, place) : place;
      }
    }
    return common;
  }

  void Settle(Vertex v) {
    if (points_.Reaches(v)) {
      return;
    }
    if (const auto common = CommonOf(v)) {
      Place(v, *common);
    }
  }

  // Placed breadth first from where the circle is left, so that what every way passes is placed
  // before; then put right until nothing changes.
  void SettleCircle(std::span<const Vertex> members) {
    std::vector<Vertex> placed;
    std::vector<uint32_t> outside;
    for (const Vertex v : members) {
      if (const auto common = CommonOf(v)) {
        placed.push_back(v);
        outside.push_back(*common);
      }
    }
    for (size_t i = 0; i < placed.size(); ++i) {
      Place(placed[i], outside[i]);
    }
    const auto leading_to = LeadingTo(members);
    for (size_t i = 0; i < placed.size(); ++i) {
      for (const Vertex v : leading_to[index_[placed[i]]]) {
        if (!points_.Reaches(v)) {
          Place(v, points_.place_of_[placed[i]]);
          placed.push_back(v);
        }
      }
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (const Vertex v : placed) {
        uint32_t& next = points_.next_[points_.place_of_[v]];
        const uint32_t common = *CommonOf(v);
        changed = changed || common != next;
        next = common;
      }
    }
  }

  // For each member of a circle, the members that lead to it.
  std::vector<std::vector<Vertex>> LeadingTo(std::span<const Vertex> members) {
    index_.resize(graph_.VertexCount());
    for (size_t i = 0; i < members.size(); ++i) {
      index_[members[i]] = static_cast<uint32_t>(i);
    }
    std::vector<std::vector<Vertex>> leading_to(members.size());
    for (const Vertex v : members) {
      for (const Arc arc : graph_.ArcsOf(v)) {
        if (components_.CircleOf(arc.To()) == components_.CircleOf(v)) {
          leading_to[index_[arc.To()]].push_back(v);
        }
      }
    }
    return leading_to;
  }

  const SourcingGraph& graph_;
  const Components& components_;
  ChokePoints points_;
  std::vector<uint32_t> index_;  // of a vertex among the members of its circle
};

ChokePoints ChokePoints::Of(const SourcingGraph& graph, const Components& components) {
  return ChokePointSearch(graph, components).Run();
}

}  // namespace stemma
