// The compact graph that every chain question runs on: what can be reached from the nodes asked,
// folded, filtered, with one arc for each hop.
//
// Vertices are numbers from 0, in the order of node numbers as far as the arrays know the nodes;
// arcs of one vertex stand together, four bytes each; this is the form BGL algorithms and plain
// loops are fastest on. What an arc stands for is read again for the few that are shown
// (graph/algo/steps.h). A work that a quote was lifted from is a vertex of its own beside the work
// as a source (`stops`), because chains of quotes end there.
//
// Source: docs/algorithms.md, docs/glossary.md.
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/algo/chain.h"
#include "graph/algo/claim_filter.h"
#include "graph/algo/filtered_view.h"
#include "graph/algo/sourcing_reach.h"
#include "graph/base/result.h"

namespace stemma {

using Vertex = uint32_t;

class Arc {
 public:
  Arc() = default;
  Arc(Vertex to, bool is_hop) : bits_(to << 1U | (is_hop ? 1U : 0U)) {}
  Vertex To() const { return bits_ >> 1U; }
  uint32_t Hops() const { return bits_ & 1U; }  // 1, or 0 for a revision

 private:
  uint32_t bits_ = 0;
};

struct SourceVertex {
  NodeId shown;
  NodeKind kind = NodeKind::kArticle;
  bool stops = false;           // reached by `quoted_from`: nothing behind it is followed
  bool is_folded = false;       // has more members than `shown`
  std::optional<ChainEnd> end;  // of a vertex without arcs
};

class SourcingGraph {
 public:
  // `starts` are present in `view`; their vertices are Starts(), in that order (equal ones repeat).
  // `claims`, if any, keep out the edges that name only other claims. Linear in what is reached.
  static Result<SourcingGraph> Build(const FilteredView& view, std::span<const NodeId> starts,
                                     std::span<const NodeId> claims = {});

  size_t VertexCount() const { return vertices_.size(); }
  const std::vector<SourceVertex>& Vertices() const { return vertices_; }
  std::span<const NodeId> MembersOf(Vertex vertex) const;
  // Rising, by where they lead.
  std::span<const Arc> ArcsOf(Vertex vertex) const {
    return {arcs_.data() + first_arc_[vertex], first_arc_[vertex + 1] - first_arc_[vertex]};
  }
  uint64_t ArcCount() const { return arcs_.size(); }
  bool HasRevisions() const { return has_revisions_; }  // arcs of no hop
  // True: without inferred and disputed edges the graph would be the same. Not noticed where the
  // arrays do not say all.
  bool IsCertain() const { return is_certain_; }
  // Whether every arc leads to a lower number; whether every one to a higher.
  bool AllFall() const { return all_fall_; }
  bool AllRise() const { return all_rise_; }
  const std::vector<Vertex>& Starts() const { return starts_; }
  const ClaimFilter& Claims() const { return claims_; }

  // The vertex that `node` is in, or nothing when it was not reached.
  std::optional<Vertex> Find(NodeId node, bool stops) const;

 private:
  friend class SourcingGraphBuilder;

  std::vector<SourceVertex> vertices_;
  std::vector<uint32_t> first_arc_;  // by vertex, one more than there are
  std::vector<Arc> arcs_;
  std::vector<Vertex> starts_;
  SourcingReach reach_;  // who is where: the plain nodes, then the others
  ClaimFilter claims_;
  bool has_revisions_ = false;
  bool is_certain_ = false;
  bool all_fall_ = true;
  bool all_rise_ = true;
};

}  // namespace stemma
