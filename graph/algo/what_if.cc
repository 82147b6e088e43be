#include "graph/algo/what_if.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "graph/algo/depth.h"
#include "graph/algo/far_ends.h"
#include "graph/algo/folding.h"
#include "graph/algo/present_nodes.h"
#include "graph/algo/ranked.h"

namespace stemma {
namespace {

Filter WithAll(Filter filter) {
  filter.without.clear();
  return filter;
}

uint64_t Growth(const DepthChange& change) {
  return *change.after.min - *change.before.min;
}

class WhatIfSearch {
 public:
  WhatIfSearch(const Survey& before, const FilteredView& after)
      : before_(before), after_(after), graph_(before.Sources()) {}

  Result<WhatIf> Run(uint64_t listed_max) {
    STEMMA_TRY(FindTouched());
    STEMMA_TRY(CompareWorks());
    STEMMA_TRY(CompareClaims());
    const auto node_of = [](const DepthChange& change) { return change.node; };
    const GraphView& graph = after_.Graph();
    STEMMA_ASSIGN(answer_.lost.list,
                  FirstRanked(graph, std::move(lost_), listed_max, kAlike<DepthChange>, node_of));
    const auto grew_more = [](const DepthChange& a, const DepthChange& b) {
      return Growth(a) > Growth(b);
    };
    STEMMA_ASSIGN(answer_.deeper.list,
                  FirstRanked(graph, std::move(deeper_), listed_max, grew_more, node_of));
    return std::move(answer_);
  }

 private:
  struct Fate {
    NodeId node;
    Depth after;
  };

  bool IsRemoved(NodeId node) const { return after_.IsWithout(node); }
  bool AnyStays(std::span<const NodeId> nodes) const {
    return std::any_of(nodes.begin(), nodes.end(),
                       [this](NodeId node) { return !IsRemoved(node); });
  }

  // --- what may change ---

  // The removed; and what is folded otherwise without them, since a part may fall to another whole.
  Result<std::vector<NodeId>> Seeds() {
    const std::vector<NodeId>& removed = after_.Limits().without;
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, before_.View().Facts(removed));
    std::vector<NodeId> present;
    for (size_t i = 0; i < removed.size(); ++i) {
      if (before_.View().IsPresent(removed[i], facts[i])) {
        present.push_back(removed[i]);
      }
    }
    std::vector<NodeId> seeds;
    std::vector<NodeId> stay;
    Folding folding(before_.View());
    STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding.GroupsOf(present));
    for (const uint32_t group : groups) {
      for (const NodeId member : folding.Of(group).members) {
        seeds.push_back(member);
        if (!IsRemoved(member)) {
          stay.push_back(member);
        }
      }
    }
    Folding folding_after(after_);
    STEMMA_ASSIGN(const std::vector<uint32_t> groups_after, folding_after.GroupsOf(stay));
    for (const uint32_t group : groups_after) {
      const std::vector<NodeId>& members = folding_after.Of(group).members;
      seeds.insert(seeds.end(), members.begin(), members.end());
    }
    return seeds;
  }

  // Marks each vertex that leads to a seed: one pass, since the order has it behind all it leads
  // to.
  Status FindTouched() {
    STEMMA_ASSIGN(seeds_, Seeds());
    touched_.assign(graph_.VertexCount(), false);
    for (const NodeId seed : seeds_) {
      for (const bool stops : {false, true}) {
        if (const std::optional<Vertex> vertex = graph_.Find(seed, stops)) {
          touched_[*vertex] = true;
        }
      }
    }
    const auto leads_on = [this](Vertex v) {
      const auto arcs = graph_.ArcsOf(v);
      return touched_[v] ||
             std::any_of(arcs.begin(), arcs.end(), [this](Arc arc) { return touched_[arc.To()]; });
    };
    const Components& components = before_.Order();
    const std::vector<Vertex>& order = components.Order();
    for (size_t i = 0; i < order.size();) {
      const uint32_t circle = components.CircleOf(order[i]);
      const auto together =
          circle == Components::kNone ? std::span(order).subspan(i, 1) : components.Circle(circle);
      if (std::any_of(together.begin(), together.end(), leads_on)) {
        for (const Vertex v : together) {
          touched_[v] = true;
        }
      }
      i += together.size();
    }
    return {};
  }

  // --- works ---

  Status CompareWorks() {
    const std::vector<Hops> hops = HopsToOrigins(graph_, before_.Order());
    std::vector<NodeId> starts;
    for (Vertex v = 0; v < graph_.VertexCount(); ++v) {
      const SourceVertex& vertex = graph_.Vertices()[v];
      if (vertex.stops || IsAgent(vertex.kind)) {
        continue;
      }
      const auto members = graph_.MembersOf(v);
      if (IsWork(vertex.kind) && AnyStays(members)) {
        ++answer_.all.works;
      }
      if (touched_[v]) {
        touched_nodes_.insert(touched_nodes_.end(), members.begin(), members.end());
        std::copy_if(members.begin(), members.end(), std::back_inserter(starts),
                     [this](NodeId node) { return !IsRemoved(node); });
      }
    }
    std::sort(starts.begin(), starts.end());
    STEMMA_ASSIGN(const SourcingGraph graph_after, SourcingGraph::Build(after_, starts));
    const std::vector<Hops> hops_after = HopsToOrigins(graph_after, Components::Of(graph_after));
    for (Vertex v = 0; v < graph_.VertexCount(); ++v) {
      const SourceVertex& vertex = graph_.Vertices()[v];
      if (!touched_[v] || vertex.stops || !IsWork(vertex.kind)) {
        continue;
      }
      std::vector<Fate> fates;
      for (const NodeId node : graph_.MembersOf(v)) {
        if (!IsRemoved(node)) {
          const Vertex now = *graph_after.Find(node, /*stops=*/false);
          fates.push_back({node, DepthOf(hops_after[now])});
        }
      }
      STEMMA_TRY(Note(vertex.shown, vertex.kind, DepthOf(hops[v]), std::move(fates)));
    }
    return {};
  }

  // --- claims ---

  // Claims that may change, and that stay or not; rising.
  Result<std::vector<NodeId>> ClaimsTouched() {
    FilteredArrays arrays(before_.View(), /*for_claim=*/false);
    STEMMA_ASSIGN(const FarEnds stated,
                  FarEnds::Read(before_.View(), arrays, touched_nodes_, EdgeKind::kStates));
    std::vector<NodeId> claims = stated.All();
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, before_.View().Facts(seeds_));
    for (size_t i = 0; i < seeds_.size(); ++i) {
      if (facts[i].kind == NodeKind::kClaim) {
        claims.push_back(seeds_[i]);
      }
    }
    std::sort(claims.begin(), claims.end());
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
    return claims;
  }

  Status CountClaims(Folding& folding) {
    FilteredArrays arrays(after_, /*for_claim=*/false);
    STEMMA_ASSIGN(const std::vector<NodeId> claims, PresentNodes(after_, arrays, [](NodeKind kind) {
                    return kind == NodeKind::kClaim;
                  }));
    std::vector<NodeId> may_fold;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(may_fold),
                 [&](NodeId claim) { return !arrays.Of(claim).IsPlain(); });
    STEMMA_ASSIGN(std::vector<uint32_t> groups, folding.GroupsOf(may_fold));
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    answer_.all.claims = claims.size() - may_fold.size() + groups.size();
    return {};
  }

  Status CompareClaims() {
    Folding folding(before_.View());
    STEMMA_TRY(CountClaims(folding));
    STEMMA_ASSIGN(const std::vector<NodeId> claims, ClaimsTouched());
    STEMMA_ASSIGN(std::vector<uint32_t> groups, folding.GroupsOf(claims));
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    for (const uint32_t number : groups) {
      const Group& group = folding.Of(number);
      if (!AnyStays(group.members)) {
        continue;
      }
      STEMMA_ASSIGN(const NodeDepth before,
                    DepthOf(after_.Graph(), group.shown, before_.View().Limits()));
      std::vector<Fate> fates;
      for (const NodeId node : group.members) {
        if (!IsRemoved(node)) {
          STEMMA_ASSIGN(const NodeDepth after, DepthOf(after_.Graph(), node, after_.Limits()));
          fates.push_back({node, after.depth});
        }
      }
      STEMMA_TRY(Note(group.shown, NodeKind::kClaim, before.depth, std::move(fates)));
    }
    return {};
  }

  // --- answers ---

  static uint64_t& CountOf(WorksAndClaims& count, NodeKind kind) {
    return kind == NodeKind::kClaim ? count.claims : count.works;
  }

  // `fates` are of the nodes that were one before.
  Status Note(NodeId shown, NodeKind kind, const Depth& before, std::vector<Fate> fates) {
    if (fates.empty()) {
      return {};
    }
    ++CountOf(answer_.through, kind);
    if (!before.min) {
      return {};
    }
    ++answer_.through_reached;
    STEMMA_TRY(Unite(shown, fates));
    for (const Fate& fate : fates) {
      const DepthChange change = {fate.node, kind, before, fate.after};
      if (!change.after.min) {
        ++CountOf(answer_.lost.count, kind);
        lost_.push_back(change);
      } else if (*change.after.min > *before.min) {
        ++CountOf(answer_.deeper.count, kind);
        deeper_.push_back(change);
      }
    }
    return {};
  }

  // Leaves one of those that fare alike: `shown`, else the one with the smallest id.
  Status Unite(NodeId shown, std::vector<Fate>& fates) const {
    if (fates.size() == 1) {
      return {};
    }
    std::vector<NodeId> nodes;
    std::transform(fates.begin(), fates.end(), std::back_inserter(nodes),
                   [](const Fate& fate) { return fate.node; });
    STEMMA_ASSIGN(const std::vector<std::string> ids, after_.Graph().Ids(nodes));
    std::vector<size_t> places(fates.size());
    std::iota(places.begin(), places.end(), size_t{0});
    std::sort(places.begin(), places.end(), [&](size_t a, size_t b) {
      return std::pair(nodes[a] != shown, ids[a]) < std::pair(nodes[b] != shown, ids[b]);
    });
    std::vector<Fate> united;
    for (const size_t place : places) {
      if (std::none_of(united.begin(), united.end(),
                       [&](const Fate& one) { return one.after == fates[place].after; })) {
        united.push_back(fates[place]);
      }
    }
    fates = std::move(united);
    return {};
  }

  const Survey& before_;
  const FilteredView& after_;
  const SourcingGraph& graph_;  // before
  std::vector<NodeId> seeds_;
  std::vector<bool> touched_;          // by vertex
  std::vector<NodeId> touched_nodes_;  // works and quotes, removed ones too
  std::vector<DepthChange> lost_;
  std::vector<DepthChange> deeper_;
  WhatIf answer_;
};

}  // namespace

Result<WhatIf> AskWhatIf(const GraphView& graph, const Filter& filter, uint64_t listed_max) {
  STEMMA_ASSIGN(const Survey before, Survey::Of(graph, WithAll(filter)));
  const FilteredView after(graph, filter);
  return WhatIfSearch(before, after).Run(listed_max);
}

}  // namespace stemma
