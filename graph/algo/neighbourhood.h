// What is near some nodes: their sources, who uses them, and what is said of either.
//
// A picture of everything within so many edges shows mostly strangers: whoever quotes the same
// minister is two edges away. So only sourcing edges count as steps, upwards from the nodes asked
// to their sources or downwards to who leans on them, never one after the other.
// Source: docs/commands/export.md.
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <unordered_set>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

inline constexpr uint32_t kAllHops = std::numeric_limits<uint32_t>::max();

struct NeighbourhoodLimits {
  uint32_t hops_up = kAllHops;  // towards sources
  uint32_t hops_down = 1;       // towards who uses them
  size_t nodes_max = std::numeric_limits<size_t>::max();
};

struct Neighbours {
  std::unordered_set<NodeId> nodes;
  bool is_cut = false;  // there are more than `nodes_max`; those there are the nearest
};

// The nodes asked, and from them the sources of sources and the users of users, as far as the
// limits go. The quotes that a work prints, who states a claim, wholes and parts, twins, and who
// corrects it, are no step away; a node asked is one step from whatever points to it. Then what is
// said of the sources (outlets, speakers, claims, mentions), and of the users whose they are.
// Linear in what is reached.
Result<Neighbours> Neighbourhood(const GraphView& graph, std::span<const NodeId> asked,
                                 const NeighbourhoodLimits& limits);

}  // namespace stemma
