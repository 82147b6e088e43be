// The compact snapshot that every chain question runs on: what can be reached from the nodes asked,
// folded, filtered, with one arc for each hop.
//
// Vertices are numbers from 0, arcs of one vertex stand together; this is the form BGL algorithms
// and plain loops are fastest on. A work that a quote was lifted from is a vertex of its own beside
// the work as a source (`stops`), because chains of quotes end there.
//
// Source: docs/algorithms.md, docs/glossary.md.
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/algo/chain.h"
#include "graph/algo/filtered_view.h"
#include "graph/base/result.h"

namespace stemma {

using Vertex = uint32_t;

struct Arc {
  Vertex to = 0;
  Step step;  // the strongest of parallel edges
};

struct SourceVertex {
  NodeId shown;
  std::vector<NodeId> members;
  NodeKind kind = NodeKind::kArticle;
  bool stops = false;           // reached by `quoted_from`: nothing behind it is followed
  std::optional<ChainEnd> end;  // of a vertex without arcs
  uint64_t first_arc = 0;
  uint64_t arc_count = 0;
};

class SourcingGraph {
 public:
  // `starts` are present in `view`; their vertices are Starts(), in that order (equal ones repeat).
  // `claim` keeps out the edges that name only other claims. Linear in what is reached.
  static Result<SourcingGraph> Build(const FilteredView& view, std::span<const NodeId> starts,
                                     std::optional<NodeId> claim = std::nullopt);

  const std::vector<SourceVertex>& Vertices() const { return vertices_; }
  std::span<const Arc> ArcsOf(Vertex vertex) const {
    const SourceVertex& from = vertices_[vertex];
    return {arcs_.data() + from.first_arc, from.arc_count};
  }
  const std::vector<Vertex>& Starts() const { return starts_; }
  uint64_t ArcCount() const { return arcs_.size(); }

 private:
  friend class SourcingGraphBuilder;
  std::vector<SourceVertex> vertices_;
  std::vector<Arc> arcs_;
  std::vector<Vertex> starts_;
};

// Whether a quote has a speaker with a name. Linear in its `spoken_by` edges.
Result<std::vector<bool>> HaveNamedSpeaker(const FilteredView& view,
                                           std::span<const NodeId> quotes);

}  // namespace stemma
