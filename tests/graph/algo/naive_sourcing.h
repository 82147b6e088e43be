// Chains by the rules and nothing else: every simple path of a small graph, one after the other.
//
// Deliberately slow and separate from graph/algo, so that a property test can compare the two.
// No folding and no filters: those have tests of their own.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "graph/algo/chain.h"
#include "graph/model/memory_graph.h"

namespace stemma::testing {

struct NaiveChain {
  uint64_t hops = 0;
  std::vector<std::string> nodes;
  ChainEnd ends = ChainEnd::kDeadEnd;
  friend auto operator<=>(const NaiveChain& a, const NaiveChain& b) {
    return std::tie(a.hops, a.nodes, a.ends) <=> std::tie(b.hops, b.nodes, b.ends);
  }
  friend bool operator==(const NaiveChain& a, const NaiveChain& b) {
    return a.hops == b.hops && a.nodes == b.nodes && a.ends == b.ends;
  }
};

class NaiveSourcing {
 public:
  explicit NaiveSourcing(const MemoryGraph& graph);

  std::vector<NaiveChain> Chains(NodeId start) const;  // shortest first, ties by ids
  Depth DepthOf(NodeId start) const;

 private:
  // A node, and whether a quote was lifted from it, so that chains stop there.
  using Place = std::pair<NodeId, bool>;
  struct Hop {
    Place to;
    bool counts = true;
  };

  std::vector<Hop> HopsOf(Place place) const;
  std::optional<ChainEnd> RealEnd(Place place) const;
  bool Reaches(Place from, Place to) const;
  bool InCircle(Place place) const;
  bool IsCircleEnd(Place place) const;
  std::set<Place> Reached(Place from) const;
  void Walk(std::vector<Place>& path, uint64_t hops, std::vector<NaiveChain>& chains) const;
  std::optional<uint64_t> Longest(Place place) const;

  const MemoryGraph& graph_;
};

}  // namespace stemma::testing
