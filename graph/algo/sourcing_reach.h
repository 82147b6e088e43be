// What the chains of a question reach: the first half of building its sourcing graph.
//
// Most nodes are plain: the arrays say all of them, and they are a vertex by themselves. Those are
// walked level by level, each level in the order of numbers, as memory likes it. The others, which
// fold, have changed since, or were lifted from, are asked for in one batch a round, and what they
// lead to is walked again.
//
// Source: docs/algorithms.md, "The snapshot".
// Thread safety: a plain value.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/algo/claim_filter.h"
#include "graph/algo/filtered_arrays.h"
#include "graph/algo/folding.h"
#include "graph/algo/node_set.h"

namespace stemma {

// Part of a list that many share.
struct ListRange {
  uint32_t first = 0;
  uint32_t count = 0;
  template <class T>
  std::span<const T> Of(const std::vector<T>& list) const {
    return std::span(list).subspan(first, count);
  }
};

// A sourcing edge that was read from the view, with what choosing the strongest needs.
struct ReadEdge {
  NodeId from;
  NodeId to;
  float confidence = 0;
  AssertionStatus status = AssertionStatus::kAsserted;
  EdgeKind kind = EdgeKind::kCites;
  bool stops = false;  // lifted from a work: chains end there
  bool is_hop = true;
};

// A vertex that is not plain.
struct ReadVertex {
  NodeId shown;
  ListRange members;
  ListRange edges;  // that are followed
  NodeKind kind = NodeKind::kArticle;
  bool stops = false;
  bool first_hand = false;  // any member
  bool all_unnamed = true;  // every member
};

struct SourcingReach {
  static constexpr uint32_t kAbsent = std::numeric_limits<uint32_t>::max();

  NodeSet plain;
  uint64_t plain_edges = 0;  // of all kinds
  std::vector<ReadVertex> others;
  std::vector<NodeId> members;  // of the others
  std::vector<ReadEdge> edges;  // of the others, and of plain nodes whose edges were asked for
  // By member: its place among the others, kAbsent when the filter leaves it out.
  std::unordered_map<NodeId, uint32_t> other_of;     // those that do not stop
  std::unordered_map<NodeId, uint32_t> stopping_of;  // those that stop
  std::unordered_map<NodeId, ListRange> edges_of;    // of those plain nodes

  // `arrays` and `folding` are of `view`. `starts` are present. Linear in what is reached.
  static Result<SourcingReach> From(const FilteredView& view, FilteredArrays& arrays,
                                    Folding& folding, const ClaimFilter& claims,
                                    std::span<const NodeId> starts);
};

}  // namespace stemma
