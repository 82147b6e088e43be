#include "graph/algo/sourcing_graph.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/algo/far_ends.h"
#include "graph/algo/filtered_arrays.h"
#include "graph/algo/folding.h"
#include "graph/algo/steps.h"

namespace stemma {
namespace {

constexpr uint64_t kVerticesMax = uint64_t{1} << 31U;

}  // namespace

// Numbers what was reached, and lays out the arcs in the order of numbers.
class SourcingGraphBuilder {
 public:
  SourcingGraphBuilder(const FilteredView& view, std::span<const NodeId> claims)
      : view_(view), folding_(view), arrays_(view, !claims.empty()), claims_(claims) {}

  Result<SourcingGraph> Build(std::span<const NodeId> starts) {
    for (const NodeId claim : claims_) {
      STEMMA_TRY(graph_.claims_.Narrow(view_, folding_, claim));
    }
    STEMMA_ASSIGN(graph_.reach_,
                  SourcingReach::From(view_, arrays_, folding_, graph_.claims_, starts));
    const uint64_t count = uint64_t{Reach().plain.Size()} + Reach().others.size();
    if (count >= kVerticesMax || Reach().edges.size() > UINT32_MAX) {
      return Fail(ErrorCode::kUnsupported, "more is reached than 32 bits can number");
    }
    graph_.vertices_.reserve(count);
    graph_.first_arc_.reserve(count + 1);
    graph_.arcs_.reserve(Reach().plain_edges + Reach().edges.size());
    Reach().plain.ForEach([this](NodeId node) { AddPlain(node); });
    for (const ReadVertex& vertex : Reach().others) {
      AddOther(vertex);
    }
    graph_.first_arc_.push_back(static_cast<uint32_t>(graph_.arcs_.size()));
    if (graph_.arcs_.size() > UINT32_MAX) {
      return Fail(ErrorCode::kUnsupported, "more is reached than 32 bits can number");
    }
    NoteDirections();
    graph_.is_certain_ = claims_.empty() && Reach().others.empty() && Reach().edges.empty() &&
                         !arrays_.MetUncertain();
    STEMMA_TRY(FindEnds());
    for (const NodeId start : starts) {
      graph_.starts_.push_back(*graph_.Find(start, /*stops=*/false));
    }
    return std::move(graph_);
  }

 private:
  struct ArrayArc {
    Arc arc;
    uint32_t edge;  // of the arrays
  };
  struct ReadArc {
    Arc arc;
    const ReadEdge* edge;
  };

  const SourcingReach& Reach() const { return graph_.reach_; }

  // --- vertices and arcs ---

  void AddPlain(NodeId node) {
    const NodeNote& note = arrays_.Of(node);
    SourceVertex vertex;
    vertex.shown = node;
    vertex.kind = note.kind;
    vertex.end = EndByFacts(note.kind, note.first_hand, note.unnamed);
    Add(vertex);
    if (vertex.end) {
      return;
    }
    if (!Reach().edges_of.empty()) {
      if (const auto asked = Reach().edges_of.find(node); asked != Reach().edges_of.end()) {
        AddReadArcs(asked->second.Of(Reach().edges));
        return;
      }
    }
    AddArrayArcs(node);
  }

  void AddOther(const ReadVertex& other) {
    SourceVertex vertex;
    vertex.shown = other.shown;
    vertex.kind = other.kind;
    vertex.stops = other.stops;
    vertex.is_folded = other.members.count > 1;
    vertex.end = EndByFacts(other.kind, other.first_hand, other.all_unnamed);
    if (!vertex.end && other.stops && other.edges.count > 0) {
      vertex.end = ChainEnd::kAttributed;  // a document that is no origin
    }
    Add(vertex);
    if (!other.stops) {
      AddReadArcs(other.edges.Of(Reach().edges));
    }
  }

  void Add(const SourceVertex& vertex) {
    graph_.vertices_.push_back(vertex);
    graph_.first_arc_.push_back(static_cast<uint32_t>(graph_.arcs_.size()));
  }

  // The vertex that an edge of the arrays leads to, or kNowhere when the filter leaves it out.
  Vertex HeadOf(EdgeKind kind, NodeId target) {
    bool stops = false;
    if (kind == EdgeKind::kQuotedFrom) {
      stops = IsWork(arrays_.Of(target).kind);
    } else if (const Vertex to = Reach().plain.PlaceOf(target); to != NodeSet::kNowhere) {
      return to;
    }
    return graph_.Find(target, stops).value_or(NodeSet::kNowhere);
  }

  // Edges are by kind, then target, so that rising targets that fold with none lead to different
  // vertices; else arcs may be parallel.
  void AddArrayArcs(NodeId node) {
    const size_t arcs_before = graph_.arcs_.size();
    const uint32_t plain_count = Reach().plain.Size();
    uint64_t behind_last = 0;
    const uint32_t end = arrays_.EdgesEnd(node);
    for (uint32_t edge = arrays_.FirstEdge(node); edge < end; ++edge) {
      const EdgeNote& note = arrays_.OfEdge(edge);
      if (note.sources == Verdict::kDrop) {
        continue;
      }
      const NodeId target{arrays_.Target(edge)};
      const Vertex to = HeadOf(note.kind, target);
      if (to == NodeSet::kNowhere) {
        continue;
      }
      if (target.value < behind_last || to >= plain_count) {
        graph_.arcs_.resize(arcs_before);
        AddStrongestArcs(node);
        return;
      }
      behind_last = target.value + 1;
      graph_.arcs_.emplace_back(to, note.is_hop);
    }
  }

  // The same with one arc for all edges that lead to one vertex.
  void AddStrongestArcs(NodeId node) {
    std::vector<ArrayArc> arcs;
    for (uint32_t edge = arrays_.FirstEdge(node); edge < arrays_.EdgesEnd(node); ++edge) {
      const EdgeNote& note = arrays_.OfEdge(edge);
      const NodeId target{arrays_.Target(edge)};
      if (note.sources == Verdict::kDrop || HeadOf(note.kind, target) == NodeSet::kNowhere) {
        continue;
      }
      arcs.push_back({Arc(HeadOf(note.kind, target), note.is_hop), edge});
    }
    KeepStrongest(arcs, [&](const ArrayArc& one) {
      const EdgeFacts& facts = arrays_.FactsOfEdge(one.edge);
      return Strength(facts.status, facts.confidence,
                      {node, facts.kind, NodeId{arrays_.Target(one.edge)}});
    });
    for (const ArrayArc& one : arcs) {
      graph_.arcs_.push_back(one.arc);
    }
  }

  void AddReadArcs(std::span<const ReadEdge> edges) {
    std::vector<ReadArc> arcs;
    for (const ReadEdge& edge : edges) {
      arcs.push_back({Arc(*graph_.Find(edge.to, edge.stops), edge.is_hop), &edge});
    }
    KeepStrongest(arcs, [](const ReadArc& one) {
      return Strength(one.edge->status, one.edge->confidence,
                      {one.edge->from, one.edge->kind, one.edge->to});
    });
    for (const ReadArc& one : arcs) {
      graph_.arcs_.push_back(one.arc);
    }
  }

  template <class Found, class StrengthOf>
  static void KeepStrongest(std::vector<Found>& found, const StrengthOf& strength_of) {
    std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
      return a.arc.To() != b.arc.To() ? a.arc.To() < b.arc.To() : strength_of(a) < strength_of(b);
    });
    found.erase(
        std::unique(found.begin(), found.end(),
                    [](const Found& a, const Found& b) { return a.arc.To() == b.arc.To(); }),
        found.end());
  }

  // The arcs of a vertex are rising.
  void NoteDirections() {
    for (Vertex v = 0; v < graph_.vertices_.size(); ++v) {
      const auto arcs = graph_.ArcsOf(v);
      if (!arcs.empty()) {
        graph_.all_fall_ = graph_.all_fall_ && arcs.back().To() < v;
        graph_.all_rise_ = graph_.all_rise_ && arcs.front().To() > v;
      }
    }
    uint32_t no_hops = 0;
    for (const Arc arc : graph_.arcs_) {
      no_hops |= 1 - arc.Hops();
    }
    graph_.has_revisions_ = no_hops != 0;
  }

  // --- ends ---

  Status FindEnds() {
    std::vector<Vertex> quotes;  // one for each of the nodes
    std::vector<NodeId> quote_nodes;
    for (Vertex v = 0; v < graph_.vertices_.size(); ++v) {
      SourceVertex& vertex = graph_.vertices_[v];
      if (vertex.end || !graph_.ArcsOf(v).empty()) {
        continue;
      }
      if (vertex.kind == NodeKind::kQuote) {
        vertex.end = ChainEnd::kUnnamed;
        for (const NodeId node : graph_.MembersOf(v)) {
          quotes.push_back(v);
          quote_nodes.push_back(node);
        }
        continue;
      }
      STEMMA_ASSIGN(const bool is_origin, IsOrigin(v));
      vertex.end = is_origin      ? ChainEnd::kOrigin
                   : vertex.stops ? ChainEnd::kAttributed
                                  : ChainEnd::kDeadEnd;
    }
    STEMMA_ASSIGN(const std::vector<bool> named, HaveNamedSpeaker(view_, arrays_, quote_nodes));
    for (size_t i = 0; i < quotes.size(); ++i) {
      if (named[i]) {
        graph_.vertices_[quotes[i]].end = ChainEnd::kAttributed;
      }
    }
    return {};
  }

  // Of a vertex without arcs: whether it is a document that has no source. Filters make no origin:
  // one that lost its sources to a filter is none.
  Result<bool> IsOrigin(Vertex v) {
    if (graph_.vertices_[v].kind != NodeKind::kDocument) {
      return false;
    }
    if (view_.LeavesAll() && claims_.empty()) {
      return true;
    }
    if (v < Reach().plain.Size()) {
      return !arrays_.HasStoredSource(graph_.vertices_[v].shown);
    }
    const auto members = graph_.MembersOf(v);
    STEMMA_ASSIGN(const auto lists, view_.Graph().Edges(members, Direction::kOut, kSourcingKinds));
    for (const std::vector<EdgeFacts>& list : lists) {
      for (const EdgeFacts& edge : list) {
        if (edge.status != AssertionStatus::kWithdrawn && !edge.inherited &&
            std::find(members.begin(), members.end(), edge.other) == members.end()) {
          return false;
        }
      }
    }
    return true;
  }

  const FilteredView& view_;
  Folding folding_;
  FilteredArrays arrays_;
  std::span<const NodeId> claims_;
  SourcingGraph graph_;
};

Result<SourcingGraph> SourcingGraph::Build(const FilteredView& view, std::span<const NodeId> starts,
                                           std::span<const NodeId> claims) {
  return SourcingGraphBuilder(view, claims).Build(starts);
}

std::span<const NodeId> SourcingGraph::MembersOf(Vertex vertex) const {
  if (!vertices_[vertex].is_folded) {
    return {&vertices_[vertex].shown, 1};
  }
  return reach_.others[vertex - reach_.plain.Size()].members.Of(reach_.members);
}

std::optional<Vertex> SourcingGraph::Find(NodeId node, bool stops) const {
  const uint32_t place = stops ? NodeSet::kNowhere : reach_.plain.PlaceOf(node);
  if (place != NodeSet::kNowhere) {
    return place;
  }
  const auto& others = stops ? reach_.stopping_of : reach_.other_of;
  const auto other = others.find(node);
  return other == others.end() || other->second == SourcingReach::kAbsent
             ? std::nullopt
             : std::optional(reach_.plain.Size() + other->second);
}

}  // namespace stemma
