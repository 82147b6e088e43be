#include "graph/algo/reach.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <utility>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

namespace stemma {

class ComponentSearch {
 public:
  explicit ComponentSearch(const SourcingGraph& graph) : graph_(graph) {}

  Components Run() {
    if (graph_.AllFall() || graph_.AllRise()) {
      components_.order_.resize(graph_.VertexCount());
      std::iota(components_.order_.begin(), components_.order_.end(), Vertex{0});
      if (!graph_.AllFall()) {
        std::reverse(components_.order_.begin(), components_.order_.end());
      }
      return std::move(components_);
    }
    const std::vector<Vertex> peeled = Peel();
    components_.order_.reserve(graph_.VertexCount());
    if (peeled.size() < graph_.VertexCount()) {
      OrderRest();
    }
    components_.order_.insert(components_.order_.end(), peeled.rbegin(), peeled.rend());
    return std::move(components_);
  }

 private:
  // Kahn: takes vertices that nothing left leads to, as long as there are any. In-degrees of those
  // that remain stay above zero.
  std::vector<Vertex> Peel() {
    const size_t count = graph_.VertexCount();
    incoming_.assign(count, 0);
    for (Vertex v = 0; v < count; ++v) {
      for (const Arc arc : graph_.ArcsOf(v)) {
        ++incoming_[arc.To()];
      }
    }
    std::vector<Vertex> peeled;
    peeled.reserve(count);
    for (Vertex v = 0; v < count; ++v) {
      if (incoming_[v] == 0) {
        peeled.push_back(v);
      }
    }
    for (size_t i = 0; i < peeled.size(); ++i) {
      for (const Arc arc : graph_.ArcsOf(peeled[i])) {
        if (--incoming_[arc.To()] == 0) {
          peeled.push_back(arc.To());
        }
      }
    }
    return peeled;
  }

  // Circles, and what they lead to.
  void OrderRest() {
    std::vector<Vertex> rest;
    std::vector<uint32_t> place(graph_.VertexCount(), 0);  // in `rest`
    for (Vertex v = 0; v < graph_.VertexCount(); ++v) {
      if (incoming_[v] > 0) {
        place[v] = static_cast<uint32_t>(rest.size());
        rest.push_back(v);
      }
    }
    std::vector<std::pair<uint32_t, uint32_t>> pairs;
    for (const Vertex v : rest) {
      for (const Arc arc : graph_.ArcsOf(v)) {
        pairs.emplace_back(place[v], place[arc.To()]);
      }
    }
    using Csr =
        boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                           boost::no_property, uint32_t, uint32_t>;
    const Csr csr(boost::edges_are_sorted, pairs.begin(), pairs.end(),
                  static_cast<uint32_t>(rest.size()));
    std::vector<uint32_t> component(rest.size(), 0);
    const auto index = boost::get(boost::vertex_index, csr);
    // Numbered against the arcs: a component leads to lower numbers.
    const uint32_t count =
        boost::strong_components(csr, boost::make_iterator_property_map(component.begin(), index));

    std::vector<uint32_t> first(size_t{count} + 1, 0);
    for (const uint32_t number : component) {
      ++first[number + 1];
    }
    for (size_t c = 0; c < count; ++c) {
      first[c + 1] += first[c];
    }
    components_.order_.resize(rest.size());
    std::vector<uint32_t> next(first.begin(), first.end() - 1);
    for (size_t i = 0; i < rest.size(); ++i) {
      components_.order_[next[component[i]]++] = rest[i];
    }
    for (size_t c = 0; c < count; ++c) {
      NoteCircle({first[c], first[c + 1] - first[c]});
    }
  }

  void NoteCircle(Components::Range range) {
    const Vertex v = components_.order_[range.first];
    const auto arcs = graph_.ArcsOf(v);
    if (range.count == 1 &&
        std::none_of(arcs.begin(), arcs.end(), [v](Arc arc) { return arc.To() == v; })) {
      return;
    }
    if (components_.circle_of_.empty()) {
      components_.circle_of_.assign(graph_.VertexCount(), Components::kNone);
    }
    for (size_t i = range.first; i < range.first + range.count; ++i) {
      components_.circle_of_[components_.order_[i]] =
          static_cast<uint32_t>(components_.circles_.size());
    }
    components_.circles_.push_back(range);
  }

  const SourcingGraph& graph_;
  std::vector<uint32_t> incoming_;  // arcs from what is not peeled, by vertex
  Components components_;
};

Components Components::Of(const SourcingGraph& graph) {
  return ComponentSearch(graph).Run();
}

std::vector<std::optional<ChainEnd>> FindEnds(const SourcingGraph& graph,
                                              const Components& components) {
  const size_t count = graph.VertexCount();
  std::vector<std::optional<ChainEnd>> ends(count);
  for (Vertex v = 0; v < count; ++v) {
    ends[v] = graph.Vertices()[v].end;
  }
  if (components.CircleCount() == 0) {
    return ends;
  }
  std::vector<bool> leaves(count, false);  // some end is reached
  const auto leads_out = [&](Vertex v) {
    const auto arcs = graph.ArcsOf(v);
    return graph.Vertices()[v].end.has_value() ||
           std::any_of(arcs.begin(), arcs.end(), [&](Arc arc) { return leaves[arc.To()]; });
  };
  const std::vector<Vertex>& order = components.Order();
  for (size_t i = 0; i < order.size();) {
    const uint32_t circle = components.CircleOf(order[i]);
    if (circle == Components::kNone) {
      leaves[order[i]] = leads_out(order[i]);
      ++i;
      continue;
    }
    const auto members = components.Circle(circle);
    const bool any = std::any_of(members.begin(), members.end(), leads_out);
    for (const Vertex v : members) {
      leaves[v] = any;
      if (!any) {
        ends[v] = ChainEnd::kCircle;
      }
    }
    i += members.size();
  }
  return ends;
}

namespace {

class HopSearch {
 public:
  HopSearch(const SourcingGraph& graph, const Components& components,
            const std::vector<Role>& roles, bool count_inside)
      : graph_(graph), components_(components), roles_(roles), count_inside_(count_inside) {}

  std::vector<Hops> Run() {
    hops_.assign(roles_.size(), Hops());
    const std::vector<Vertex>& order = components_.Order();
    for (size_t i = 0; i < order.size();) {
      const uint32_t circle = components_.CircleOf(order[i]);
      if (circle == Components::kNone) {
        PassVertex(order[i]);
        ++i;
      } else {
        const auto members = components_.Circle(circle);
        PassCircle(circle, members);
        i += members.size();
      }
    }
    return std::move(hops_);
  }

 private:
  struct ArcInside {
    Vertex to;
    Vertex from;
    uint32_t hops;
  };

  // The way by an arc that leads on to `behind`.
  static Hops Before(const Hops& behind, uint32_t hops) {
    const bool is_reached = behind.nearest != kUnreached;
    return {is_reached ? behind.nearest + hops : kUnreached, is_reached ? behind.most + hops : 0};
  }
  static void Join(Hops& hops, const Hops& way) {
    hops.nearest = std::min(hops.nearest, way.nearest);
    hops.most = std::max(hops.most, way.most);
  }

  void PassVertex(Vertex v) {
    Hops hops;
    if (roles_[v] == Role::kGoal) {
      hops.nearest = 0;
    } else if (roles_[v] == Role::kPass) {
      for (const Arc arc : graph_.ArcsOf(v)) {
        Join(hops, Before(hops_[arc.To()], arc.Hops()));
      }
    }
    hops_[v] = hops;
  }

  void PassCircle(uint32_t circle, std::span<const Vertex> members) {
    const uint32_t inside = count_inside_ ? static_cast<uint32_t>(members.size() - 1) : 0;
    uint32_t most = 0;
    std::vector<ArcInside> arcs;
    for (const Vertex v : members) {
      if (roles_[v] == Role::kGoal) {
        hops_[v].nearest = 0;
        most = std::max(most, inside);
      }
      if (roles_[v] != Role::kPass) {
        continue;
      }
      for (const Arc arc : graph_.ArcsOf(v)) {
        if (components_.CircleOf(arc.To()) == circle) {
          arcs.push_back({arc.To(), v, arc.Hops()});
          continue;
        }
        const Hops way = Before(hops_[arc.To()], arc.Hops());
        if (way.nearest != kUnreached) {
          hops_[v].nearest = std::min(hops_[v].nearest, way.nearest);
          most = std::max(most, way.most + inside);
        }
      }
    }
    std::sort(arcs.begin(), arcs.end(),
              [](const ArcInside& a, const ArcInside& b) { return a.to < b.to; });
    SpreadNearest(members, arcs);
    for (const Vertex v : members) {
      hops_[v].most = roles_[v] == Role::kPass ? most : 0;
    }
  }

  // Dijkstra against the arcs of one circle, from what its vertices have outside of it.
  void SpreadNearest(std::span<const Vertex> members, const std::vector<ArcInside>& arcs) {
    using Entry = std::pair<uint32_t, Vertex>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (const Vertex v : members) {
      if (hops_[v].nearest != kUnreached) {
        queue.emplace(hops_[v].nearest, v);
      }
    }
    while (!queue.empty()) {
      const auto [hops, to] = queue.top();
      queue.pop();
      if (hops > hops_[to].nearest) {
        continue;
      }
      auto arc = std::lower_bound(arcs.begin(), arcs.end(), to,
                                  [](const ArcInside& one, Vertex v) { return one.to < v; });
      for (; arc != arcs.end() && arc->to == to; ++arc) {
        if (hops + arc->hops < hops_[arc->from].nearest) {
          hops_[arc->from].nearest = hops + arc->hops;
          queue.emplace(hops + arc->hops, arc->from);
        }
      }
    }
  }

  const SourcingGraph& graph_;
  const Components& components_;
  const std::vector<Role>& roles_;
  const bool count_inside_;
  std::vector<Hops> hops_;
};

}  // namespace

std::vector<Hops> HopsToGoals(const SourcingGraph& graph, const Components& components,
                              const std::vector<Role>& roles, bool count_inside) {
  return HopSearch(graph, components, roles, count_inside).Run();
}

std::vector<Hops> HopsToOrigins(const SourcingGraph& graph, const Components& components) {
  std::vector<Role> roles(graph.VertexCount(), Role::kPass);
  for (Vertex v = 0; v < roles.size(); ++v) {
    if (const std::optional<ChainEnd> end = graph.Vertices()[v].end) {
      roles[v] = end == ChainEnd::kOrigin ? Role::kGoal : Role::kBarrier;
    }
  }
  return HopsToGoals(graph, components, roles, /*count_inside=*/false);
}

Depth DepthOf(const Hops& to_origins) {
  const uint64_t nearest = to_origins.nearest;
  return nearest == kUnreached ? Depth()
                               : Depth{nearest, std::max<uint64_t>(nearest, to_origins.most)};
}

}  // namespace stemma
