#include "graph/algo/sourcing_reach.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "graph/algo/steps.h"

namespace stemma {
namespace {

// How far ahead of the node being read memory is asked for.
constexpr size_t kNodeAhead = 16;
constexpr size_t kEdgesAhead = 8;

class ReachSearch {
 public:
  ReachSearch(const FilteredView& view, FilteredArrays& arrays, Folding& folding,
              const ClaimFilter& claims)
      : view_(view),
        arrays_(arrays),
        folding_(folding),
        claims_(claims),
        sorter_(arrays.NodeCount()) {
    reached_.plain = NodeSet(arrays.NodeCount());
  }

  Result<SourcingReach> From(std::span<const NodeId> starts) {
    for (const NodeId start : starts) {
      Meet(start);
    }
    Walk();
    while (!strangers_.empty() || !lifted_from_.empty() || !doubtful_.empty()) {
      STEMMA_TRY(AskRound());
      Walk();
    }
    for (const uint32_t node : not_plain_) {
      reached_.plain.Remove(node);
    }
    reached_.plain.Rank();
    return std::move(reached_);
  }

 private:
  // A node whose edges were asked for, as a member of an other vertex or as a plain node.
  struct Source {
    NodeId node;
    ReadVertex* vertex = nullptr;  // null: plain
  };

  // --- plain nodes ---

  void Meet(NodeId node) {
    if (node.value >= arrays_.NodeCount()) {
      strangers_.push_back(node);
    } else {
      next_.Expect(1);
      MeetInArrays(static_cast<uint32_t>(node.value));
    }
  }

  // There is room in next_.
  void MeetInArrays(uint32_t node) { next_.Offer(node, reached_.plain.Add(node)); }

  void Walk() {
    while (!next_.IsEmpty()) {
      next_.MoveTo(level_);
      Settle();
      for (size_t i = 0; i < level_.size(); ++i) {
        if (i + kNodeAhead < level_.size()) {
          arrays_.PrefetchNode(NodeId{level_[i + kNodeAhead]});
          arrays_.PrefetchEdges(NodeId{level_[i + kEdgesAhead]});
        }
        Follow(NodeId{level_[i]});
      }
    }
  }

  // Sorts the level, and keeps the plain nodes that are present.
  void Settle() {
    sorter_.Sort(level_);
    size_t kept = 0;
    for (const uint32_t number : level_) {
      const NodeNote& note = arrays_.Of(NodeId{number});
      if (note.IsPlain() && arrays_.IsPresent(NodeId{number}, note)) {
        level_[kept++] = number;
        continue;
      }
      not_plain_.push_back(number);
      if (!note.IsPlain()) {
        strangers_.push_back(NodeId{number});
      }
    }
    level_.resize(kept);
  }

  void Follow(NodeId node) {
    const NodeNote& from = arrays_.Of(node);
    if (from.first_hand || IsAgent(from.kind)) {
      return;
    }
    const uint32_t first = arrays_.FirstEdge(node);
    const uint32_t end = arrays_.EdgesEnd(node);
    reached_.plain_edges += end - first;
    next_.Expect(end - first);
    for (uint32_t edge = first; edge < end; ++edge) {
      const EdgeNote& note = arrays_.OfEdge(edge);
      if (note.sources == Verdict::kDrop) {
        continue;
      }
      const NodeId target{arrays_.Target(edge)};
      const bool is_lift = note.kind == EdgeKind::kQuotedFrom;
      if (note.sources == Verdict::kAsk || (is_lift && !arrays_.Of(target).facts_hold)) {
        doubtful_.push_back(node);
        return;
      }
      if (is_lift && IsWork(arrays_.Of(target).kind)) {
        lifted_from_.push_back(target);
      } else {
        MeetInArrays(arrays_.Target(edge));
      }
    }
  }

  // --- the others ---

  Status AskRound() {
    const size_t first = reached_.others.size();
    const std::vector<NodeId> strangers = std::exchange(strangers_, {});
    const std::vector<NodeId> lifted_from = std::exchange(lifted_from_, {});
    const std::vector<NodeId> doubtful = std::exchange(doubtful_, {});
    STEMMA_TRY(AddVertices(strangers, /*stops=*/false));
    STEMMA_TRY(AddVertices(lifted_from, /*stops=*/true));
    STEMMA_TRY(ReadKinds(first));
    std::vector<Source> sources;
    for (size_t i = first; i < reached_.others.size(); ++i) {
      ReadVertex& vertex = reached_.others[i];
      if (!vertex.first_hand && !IsAgent(vertex.kind) &&
          (!vertex.stops || vertex.kind == NodeKind::kDocument)) {
        for (const NodeId member : vertex.members.Of(reached_.members)) {
          sources.push_back({member, &vertex});
        }
      }
    }
    for (const NodeId node : doubtful) {
      sources.push_back({node});
    }
    return ReadEdges(sources);
  }

  // A vertex for each group of nodes that has none yet and is present.
  Status AddVertices(const std::vector<NodeId>& nodes, bool stops) {
    auto& known = stops ? reached_.stopping_of : reached_.other_of;
    std::vector<NodeId> fresh;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(fresh), [&](NodeId node) {
      return known.try_emplace(node, SourcingReach::kAbsent).second;
    });
    STEMMA_TRY(KeepPresent(fresh));
    STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(fresh));
    for (size_t i = 0; i < fresh.size(); ++i) {
      if (known.at(fresh[i]) != SourcingReach::kAbsent) {
        continue;  // with another member of its group
      }
      const Group& group = folding_.Of(groups[i]);
      ReadVertex vertex;
      vertex.shown = group.shown;
      vertex.stops = stops;
      vertex.members = {static_cast<uint32_t>(reached_.members.size()),
                        static_cast<uint32_t>(group.members.size())};
      for (const NodeId member : group.members) {
        known[member] = static_cast<uint32_t>(reached_.others.size());
        reached_.members.push_back(member);
      }
      reached_.others.push_back(vertex);
    }
    return {};
  }

  Status KeepPresent(std::vector<NodeId>& nodes) const {
    std::erase_if(nodes, [this](NodeId node) { return view_.IsWithout(node); });
    if (!view_.Limits().as_of) {
      return {};
    }
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view_.Facts(nodes));
    size_t next = 0;
    std::erase_if(nodes, [&](NodeId node) { return !view_.IsPresent(node, facts[next++]); });
    return {};
  }

  // Of the others from `first` on: what they are.
  Status ReadKinds(size_t first) {
    std::vector<NodeId> nodes;
    for (size_t i = first; i < reached_.others.size(); ++i) {
      const auto members = reached_.others[i].members.Of(reached_.members);
      nodes.insert(nodes.end(), members.begin(), members.end());
    }
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view_.Facts(nodes));
    auto next = facts.begin();
    for (size_t i = first; i < reached_.others.size(); ++i) {
      ReadVertex& vertex = reached_.others[i];
      for (uint32_t member = 0; member < vertex.members.count; ++member, ++next) {
        vertex.kind = next->kind;
        vertex.first_hand = vertex.first_hand || next->first_hand;
        vertex.all_unnamed = vertex.all_unnamed && next->unnamed;
      }
    }
    return {};
  }

  // The edges that are followed, of one vertex behind one another; meets what they lead to.
  Status ReadEdges(const std::vector<Source>& sources) {
    std::vector<NodeId> nodes;
    std::transform(sources.begin(), sources.end(), std::back_inserter(nodes),
                   [](const Source& source) { return source.node; });
    STEMMA_ASSIGN(const auto lists, view_.Edges(nodes, Direction::kOut, kSourcingKinds));
    STEMMA_ASSIGN(const std::unordered_set<NodeId> works, WorksLiftedFrom(lists));
    for (size_t i = 0; i < sources.size(); ++i) {
      const Source& source = sources[i];
      ListRange& range =
          source.vertex != nullptr ? source.vertex->edges : reached_.edges_of[source.node];
      if (range.count == 0) {
        range.first = static_cast<uint32_t>(reached_.edges.size());
      }
      for (const EdgeFacts& edge : lists[i]) {
        STEMMA_ASSIGN(const bool serves, claims_.Serves(view_.Graph(), source.node, edge));
        if (!serves || edge.inherited || IsInside(source, edge.other)) {
          continue;
        }
        const bool stops = edge.kind == EdgeKind::kQuotedFrom && works.contains(edge.other);
        reached_.edges.push_back({source.node, edge.other, edge.confidence, edge.status, edge.kind,
                                  stops, !edge.revision});
        ++range.count;
        if (source.vertex != nullptr && source.vertex->stops) {
          continue;  // it has a source, which nobody follows
        }
        if (stops) {
          lifted_from_.push_back(edge.other);
        } else {
          Meet(edge.other);
        }
      }
    }
    return {};
  }

  // Edges inside a folded node vanish; a node with an edge to itself is a circle.
  bool IsInside(const Source& source, NodeId to) const {
    if (source.vertex == nullptr || source.vertex->members.count < 2) {
      return false;
    }
    const auto members = source.vertex->members.Of(reached_.members);
    return std::binary_search(members.begin(), members.end(), to);
  }

  Result<std::unordered_set<NodeId>> WorksLiftedFrom(
      const std::vector<std::vector<EdgeFacts>>& lists) const {
    std::vector<NodeId> nodes;
    for (const std::vector<EdgeFacts>& list : lists) {
      for (const EdgeFacts& edge : list) {
        if (edge.kind == EdgeKind::kQuotedFrom) {
          nodes.push_back(edge.other);
        }
      }
    }
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view_.Facts(nodes));
    std::unordered_set<NodeId> works;
    for (size_t i = 0; i < nodes.size(); ++i) {
      if (IsWork(facts[i].kind)) {
        works.insert(nodes[i]);
      }
    }
    return works;
  }

  const FilteredView& view_;
  FilteredArrays& arrays_;
  Folding& folding_;
  const ClaimFilter& claims_;
  NodeSorter sorter_;
  SourcingReach reached_;
  std::vector<uint32_t> level_;
  NodeList next_;
  std::vector<uint32_t> not_plain_;  // in reached_.plain so that they are met once; out in the end
  std::vector<NodeId> strangers_;    // met, and not plain
  std::vector<NodeId> lifted_from_;  // works at the end of quoted_from
  std::vector<NodeId> doubtful_;     // plain, but their edges have to be asked for
};

}  // namespace

Result<SourcingReach> SourcingReach::From(const FilteredView& view, FilteredArrays& arrays,
                                          Folding& folding, const ClaimFilter& claims,
                                          std::span<const NodeId> starts) {
  return ReachSearch(view, arrays, folding, claims).From(starts);
}

}  // namespace stemma
