#include "graph/algo/reach.h"

#include <algorithm>
#include <deque>
#include <utility>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

namespace stemma {
namespace {

// Arcs by their head: for each vertex, who leads to it and at how many hops.
struct Incoming {
  std::vector<uint64_t> first;  // by vertex, one more than there are
  std::vector<std::pair<Vertex, uint8_t>> arcs;
};

Incoming Reverse(const SourcingGraph& graph) {
  const size_t count = graph.Vertices().size();
  Incoming incoming;
  incoming.first.assign(count + 1, 0);
  for (Vertex v = 0; v < count; ++v) {
    for (const Arc& arc : graph.ArcsOf(v)) {
      ++incoming.first[arc.to + 1];
    }
  }
  for (size_t v = 0; v < count; ++v) {
    incoming.first[v + 1] += incoming.first[v];
  }
  incoming.arcs.resize(graph.ArcCount());
  std::vector<uint64_t> next(incoming.first.begin(), incoming.first.end() - 1);
  for (Vertex v = 0; v < count; ++v) {
    for (const Arc& arc : graph.ArcsOf(v)) {
      incoming.arcs[next[arc.to]++] = {v, arc.step.is_hop ? uint8_t{1} : uint8_t{0}};
    }
  }
  return incoming;
}

}  // namespace

Components FindComponents(const SourcingGraph& graph) {
  using Csr = boost::compressed_sparse_row_graph<boost::directedS>;
  const size_t count = graph.Vertices().size();
  std::vector<std::pair<size_t, size_t>> pairs;
  pairs.reserve(graph.ArcCount());
  for (Vertex v = 0; v < count; ++v) {
    for (const Arc& arc : graph.ArcsOf(v)) {
      pairs.emplace_back(v, arc.to);
    }
  }
  const Csr csr(boost::edges_are_sorted, pairs.begin(), pairs.end(), count);

  Components components;
  components.of.assign(count, 0);
  const auto index = boost::get(boost::vertex_index, csr);
  const size_t component_count = boost::strong_components(
      csr, boost::make_iterator_property_map(components.of.begin(), index));
  components.size.assign(component_count, 0);
  for (uint32_t component : components.of) {
    ++components.size[component];
  }
  components.is_circle.assign(component_count, false);
  for (size_t c = 0; c < component_count; ++c) {
    components.is_circle[c] = components.size[c] > 1;
  }
  for (const auto& [from, to] : pairs) {
    if (from == to) {
      components.is_circle[components.of[from]] = true;
    }
  }
  return components;
}

std::vector<std::optional<ChainEnd>> FindEnds(const SourcingGraph& graph,
                                              const Components& components) {
  const size_t count = graph.Vertices().size();
  std::vector<bool> leaves(components.size.size(), false);  // by component: some end is reached
  std::vector<std::vector<Vertex>> members(components.size.size());
  for (Vertex v = 0; v < count; ++v) {
    members[components.of[v]].push_back(v);
  }
  // Components are numbered against the arcs, so that all a component leads to is known by then.
  for (size_t c = 0; c < members.size(); ++c) {
    for (Vertex v : members[c]) {
      const auto arcs = graph.ArcsOf(v);
      if (graph.Vertices()[v].end || std::any_of(arcs.begin(), arcs.end(), [&](const Arc& arc) {
            return leaves[components.of[arc.to]];
          })) {
        leaves[c] = true;
      }
    }
  }
  std::vector<std::optional<ChainEnd>> ends(count);
  for (Vertex v = 0; v < count; ++v) {
    ends[v] = graph.Vertices()[v].end;
    const uint32_t component = components.of[v];
    if (!ends[v] && components.is_circle[component] && !leaves[component]) {
      ends[v] = ChainEnd::kCircle;
    }
  }
  return ends;
}

std::vector<uint64_t> HopsToNearest(const SourcingGraph& graph, const std::vector<bool>& goals,
                                    const std::vector<bool>& barriers) {
  const Incoming incoming = Reverse(graph);
  std::vector<uint64_t> hops(goals.size(), kUnreached);
  std::deque<Vertex> queue;
  for (Vertex v = 0; v < goals.size(); ++v) {
    if (goals[v]) {
      hops[v] = 0;
      queue.push_back(v);
    }
  }
  std::vector<bool> done(goals.size(), false);
  while (!queue.empty()) {
    const Vertex to = queue.front();
    queue.pop_front();
    if (done[to]) {
      continue;
    }
    done[to] = true;
    for (uint64_t i = incoming.first[to]; i < incoming.first[to + 1]; ++i) {
      const auto [from, cost] = incoming.arcs[i];
      if (barriers[from] || goals[from] || hops[to] + cost >= hops[from]) {
        continue;
      }
      hops[from] = hops[to] + cost;
      if (cost == 0) {
        queue.push_front(from);
      } else {
        queue.push_back(from);
      }
    }
  }
  return hops;
}

std::vector<uint64_t> HopsAtMost(const SourcingGraph& graph, const Components& components,
                                 const std::vector<bool>& goals, const std::vector<bool>& barriers,
                                 bool count_inside) {
  const size_t count = goals.size();
  std::vector<std::vector<Vertex>> members(components.size.size());
  for (Vertex v = 0; v < count; ++v) {
    members[components.of[v]].push_back(v);
  }
  std::vector<uint64_t> longest(components.size.size(), kUnreached);  // by component
  const auto raise = [](uint64_t& value, uint64_t to) {
    value = value == kUnreached ? to : std::max(value, to);
  };
  for (size_t c = 0; c < members.size(); ++c) {
    const uint64_t inside = count_inside ? components.size[c] - 1 : 0;
    for (Vertex v : members[c]) {
      if (goals[v]) {
        raise(longest[c], inside);
      }
      if (goals[v] || barriers[v]) {
        continue;
      }
      for (const Arc& arc : graph.ArcsOf(v)) {
        const uint64_t behind = longest[components.of[arc.to]];
        if (components.of[arc.to] != c && behind != kUnreached) {
          raise(longest[c], behind + (arc.step.is_hop ? 1 : 0) + inside);
        }
      }
    }
  }
  std::vector<uint64_t> hops(count, kUnreached);
  for (Vertex v = 0; v < count; ++v) {
    if (goals[v]) {
      hops[v] = 0;
    } else if (!barriers[v]) {
      hops[v] = longest[components.of[v]];
    }
  }
  return hops;
}

}  // namespace stemma
