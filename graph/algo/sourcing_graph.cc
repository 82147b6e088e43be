#include "graph/algo/sourcing_graph.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "graph/algo/far_ends.h"
#include "graph/algo/filtered_arrays.h"
#include "graph/algo/folding.h"
#include "graph/algo/steps.h"

namespace stemma {
namespace {

// How far ahead of the vertex being read memory is asked for.
constexpr Vertex kNodeAhead = 24;
constexpr Vertex kEdgesAhead = 16;
constexpr Vertex kTargetsAhead = 8;

}  // namespace

// Breadth first, in waves: what the arrays can say is read on the way, and of what they cannot say
// the wave's rest is asked of the view in one batch.
class SourcingGraphBuilder {
 public:
  SourcingGraphBuilder(const FilteredView& view, std::optional<NodeId> claim)
      : view_(view), folding_(view), arrays_(view, claim.has_value()), claim_(claim) {
    graph_.map_ = VertexMap(arrays_.NodeCount());
    graph_.stopped_ = VertexMap();
  }

  Result<SourcingGraph> Build(std::span<const NodeId> starts) {
    if (claim_) {
      STEMMA_TRY(graph_.claims_.Narrow(view_, folding_, *claim_));
    }
    STEMMA_ASSIGN(const std::vector<Vertex> vertices, PlainOrFolded(starts));
    graph_.starts_ = vertices;
    for (Vertex done = 0; done < graph_.vertices_.size();) {
      const auto wave_end = static_cast<Vertex>(graph_.vertices_.size());
      STEMMA_TRY(ReadWave(done, wave_end));
      done = wave_end;
      if (graph_.vertices_.size() > kVerticesMax || graph_.arcs_.size() > UINT32_MAX) {
        return Fail(ErrorCode::kUnsupported, "more is reached than 32 bits can number");
      }
    }
    return std::move(graph_);
  }

 private:
  struct Member {
    Vertex vertex;
    NodeId node;
  };
  struct Found {
    Arc arc;
    Step step;
  };
  struct PlainFound {
    Arc arc;
    uint32_t edge;  // of the arrays
  };
  enum class Followed { kAll, kParallel, kCannotSay };

  // --- vertices ---

  // The vertex of a node that folds with none, which is new.
  Vertex AddPlain(NodeId node, const NodeNote& note, bool stops) {
    SourceVertex vertex;
    vertex.shown = node;
    vertex.kind = note.kind;
    vertex.stops = stops;
    if (note.first_hand) {
      vertex.end = ChainEnd::kOrigin;
    } else if (note.kind == NodeKind::kOutlet) {
      vertex.end = ChainEnd::kOutletOnly;
    } else if (note.kind == NodeKind::kSpeaker) {
      vertex.end = note.unnamed ? ChainEnd::kUnnamed : ChainEnd::kAttributed;
    }
    return Add(vertex, /*is_plain=*/true);
  }

  Vertex Add(const SourceVertex& vertex, bool is_plain) {
    graph_.vertices_.push_back(vertex);
    graph_.arcs_of_.emplace_back();
    is_plain_.push_back(is_plain ? 1 : 0);
    return static_cast<Vertex>(graph_.vertices_.size() - 1);
  }

  VertexMap& MapOf(bool stops) { return stops ? graph_.stopped_ : graph_.map_; }

  // Where a node met for the first time is, as far as the arrays can say; else unknown.
  VertexSlot Meet(NodeId node, bool stops) {
    const NodeNote& note = arrays_.Of(node);
    if (!note.IsPlain()) {
      return {};
    }
    const VertexSlot slot = arrays_.IsPresent(node, note)
                                ? VertexSlot::Of(AddPlain(node, note, stops), false)
                                : VertexSlot::Absent();
    MapOf(stops).Slot(node) = slot;
    return slot;
  }

  VertexSlot SlotOf(NodeId node, bool stops) {
    const VertexSlot slot = MapOf(stops).Slot(node);
    return slot.IsUnknown() ? Meet(node, stops) : slot;
  }

  Vertex VertexOfGroup(uint32_t group, bool stops) {
    const Group& members = folding_.Of(group);
    const VertexSlot known = MapOf(stops).Slot(members.members.front());
    if (known.HasVertex()) {
      return known.Get();
    }
    SourceVertex vertex;
    vertex.shown = members.shown;
    vertex.stops = stops;
    vertex.is_folded = members.members.size() > 1;
    const Vertex number = Add(vertex, /*is_plain=*/false);
    for (NodeId member : members.members) {
      MapOf(stops).Slot(member) = VertexSlot::Of(number, vertex.is_folded);
    }
    if (vertex.is_folded) {
      graph_.members_of_[number] = {static_cast<uint32_t>(graph_.members_.size()),
                                    static_cast<uint32_t>(members.members.size())};
      graph_.members_.insert(graph_.members_.end(), members.members.begin(), members.members.end());
    }
    return number;
  }

  // The vertices of nodes that are present, in their order; those that fold are asked for together.
  Result<std::vector<Vertex>> PlainOrFolded(std::span<const NodeId> nodes) {
    std::vector<Vertex> vertices(nodes.size());
    std::vector<NodeId> asked;
    std::vector<size_t> places;
    for (size_t i = 0; i < nodes.size(); ++i) {
      const VertexSlot slot = SlotOf(nodes[i], /*stops=*/false);
      if (slot.HasVertex()) {
        vertices[i] = slot.Get();
      } else {
        asked.push_back(nodes[i]);
        places.push_back(i);
      }
    }
    STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(asked));
    for (size_t i = 0; i < asked.size(); ++i) {
      vertices[places[i]] = VertexOfGroup(groups[i], /*stops=*/false);
    }
    return vertices;
  }

  // --- waves ---

  Status ReadWave(Vertex first, Vertex last) {
    deferred_.clear();
    for (Vertex v = first; v < last; ++v) {
      PrefetchBehind(v, last);
      if (is_plain_[v] == 0 || !ReadPlain(v)) {
        deferred_.push_back(v);
      }
    }
    if (!deferred_.empty()) {
      STEMMA_ASSIGN(const std::vector<Member> open, ReadKinds());
      STEMMA_TRY(ReadArcs(open));
    }
    return ReadEnds(first, last);
  }

  void PrefetchBehind(Vertex v, Vertex last) {
    if (v + kNodeAhead >= last) {
      return;
    }
    arrays_.PrefetchNode(graph_.vertices_[v + kNodeAhead].shown);
    arrays_.PrefetchEdges(graph_.vertices_[v + kEdgesAhead].shown);
    const NodeId near = graph_.vertices_[v + kTargetsAhead].shown;
    if (is_plain_[v + kTargetsAhead] != 0) {
      const uint32_t end = arrays_.EdgesEnd(near);
      for (uint32_t edge = arrays_.FirstEdge(near); edge < end; ++edge) {
        graph_.map_.Prefetch(NodeId{arrays_.Target(edge)});
      }
    }
  }

  // Reads the arcs of a vertex of one node from the arrays; false when they cannot say.
  bool ReadPlain(Vertex v) {
    const SourceVertex& vertex = graph_.vertices_[v];
    if (vertex.end || (vertex.stops && vertex.kind != NodeKind::kDocument)) {
      return true;
    }
    if (vertex.stops) {
      return false;
    }
    const NodeId node = vertex.shown;
    const Followed followed = Follow(node);
    if (followed == Followed::kCannotSay) {
      return false;
    }
    if (followed == Followed::kParallel) {
      KeepStrongest(plain_found_, [this, node](const PlainFound& found) {
        const EdgeFacts& facts = arrays_.FactsOfEdge(found.edge);
        return Strength(facts, {node, facts.kind, NodeId{arrays_.Target(found.edge)}});
      });
    }
    AppendArcs(v, plain_found_);
    return true;
  }

  // Into plain_found_: the arcs of a node, and whether two of them may be parallel. Edges are by
  // kind, then target, so that rising targets that fold with none lead to different vertices.
  Followed Follow(NodeId node) {
    plain_found_.clear();
    bool may_be_parallel = false;
    uint64_t behind_last = 0;
    const uint32_t end = arrays_.EdgesEnd(node);
    for (uint32_t edge = arrays_.FirstEdge(node); edge < end; ++edge) {
      const EdgeNote& note = arrays_.OfEdge(edge);
      if (note.sources == Verdict::kDrop) {
        continue;
      }
      if (note.sources == Verdict::kAsk) {
        return Followed::kCannotSay;
      }
      const NodeId target{arrays_.Target(edge)};
      bool stops = false;
      if (note.kind == EdgeKind::kQuotedFrom) {
        const NodeNote& far = arrays_.Of(target);
        if (!far.facts_hold) {
          return Followed::kCannotSay;
        }
        stops = IsWork(far.kind);
      }
      const VertexSlot slot = SlotOf(target, stops);
      if (slot.IsUnknown()) {
        return Followed::kCannotSay;
      }
      if (slot.IsAbsent()) {
        continue;
      }
      may_be_parallel = may_be_parallel || target.value < behind_last || slot.IsFolded();
      behind_last = target.value + 1;
      plain_found_.push_back({Arc(slot.Get(), note.is_hop), edge});
    }
    return may_be_parallel ? Followed::kParallel : Followed::kAll;
  }

  template <class Found, class StrengthOf>
  static void KeepStrongest(std::vector<Found>& found, StrengthOf strength_of) {
    std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
      return a.arc.To() != b.arc.To() ? a.arc.To() < b.arc.To() : strength_of(a) < strength_of(b);
    });
    found.erase(
        std::unique(found.begin(), found.end(),
                    [](const Found& a, const Found& b) { return a.arc.To() == b.arc.To(); }),
        found.end());
  }

  template <class Found>
  void AppendArcs(Vertex v, const std::vector<Found>& found) {
    graph_.arcs_of_[v] = {static_cast<uint32_t>(graph_.arcs_.size()),
                          static_cast<uint32_t>(found.size())};
    for (const Found& one : found) {
      graph_.arcs_.push_back(one.arc);
      graph_.has_revisions_ = graph_.has_revisions_ || one.arc.Hops() == 0;
    }
  }

  // --- what the arrays cannot say ---

  // Sets kinds and first-hand origins; returns the members whose edges matter.
  Result<std::vector<Member>> ReadKinds() {
    std::vector<Member> members;
    std::vector<NodeId> nodes;
    for (Vertex v : deferred_) {
      for (NodeId node : graph_.MembersOf(v)) {
        members.push_back({v, node});
        nodes.push_back(node);
      }
    }
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view_.Facts(nodes));
    unnamed_.clear();
    for (size_t i = 0; i < members.size(); ++i) {
      SourceVertex& vertex = graph_.vertices_[members[i].vertex];
      vertex.kind = facts[i].kind;
      if (facts[i].first_hand) {
        vertex.end = ChainEnd::kOrigin;
      }
      if (facts[i].unnamed) {
        unnamed_.insert(members[i].node);
      }
    }
    std::erase_if(members, [this](const Member& member) {
      const SourceVertex& vertex = graph_.vertices_[member.vertex];
      return vertex.end.has_value() || IsAgent(vertex.kind) ||
             (vertex.stops && vertex.kind != NodeKind::kDocument);
    });
    return members;
  }

  Status ReadArcs(const std::vector<Member>& open) {
    std::vector<NodeId> nodes;
    for (const Member& member : open) {
      nodes.push_back(member.node);
    }
    STEMMA_ASSIGN(auto lists, view_.Edges(nodes, Direction::kOut, kSourcingKinds));
    std::vector<NodeId> targets;
    std::vector<NodeId> lifted_from;
    for (size_t i = 0; i < open.size(); ++i) {
      STEMMA_TRY(KeepServing(open[i].node, lists[i]));
      for (const EdgeFacts& edge : lists[i]) {
        targets.push_back(edge.other);
        if (edge.kind == EdgeKind::kQuotedFrom) {
          lifted_from.push_back(edge.other);
        }
      }
    }
    STEMMA_TRY(FindGroups(targets));
    STEMMA_TRY(FindWorks(lifted_from));
    std::vector<Found> found;
    for (size_t i = 0; i < open.size(); ++i) {
      for (const EdgeFacts& edge : lists[i]) {
        FollowEdge(open[i], edge, found);
      }
      if (i + 1 == open.size() || open[i + 1].vertex != open[i].vertex) {
        KeepStrongest(found,
                      [](const Found& one) { return Strength(one.step.facts, one.step.edge); });
        AppendArcs(open[i].vertex, found);
        found.clear();
      }
    }
    return {};
  }

  // Of a node's sourcing edges, those that this question follows.
  Status KeepServing(NodeId from, std::vector<EdgeFacts>& edges) {
    std::vector<EdgeFacts> kept;
    for (const EdgeFacts& edge : edges) {
      STEMMA_ASSIGN(const bool serves, graph_.claims_.Serves(view_.Graph(), from, edge));
      if (serves && !edge.inherited) {
        kept.push_back(edge);
      }
    }
    edges = std::move(kept);
    return {};
  }

  // Into group_of_: of the nodes that the arrays do not know to stand alone.
  Status FindGroups(std::span<const NodeId> nodes) {
    std::vector<NodeId> asked;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(asked),
                 [this](NodeId node) { return !arrays_.Of(node).IsPlain(); });
    STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(asked));
    group_of_.clear();
    for (size_t i = 0; i < asked.size(); ++i) {
      group_of_[asked[i]] = groups[i];
    }
    return {};
  }

  Status FindWorks(const std::vector<NodeId>& nodes) {
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view_.Facts(nodes));
    works_.clear();
    for (size_t i = 0; i < nodes.size(); ++i) {
      if (IsWork(facts[i].kind)) {
        works_.insert(nodes[i]);
      }
    }
    return {};
  }

  void FollowEdge(const Member& from, const EdgeFacts& edge, std::vector<Found>& found) {
    const bool stops = edge.kind == EdgeKind::kQuotedFrom && works_.contains(edge.other);
    const SourceVertex& vertex = graph_.vertices_[from.vertex];
    if (vertex.is_folded) {
      const auto members = graph_.MembersOf(from.vertex);
      if (std::binary_search(members.begin(), members.end(), edge.other)) {
        return;  // edges inside a folded node vanish
      }
    }
    if (vertex.stops) {
      has_source_.insert(from.vertex);
      return;
    }
    const auto group = group_of_.find(edge.other);
    const Vertex to = group == group_of_.end() ? SlotOf(edge.other, stops).Get()
                                               : VertexOfGroup(group->second, stops);
    found.push_back(
        {Arc(to, !edge.revision), {{from.node, edge.kind, edge.other}, edge, !edge.revision}});
  }

  // --- ends ---

  Status ReadEnds(Vertex first, Vertex last) {
    std::vector<Member> quotes;
    std::vector<NodeId> quote_nodes;
    for (Vertex v = first; v < last; ++v) {
      SourceVertex& vertex = graph_.vertices_[v];
      if (vertex.end || graph_.arcs_of_[v].count > 0) {
        continue;
      }
      STEMMA_ASSIGN(vertex.end, EndWithoutArcs(v));
      if (vertex.kind == NodeKind::kQuote) {
        for (NodeId node : graph_.MembersOf(v)) {
          quotes.push_back({v, node});
          quote_nodes.push_back(node);
        }
      }
    }
    if (quotes.empty()) {
      return {};
    }
    STEMMA_ASSIGN(const std::vector<bool> named, HaveNamedSpeaker(view_, arrays_, quote_nodes));
    for (size_t i = 0; i < quotes.size(); ++i) {
      if (named[i]) {
        graph_.vertices_[quotes[i].vertex].end = ChainEnd::kAttributed;
      }
    }
    return {};
  }

  Result<ChainEnd> EndWithoutArcs(Vertex v) {
    const SourceVertex& vertex = graph_.vertices_[v];
    switch (vertex.kind) {
      case NodeKind::kOutlet:
        return ChainEnd::kOutletOnly;
      case NodeKind::kSpeaker: {
        const auto members = graph_.MembersOf(v);
        return std::all_of(members.begin(), members.end(),
                           [this](NodeId node) { return unnamed_.contains(node); })
                   ? ChainEnd::kUnnamed
                   : ChainEnd::kAttributed;
      }
      case NodeKind::kQuote:
        return ChainEnd::kUnnamed;
      case NodeKind::kDocument: {
        STEMMA_ASSIGN(const bool lost, LostItsSources(v));
        if (!has_source_.contains(v) && !lost) {
          return ChainEnd::kOrigin;
        }
        return vertex.stops ? ChainEnd::kAttributed : ChainEnd::kDeadEnd;
      }
      case NodeKind::kArticle:
      case NodeKind::kClaim:
        break;
    }
    return vertex.stops ? ChainEnd::kAttributed : ChainEnd::kDeadEnd;
  }

  // Filters make no origin: whether a document without arcs has sources in the unfiltered graph.
  Result<bool> LostItsSources(Vertex v) {
    if (view_.LeavesAll() && !claim_) {
      return false;
    }
    if (is_plain_[v] != 0) {
      return arrays_.HasStoredSource(graph_.vertices_[v].shown);
    }
    const auto members = graph_.MembersOf(v);
    STEMMA_ASSIGN(const auto lists, view_.Graph().Edges(members, Direction::kOut, kSourcingKinds));
    for (const std::vector<EdgeFacts>& list : lists) {
      for (const EdgeFacts& edge : list) {
        if (edge.status != AssertionStatus::kWithdrawn && !edge.inherited &&
            std::find(members.begin(), members.end(), edge.other) == members.end()) {
          return true;
        }
      }
    }
    return false;
  }

  const FilteredView& view_;
  Folding folding_;
  FilteredArrays arrays_;
  std::optional<NodeId> claim_;
  SourcingGraph graph_;
  std::vector<uint8_t> is_plain_;          // by vertex: one node, and the arrays know it
  std::unordered_set<Vertex> has_source_;  // vertices that stop, but have a source
  // Of the wave, or the vertex, being read:
  std::vector<Vertex> deferred_;
  std::vector<PlainFound> plain_found_;
  std::unordered_set<NodeId> unnamed_;
  std::unordered_set<NodeId> works_;  // that something was lifted from
  std::unordered_map<NodeId, uint32_t> group_of_;
};

Result<SourcingGraph> SourcingGraph::Build(const FilteredView& view, std::span<const NodeId> starts,
                                           std::optional<NodeId> claim) {
  return SourcingGraphBuilder(view, claim).Build(starts);
}

std::span<const NodeId> SourcingGraph::MembersOf(Vertex vertex) const {
  const SourceVertex& of = vertices_[vertex];
  if (!of.is_folded) {
    return {&of.shown, 1};
  }
  const Range range = members_of_.at(vertex);
  return {members_.data() + range.first, range.count};
}

}  // namespace stemma
