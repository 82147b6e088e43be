// The part of StoredGraph that reads edges: packed blocks, and over them those not packed yet.
#include <algorithm>

#include "storage/stored_graph.h"

namespace stemma {
namespace {

EdgeKindSet KindBit(const PackedEdge& edge) {
  return SetOf(edge.ends.kind);
}

// Recent edges are the newer ones: where both name an edge, they hold.
void MergeRecent(std::vector<PackedEdge>& packed, std::vector<PackedEdge> recent) {
  const auto is_before = [](const PackedEdge& a, const PackedEdge& b) { return a.ends < b.ends; };
  std::vector<PackedEdge> merged;
  merged.reserve(packed.size() + recent.size());
  // set_union takes the first range's entry where both have one.
  std::set_union(recent.begin(), recent.end(), packed.begin(), packed.end(),
                 std::back_inserter(merged), is_before);
  packed = std::move(merged);
}

EdgeKey KeyOf(NodeId node, Direction direction, const PackedEdge& edge) {
  return direction == Direction::kOut ? EdgeKey{node, edge.ends.kind, edge.ends.far}
                                      : EdgeKey{edge.ends.far, edge.ends.kind, node};
}

// The ids of all that these edges join, asked for in the order of numbers.
class IdsOfEnds {
 public:
  static Result<IdsOfEnds> Read(const StoredGraph& graph, std::span<const EdgeKey> edges) {
    IdsOfEnds ends;
    for (const EdgeKey& edge : edges) {
      ends.nodes_.push_back(edge.from);
      ends.nodes_.push_back(edge.to);
    }
    std::sort(ends.nodes_.begin(), ends.nodes_.end());
    ends.nodes_.erase(std::unique(ends.nodes_.begin(), ends.nodes_.end()), ends.nodes_.end());
    STEMMA_ASSIGN(ends.ids_, graph.Ids(ends.nodes_));
    return ends;
  }

  Result<std::string> Of(NodeId node) const {
    const auto found = std::lower_bound(nodes_.begin(), nodes_.end(), node);
    if (found == nodes_.end() || *found != node) {
      return Damaged("an edge and its assertion name different nodes");
    }
    return ids_[static_cast<size_t>(found - nodes_.begin())];
  }

 private:
  std::vector<NodeId> nodes_;  // rising
  std::vector<std::string> ids_;
};

}  // namespace

// Stored edges, one after the other; neighbours share a block, which is read once for them.
class StoredGraph::EdgesInTurn {
 public:
  explicit EdgesInTurn(const StoredGraph& graph) : graph_(graph) {}

  // Null when there is none; valid until the next call.
  Result<const StoredEdge*> At(const EdgeKey& edge) {
    const Adjacency ends = OutOf(edge);
    if (const StoredEdge* recent = graph_.recent_.Find(ends)) {
      return recent;
    }
    if (block_.empty() || ends < block_.front().ends || block_.back().ends < ends) {
      STEMMA_TRY(Load(ends));
    }
    const auto is_before = [](const PackedEdge& one, const Adjacency& asked) {
      return one.ends < asked;
    };
    const auto found = std::lower_bound(block_.begin(), block_.end(), ends, is_before);
    return found == block_.end() || found->ends != ends ? nullptr : &found->stored;
  }

 private:
  Status Load(const Adjacency& ends) {
    block_.clear();
    bool is_whole = true;
    STEMMA_TRY(graph_.entries_.ScanFrom(
        Family::kOut, AdjacencyKey(ends), [&](std::string_view first, std::string_view value) {
          is_whole = DecodeEdgeBlock(first, value, /*with_facts=*/true, [&](const PackedEdge& one) {
            block_.push_back(one);
            return true;
          });
          return false;
        }));
    return is_whole ? Status() : Status(Damaged("a block of edges cannot be read"));
  }

  const StoredGraph& graph_;
  std::vector<PackedEdge> block_;
};

Status StoredGraph::ReadEdgeAssertions(std::span<const EdgeKey> edges,
                                       const EdgeVisitor& visit) const {
  STEMMA_ASSIGN(const IdsOfEnds ids, IdsOfEnds::Read(*this, edges));
  AssertionReader reader = ReadAssertions([&](NodeId node) { return ids.Of(node); });
  EdgesInTurn in_turn(*this);
  for (size_t place = 0; place < edges.size(); ++place) {
    STEMMA_ASSIGN(const StoredEdge* stored, in_turn.At(edges[place]));
    if (stored == nullptr) {
      return Fail(ErrorCode::kNotFound, "no such edge");
    }
    STEMMA_ASSIGN(auto assertions, EdgeAssertions(edges[place], *stored, reader));
    STEMMA_TRY(visit(place, std::move(assertions)));
  }
  return {};
}

Result<std::optional<StoredEdge>> StoredGraph::Stored(const EdgeKey& edge) const {
  const Adjacency ends = OutOf(edge);
  if (const StoredEdge* recent = recent_.Find(ends)) {
    return std::optional(*recent);
  }
  std::optional<StoredEdge> found;
  bool is_whole = true;
  STEMMA_TRY(entries_.ScanFrom(
      Family::kOut, AdjacencyKey(ends), [&](std::string_view first, std::string_view value) {
        is_whole = DecodeEdgeBlock(first, value, /*with_facts=*/true, [&](const PackedEdge& one) {
          if (one.ends == ends) {
            found = one.stored;
          }
          return one.ends < ends;
        });
        return false;
      }));
  if (!is_whole) {
    return Damaged("a block of edges cannot be read");
  }
  return found;
}

Status StoredGraph::ReadEdges(NodeId node, Direction direction, EdgeKindSet kinds,
                              const std::function<void(const PackedEdge&)>& visit) const {
  const bool is_out = direction == Direction::kOut;
  const auto first_kind = std::find_if(kEdgeKinds.begin(), kEdgeKinds.end(),
                                       [&](EdgeKind kind) { return (SetOf(kind) & kinds) != 0; });
  if (first_kind == kEdgeKinds.end()) {
    return {};
  }
  std::vector<PackedEdge> edges;
  bool is_whole = true;
  STEMMA_TRY(entries_.ScanFrom(
      is_out ? Family::kOut : Family::kIn, AdjacencyPrefix(node, *first_kind),
      [&](std::string_view key, std::string_view value) {
        bool is_behind = false;
        is_whole = DecodeEdgeBlock(key, value, is_out, [&](const PackedEdge& edge) {
          if (edge.ends.near == node && (KindBit(edge) & kinds) != 0) {
            edges.push_back(edge);
          }
          // Behind the last of the kinds asked for.
          is_behind =
              edge.ends.near > node ||
              (edge.ends.near == node && (kinds >> static_cast<unsigned>(edge.ends.kind)) == 0);
          return !is_behind;
        });
        return is_whole && !is_behind;
      }));
  if (!is_whole) {
    return Damaged("a block of edges cannot be read");
  }
  std::vector<PackedEdge> recent = recent_.Of(node, direction, kinds);
  if (!recent.empty()) {
    MergeRecent(edges, std::move(recent));
  }
  std::for_each(edges.begin(), edges.end(), visit);
  return {};
}

Result<std::optional<EdgeFacts>> StoredGraph::FactsAt(const EdgeKey& edge, const StoredEdge& stored,
                                                      NodeId other, Instant known_at) const {
  EdgeFacts facts = stored.facts;
  if (stored.latest > known_at) {
    if (stored.earliest > known_at) {
      return std::optional<EdgeFacts>();
    }
    AssertionReader reader = ReadAssertions();
    STEMMA_ASSIGN(const std::vector<Logged> history, EdgeHistory(edge, stored, reader));
    std::vector<Said> said;
    for (const Logged& one : history) {
      said.push_back({one.entry.at, one.entry.by_person});
    }
    const auto deciding = Deciding(said, known_at);
    if (!deciding) {
      return std::optional<EdgeFacts>();
    }
    STEMMA_ASSIGN(const ArrivedEdge arrived, reader.EdgeAt(history[*deciding].arrival));
    facts = FactsOf(arrived.assertion, other);
    facts.arrival = arrived.arrival;
  }
  facts.other = other;
  return std::optional(facts);
}

Result<std::vector<EdgeFacts>> StoredGraph::EdgesOf(NodeId node, Direction direction,
                                                    EdgeKindSet kinds, Instant known_at) const {
  std::vector<PackedEdge> edges;
  STEMMA_TRY(
      ReadEdges(node, direction, kinds, [&](const PackedEdge& edge) { edges.push_back(edge); }));
  std::vector<EdgeFacts> facts;
  facts.reserve(edges.size());
  for (const PackedEdge& edge : edges) {
    const EdgeKey key = KeyOf(node, direction, edge);
    std::optional<StoredEdge> stored = edge.stored;
    if (direction == Direction::kIn) {
      STEMMA_ASSIGN(stored, Stored(key));
    }
    if (!stored) {
      return Damaged("an edge stands at one of its ends only");
    }
    STEMMA_ASSIGN(const auto one, FactsAt(key, *stored, edge.ends.far, known_at));
    if (one) {
      facts.push_back(*one);
    }
  }
  return facts;
}

Result<std::vector<std::vector<EdgeFacts>>> StoredGraph::Edges(std::span<const NodeId> nodes,
                                                               Direction direction,
                                                               EdgeKindSet kinds,
                                                               Instant known_at) const {
  std::vector<std::vector<EdgeFacts>> all;
  all.reserve(nodes.size());
  for (const NodeId node : nodes) {
    if (direction == Direction::kOut || kinds == kAllEdgeKinds) {
      STEMMA_ASSIGN(all.emplace_back(), EdgesOf(node, direction, kinds, known_at));
      continue;
    }
    // What arrives at a hub is mostly of one kind: the others are read without passing it.
    std::vector<EdgeFacts>& edges = all.emplace_back();
    for (const EdgeKind kind : kEdgeKinds) {
      if ((SetOf(kind) & kinds) != 0) {
        STEMMA_ASSIGN(const auto some, EdgesOf(node, direction, SetOf(kind), known_at));
        edges.insert(edges.end(), some.begin(), some.end());
      }
    }
  }
  return all;
}

Status StoredGraph::ScanStored(const std::function<bool(const PackedEdge&)>& visit) const {
  const std::vector<PackedEdge> recent = recent_.Out();
  bool is_whole = true;
  size_t next = 0;
  bool go_on = true;
  const auto before = [&](const Adjacency& ends) {  // and takes the place of an equal one
    while (go_on && next < recent.size() && recent[next].ends < ends) {
      go_on = visit(recent[next++]);
    }
    const bool is_replaced = next < recent.size() && recent[next].ends == ends;
    return go_on && !is_replaced;
  };
  STEMMA_TRY(entries_.Scan(Family::kOut, "", [&](std::string_view key, std::string_view value) {
    is_whole =
        is_whole && DecodeEdgeBlock(key, value, /*with_facts=*/true, [&](const PackedEdge& edge) {
          go_on = before(edge.ends) ? visit(edge) : go_on;
          return go_on;
        });
    return is_whole && go_on;
  }));
  while (go_on && is_whole && next < recent.size()) {
    go_on = visit(recent[next++]);
  }
  return is_whole ? Status() : Status(Damaged("a block of edges cannot be read"));
}

}  // namespace stemma
