#include "graph/algo/disjoint_chains.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

namespace stemma {
namespace {

using Csr =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, uint32_t, uint32_t>;
using Edge = boost::graph_traits<Csr>::edge_descriptor;

// More than there are chains, and far from where a sum of capacities overflows.
constexpr int32_t kOpen = std::numeric_limits<int32_t>::max() / 4;

class ChainFlow {
 public:
  explicit ChainFlow(const ChainNetwork& network)
      : network_(network),
        source_(static_cast<uint32_t>(2 * network.places.size())),
        sink_(source_ + 1) {}

  DisjointChains Run() {
    LayOut();
    Push();
    DisjointChains answer;
    TakePaths(answer.paths);
    answer.cut = Cut();
    return answer;
  }

 private:
  struct FlowArc {
    uint32_t from = 0;
    uint32_t to = 0;
    int32_t capacity = 0;
    uint32_t twin = 0;  // the arc the other way round, as a place in arcs_
  };

  static uint32_t In(uint32_t place) { return 2 * place; }
  static uint32_t Out(uint32_t place) { return 2 * place + 1; }

  void Add(uint32_t from, uint32_t to, int32_t capacity) {
    const auto number = static_cast<uint32_t>(arcs_.size());
    arcs_.push_back({from, to, capacity, number + 1});
    arcs_.push_back({to, from, 0, number});
  }

  void LayOut() {
    for (uint32_t place = 0; place < network_.places.size(); ++place) {
      const ChainNetwork::Place& one = network_.places[place];
      if (one.is_start) {
        Add(source_, In(place), kOpen);
      }
      if (one.is_origin) {
        Add(In(place), sink_, 1);
        continue;
      }
      Add(In(place), Out(place), one.is_open ? kOpen : 1);
      for (const uint32_t next : one.next) {
        Add(Out(place), In(next), kOpen);
      }
    }
    SortArcs();
  }

  // By where they start, as the flat graph wants them.
  void SortArcs() {
    first_.assign(size_t{sink_} + 2, 0);
    for (const FlowArc& arc : arcs_) {
      ++first_[arc.from + 1];
    }
    for (size_t i = 1; i < first_.size(); ++i) {
      first_[i] += first_[i - 1];
    }
    std::vector<uint32_t> next = first_;
    std::vector<uint32_t> place_of;  // by arc as it was added
    place_of.reserve(arcs_.size());
    for (const FlowArc& arc : arcs_) {
      place_of.push_back(next[arc.from]++);
    }
    std::vector<FlowArc> sorted(arcs_.size());
    for (size_t i = 0; i < arcs_.size(); ++i) {
      arcs_[i].twin = place_of[arcs_[i].twin];
      sorted[place_of[i]] = arcs_[i];
    }
    arcs_ = std::move(sorted);
  }

  void Push() {
    const size_t count = size_t{sink_} + 1;
    std::vector<std::pair<uint32_t, uint32_t>> ends;
    ends.reserve(arcs_.size());
    std::vector<int32_t> capacity;
    std::vector<Edge> twins;
    for (const FlowArc& arc : arcs_) {
      ends.emplace_back(arc.from, arc.to);
      capacity.push_back(arc.capacity);
      twins.push_back(Edge(arc.to, arc.twin));
    }
    Csr graph(boost::edges_are_sorted, ends.begin(), ends.end(), static_cast<uint32_t>(count));
    left_ = capacity;
    std::vector<Edge> predecessors(count);
    std::vector<boost::default_color_type> colors(count);
    std::vector<int32_t> distances(count);
    const auto edge_index = boost::get(boost::edge_index, graph);
    const auto index = boost::get(boost::vertex_index, graph);
    const auto by_edge = [&](auto& values) {
      return boost::make_iterator_property_map(values.begin(), edge_index);
    };
    const auto by_vertex = [&](auto& values) {
      return boost::make_iterator_property_map(values.begin(), index);
    };
    boost::boykov_kolmogorov_max_flow(graph, by_edge(capacity), by_edge(left_), by_edge(twins),
                                      by_vertex(predecessors), by_vertex(colors),
                                      by_vertex(distances), index, source_, sink_);
    for (uint32_t i = 0; i < arcs_.size(); ++i) {
      flow_.push_back(std::max(0, capacity[i] - left_[i]));
    }
  }

  // Follows the flow from the source, taking it up, as often as there is some.
  void TakePaths(std::vector<std::vector<uint32_t>>& paths) {
    std::vector<uint32_t> next = first_;  // by end: an arc of those before it has no flow
    for (;;) {
      std::vector<uint32_t> path;
      uint32_t at = source_;
      while (at != sink_) {
        uint32_t& arc = next[at];
        while (arc < first_[at + 1] && flow_[arc] == 0) {
          ++arc;
        }
        if (arc == first_[at + 1]) {
          return;  // at the source: nothing is left
        }
        --flow_[arc];
        at = arcs_[arc].to;
        if (at % 2 == 0 && at < source_) {
          path.push_back(at / 2);
        }
      }
      paths.push_back(WithoutDetour(path));
    }
  }

  // From the last start on the way, always on to the furthest that a place leads to.
  std::vector<uint32_t> WithoutDetour(const std::vector<uint32_t>& way) const {
    size_t at = way.size() - 1;
    while (!network_.places[way[at]].is_start) {
      --at;
    }
    std::vector<uint32_t> path = {way[at]};
    while (at + 1 < way.size()) {
      const std::vector<uint32_t>& next = network_.places[way[at]].next;
      size_t furthest = way.size() - 1;
      while (std::find(next.begin(), next.end(), way[furthest]) == next.end()) {
        --furthest;
      }
      at = furthest;
      path.push_back(way[at]);
    }
    return path;
  }

  // The places that stand between what can still lead to the sink and what cannot.
  std::vector<uint32_t> Cut() const {
    std::vector<bool> leads_on(size_t{sink_} + 1, false);
    std::vector<uint32_t> open = {sink_};
    leads_on[sink_] = true;
    while (!open.empty()) {
      const uint32_t at = open.back();
      open.pop_back();
      for (uint32_t arc = first_[at]; arc < first_[at + 1]; ++arc) {
        const uint32_t before = arcs_[arc].to;
        if (!leads_on[before] && left_[arcs_[arc].twin] > 0) {
          leads_on[before] = true;
          open.push_back(before);
        }
      }
    }
    std::vector<uint32_t> cut;
    for (uint32_t place = 0; place < network_.places.size(); ++place) {
      const bool beyond = network_.places[place].is_origin || leads_on[Out(place)];
      if (!leads_on[In(place)] && beyond) {
        cut.push_back(place);
      }
    }
    return cut;
  }

  const ChainNetwork& network_;
  const uint32_t source_;
  const uint32_t sink_;
  std::vector<FlowArc> arcs_;
  std::vector<uint32_t> first_;  // by end: its first arc
  std::vector<int32_t> left_;    // by arc: what more could flow
  std::vector<int32_t> flow_;    // by arc
};

}  // namespace

DisjointChains FindDisjointChains(const ChainNetwork& network) {
  return ChainFlow(network).Run();
}

}  // namespace stemma
