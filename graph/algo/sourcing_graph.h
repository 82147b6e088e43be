// The compact graph that every chain question runs on: what can be reached from the nodes asked,
// folded, filtered, with one arc for each hop.
//
// Vertices are numbers from 0, arcs of one vertex stand together, four bytes each; this is the form
// BGL algorithms and plain loops are fastest on. What an arc stands for is read again for the few
// that are shown (graph/algo/steps.h). A work that a quote was lifted from is a vertex of its own
// beside the work as a source (`stops`), because chains of quotes end there.
//
// Source: docs/algorithms.md, docs/glossary.md.
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/algo/chain.h"
#include "graph/algo/claim_filter.h"
#include "graph/algo/filtered_view.h"
#include "graph/algo/vertex_map.h"
#include "graph/base/result.h"

namespace stemma {

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
  // `claim` keeps out the edges that name only other claims. Linear in what is reached.
  static Result<SourcingGraph> Build(const FilteredView& view, std::span<const NodeId> starts,
                                     std::optional<NodeId> claim = std::nullopt);

  size_t VertexCount() const { return vertices_.size(); }
  const std::vector<SourceVertex>& Vertices() const { return vertices_; }
  std::span<const NodeId> MembersOf(Vertex vertex) const;
  std::span<const Arc> ArcsOf(Vertex vertex) const {
    const Range range = arcs_of_[vertex];
    return {arcs_.data() + range.first, range.count};
  }
  uint64_t ArcCount() const { return arcs_.size(); }
  bool HasRevisions() const { return has_revisions_; }  // arcs of no hop
  const std::vector<Vertex>& Starts() const { return starts_; }
  const ClaimFilter& Claims() const { return claims_; }

  // The vertex that `node` is in, or nothing when it was not reached.
  std::optional<Vertex> Find(NodeId node, bool stops) const {
    return stops ? stopped_.Find(node) : map_.Find(node);
  }

 private:
  friend class SourcingGraphBuilder;
  struct Range {
    uint32_t first = 0;
    uint32_t count = 0;
  };

  std::vector<SourceVertex> vertices_;
  std::vector<Range> arcs_of_;  // by vertex
  std::vector<Arc> arcs_;
  std::vector<Vertex> starts_;
  std::vector<NodeId> members_;                   // of folded vertices
  std::unordered_map<Vertex, Range> members_of_;  // of those
  VertexMap map_;
  VertexMap stopped_;  // vertices that stop
  ClaimFilter claims_;
  bool has_revisions_ = false;
};

}  // namespace stemma
