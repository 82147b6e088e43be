// How many distinct ends chains come to, of each kind.
//
// Source: docs/algorithms.md, "Depth". Thread safety: one thread; it uses its memory again.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/algo/reach.h"
#include "graph/algo/sourcing_graph.h"

namespace stemma {

using EndCounts = std::array<uint64_t, kChainEndCount>;  // by ChainEnd

class EndCounter {
 public:
  // Borrows all three; `ends` are FindEnds of the others.
  EndCounter(const SourcingGraph& graph, const Components& components,
             const std::vector<std::optional<ChainEnd>>& ends);

  // Of the chains from these vertices: nodes as they are shown, and circles. A work that was lifted
  // from may stand for two vertices, which are one end where they end alike. Linear in what they
  // reach.
  EndCounts Count(std::span<const Vertex> starts);

 private:
  bool IsReached(Vertex vertex) const { return round_of_[vertex] == round_; }
  void Reach(Vertex vertex);

  const SourcingGraph& graph_;
  const Components& components_;
  const std::vector<std::optional<ChainEnd>>& ends_;
  std::vector<uint32_t> round_of_;  // by vertex: the last count that reached it
  uint32_t round_ = 0;
  std::vector<Vertex> reached_;  // by this count
};

}  // namespace stemma
