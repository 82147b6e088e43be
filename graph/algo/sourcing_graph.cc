#include "graph/algo/sourcing_graph.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/algo/folding.h"

namespace stemma {
namespace {

constexpr EdgeKindSet kSourcingKinds =
    SetOf(EdgeKind::kDerivedFrom) | SetOf(EdgeKind::kCites) | SetOf(EdgeKind::kQuotedFrom);

// Of parallel edges the strongest is shown: by status as listed (asserted first, disputed last),
// then by confidence, then by kind and ends so that the answer does not depend on reading order.
bool IsStronger(const Step& a, const Step& b) {
  return std::tuple(a.facts.status, -a.facts.confidence, a.edge) <
         std::tuple(b.facts.status, -b.facts.confidence, b.edge);
}

}  // namespace

class SourcingGraphBuilder {
 public:
  SourcingGraphBuilder(const FilteredView& view, std::optional<NodeId> claim)
      : view_(view), folding_(view), claim_(claim) {}

  Result<SourcingGraph> Build(std::span<const NodeId> starts) {
    if (claim_) {
      STEMMA_TRY(ReadClaimIds());
    }
    STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(starts));
    for (uint32_t group : groups) {
      graph_.starts_.push_back(VertexOf(group, /*stops=*/false));
    }
    for (Vertex done = 0; done < graph_.vertices_.size();) {
      const auto wave_end = static_cast<Vertex>(graph_.vertices_.size());
      STEMMA_TRY(ReadWave(done, wave_end));
      done = wave_end;
    }
    return std::move(graph_);
  }

 private:
  struct Member {
    Vertex vertex;
    NodeId node;
  };

  Status ReadClaimIds() {
    const std::vector<NodeId> claim = {*claim_};
    STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(claim));
    STEMMA_ASSIGN(const std::vector<std::string> ids,
                  view_.Graph().Ids(folding_.Of(groups.front()).members));
    claim_ids_.insert(ids.begin(), ids.end());
    return {};
  }

  Vertex VertexOf(uint32_t group, bool stops) {
    const auto next = static_cast<Vertex>(graph_.vertices_.size());
    const auto [place, is_new] =
        vertex_of_.try_emplace(uint64_t{group} * 2 + (stops ? 1 : 0), next);
    if (is_new) {
      const Group& members = folding_.Of(group);
      SourceVertex vertex;
      vertex.shown = members.shown;
      vertex.members = members.members;
      vertex.stops = stops;
      graph_.vertices_.push_back(std::move(vertex));
      group_of_.push_back(group);
    }
    return place->second;
  }

  // Reads vertices first..last-1: what they are, then their edges, then how those without end.
  Status ReadWave(Vertex first, Vertex last) {
    STEMMA_ASSIGN(const std::vector<Member> open, ReadKinds(first, last));
    STEMMA_TRY(ReadArcs(open, first, last));
    return ReadEnds(first, last);
  }

  // Sets kinds and first-hand origins; returns the members whose edges matter.
  Result<std::vector<Member>> ReadKinds(Vertex first, Vertex last) {
    std::vector<Member> members;
    std::vector<NodeId> nodes;
    for (Vertex v = first; v < last; ++v) {
      for (NodeId node : graph_.vertices_[v].members) {
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

  Status ReadArcs(const std::vector<Member>& open, Vertex first, Vertex last) {
    std::vector<NodeId> nodes;
    for (const Member& member : open) {
      nodes.push_back(member.node);
    }
    STEMMA_ASSIGN(auto lists, view_.Edges(nodes, Direction::kOut, kSourcingKinds));
    std::vector<std::pair<Member, EdgeFacts>> edges;
    std::vector<NodeId> targets;
    for (size_t i = 0; i < open.size(); ++i) {
      for (const EdgeFacts& edge : lists[i]) {
        if (edge.inherited) {
          continue;
        }
        STEMMA_ASSIGN(const bool serves, ServesClaim(open[i].node, edge));
        if (serves) {
          edges.emplace_back(open[i], edge);
          targets.push_back(edge.other);
        }
      }
    }
    STEMMA_ASSIGN(const std::vector<uint32_t> target_groups, folding_.GroupsOf(targets));
    STEMMA_ASSIGN(const std::vector<NodeFacts> target_facts, view_.Facts(targets));
    std::vector<std::vector<Arc>> arcs(last - first);
    for (size_t i = 0; i < edges.size(); ++i) {
      const auto& [member, edge] = edges[i];
      SourceVertex& from = graph_.vertices_[member.vertex];
      const bool inside = target_groups[i] == group_of_[member.vertex];
      if (inside && from.members.size() > 1) {
        continue;  // edges inside a folded node vanish
      }
      if (from.stops) {
        has_source_.insert(member.vertex);
        continue;
      }
      Arc arc;
      const bool stops = edge.kind == EdgeKind::kQuotedFrom && IsWork(target_facts[i].kind);
      arc.to = VertexOf(target_groups[i], stops);
      arc.step = {{member.node, edge.kind, edge.other}, edge, !edge.revision};
      arcs[member.vertex - first].push_back(arc);
    }
    for (Vertex v = first; v < last; ++v) {
      KeepArcs(v, arcs[v - first]);
    }
    return {};
  }

  void KeepArcs(Vertex vertex, std::vector<Arc>& arcs) {
    std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) {
      return a.to != b.to ? a.to < b.to : IsStronger(a.step, b.step);
    });
    const auto end = std::unique(arcs.begin(), arcs.end(),
                                 [](const Arc& a, const Arc& b) { return a.to == b.to; });
    graph_.vertices_[vertex].first_arc = graph_.arcs_.size();
    graph_.arcs_.insert(graph_.arcs_.end(), arcs.begin(), end);
    graph_.vertices_[vertex].arc_count = static_cast<uint64_t>(end - arcs.begin());
  }

  // A sourcing edge that names claims serves only those; every edge serves a question about none.
  Result<bool> ServesClaim(NodeId from, const EdgeFacts& edge) {
    if (!claim_ || !edge.has_claims) {
      return true;
    }
    STEMMA_ASSIGN(const std::vector<ArrivedEdge> said,
                  view_.Graph().EdgeAssertions({from, edge.kind, edge.other}));
    for (const ArrivedEdge& one : said) {
      if (one.arrival == edge.arrival) {
        return std::any_of(one.assertion.claims.begin(), one.assertion.claims.end(),
                           [this](const std::string& id) { return claim_ids_.contains(id); });
      }
    }
    return Fail(ErrorCode::kCorruption, "an edge names an assertion that is not stored");
  }

  Status ReadEnds(Vertex first, Vertex last) {
    std::vector<Member> quotes;
    std::vector<NodeId> quote_nodes;
    for (Vertex v = first; v < last; ++v) {
      SourceVertex& vertex = graph_.vertices_[v];
      if (vertex.end || vertex.arc_count > 0) {
        continue;
      }
      STEMMA_ASSIGN(vertex.end, EndWithoutArcs(v));
      if (vertex.kind == NodeKind::kQuote) {
        for (NodeId node : vertex.members) {
          quotes.push_back({v, node});
          quote_nodes.push_back(node);
        }
      }
    }
    STEMMA_ASSIGN(const std::vector<bool> named, HaveNamedSpeaker(view_, quote_nodes));
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
      case NodeKind::kSpeaker:
        return std::all_of(vertex.members.begin(), vertex.members.end(),
                           [this](NodeId node) { return unnamed_.contains(node); })
                   ? ChainEnd::kUnnamed
                   : ChainEnd::kAttributed;
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
    const std::vector<NodeId>& members = graph_.vertices_[v].members;
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
  std::optional<NodeId> claim_;
  std::unordered_set<std::string> claim_ids_;
  std::unordered_map<uint64_t, Vertex> vertex_of_;  // group * 2 + stops
  std::vector<uint32_t> group_of_;                  // by vertex
  std::unordered_set<NodeId> unnamed_;              // of the wave being read
  std::unordered_set<Vertex> has_source_;           // vertices that stop, but have a source
  SourcingGraph graph_;
};

Result<SourcingGraph> SourcingGraph::Build(const FilteredView& view, std::span<const NodeId> starts,
                                           std::optional<NodeId> claim) {
  return SourcingGraphBuilder(view, claim).Build(starts);
}

Result<std::vector<bool>> HaveNamedSpeaker(const FilteredView& view,
                                           std::span<const NodeId> quotes) {
  STEMMA_ASSIGN(const auto lists, view.Edges(quotes, Direction::kOut, SetOf(EdgeKind::kSpokenBy)));
  std::vector<NodeId> speakers;
  for (const std::vector<EdgeFacts>& list : lists) {
    for (const EdgeFacts& edge : list) {
      speakers.push_back(edge.other);
    }
  }
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(speakers));
  std::vector<bool> named(quotes.size(), false);
  size_t next = 0;
  for (size_t i = 0; i < quotes.size(); ++i) {
    for (size_t n = 0; n < lists[i].size(); ++n) {
      if (!facts[next++].unnamed) {
        named[i] = true;
      }
    }
  }
  return named;
}

}  // namespace stemma
