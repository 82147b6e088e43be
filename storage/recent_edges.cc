#include "storage/recent_edges.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>

#include "storage/stored_graph.h"

namespace stemma {
namespace {

Adjacency FromFar(const Adjacency& ends) {
  return {ends.far, ends.kind, ends.near};
}

}  // namespace

Result<RecentEdges> RecentEdges::Read(const RocksStore& store) {
  std::vector<PackedEdge> edges;  // of later commits behind those of earlier ones
  std::optional<uint64_t> damaged;
  STEMMA_TRY(store.Scan(Family::kRecent, "", [&](std::string_view key, std::string_view value) {
    const auto entry = DecodeRecent(key);
    const bool is_whole = entry && DecodeEdgeBlock(entry->block, value, /*with_facts=*/true,
                                                   [&](const PackedEdge& edge) {
                                                     edges.push_back(edge);
                                                     return true;
                                                   });
    if (!is_whole) {
      damaged = entry.value_or(RecentEntry()).commit;
    }
    return is_whole;
  }));
  if (damaged) {
    return Damaged("the edges of the commit that begins at assertion " + std::to_string(*damaged) +
                   " cannot be read");
  }
  // Put in order, they are appended.
  RecentEdges recent;
  std::vector<uint32_t> order(edges.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const auto compared = edges[a].ends <=> edges[b].ends;
    return compared != 0 ? compared < 0 : a < b;
  });
  for (const uint32_t i : order) {
    recent.out_.Put(edges[i]);
  }
  std::vector<Adjacency> in;
  in.reserve(edges.size());
  recent.out_.Each([&](const PackedEdge& edge) { in.push_back(FromFar(edge.ends)); });
  std::sort(in.begin(), in.end());
  for (const Adjacency& ends : in) {
    recent.in_.Put({ends});
  }
  return recent;
}

void RecentEdges::Add(std::span<const PackedEdge> edges) {
  for (const PackedEdge& edge : edges) {
    out_.Put(edge);
    in_.Put({FromFar(edge.ends)});
  }
}

void RecentEdges::Clear() {
  out_.Clear();
  in_.Clear();
}

const StoredEdge* RecentEdges::Find(const Adjacency& out) const {
  const PackedEdge* found = out_.Find(out);
  return found == nullptr ? nullptr : &found->stored;
}

std::vector<PackedEdge> RecentEdges::Of(NodeId node, Direction direction, EdgeKindSet kinds) const {
  std::vector<PackedEdge> edges;
  const auto take = [&](const Adjacency& ends, const StoredEdge& stored) {
    if (ends.near == node && (SetOf(ends.kind) & kinds) != 0) {
      edges.push_back({ends, stored});
    }
    return ends.near == node;
  };
  const Adjacency first{node, kEdgeKinds.front(), NodeId()};
  if (direction == Direction::kOut) {
    out_.EachFrom(first, [&](const PackedEdge& edge) { return take(edge.ends, edge.stored); });
  } else {
    in_.EachFrom(first, [&](const FarEnd& edge) { return take(edge.ends, StoredEdge()); });
  }
  return edges;
}

std::vector<NodeId> RecentEdges::Nodes() const {
  std::vector<NodeId> nodes;
  out_.Each([&](const PackedEdge& edge) {
    if (nodes.empty() || nodes.back() != edge.ends.near) {
      nodes.push_back(edge.ends.near);
    }
  });
  return nodes;
}

std::vector<PackedEdge> RecentEdges::Out() const {
  std::vector<PackedEdge> edges;
  edges.reserve(out_.Size());
  out_.Each([&](const PackedEdge& edge) { edges.push_back(edge); });
  return edges;
}

std::vector<Adjacency> RecentEdges::In() const {
  std::vector<Adjacency> edges;
  edges.reserve(in_.Size());
  in_.Each([&](const FarEnd& edge) { edges.push_back(edge.ends); });
  return edges;
}

Status WriteRecent(uint64_t commit, std::span<const PackedEdge> edges, EntryWriter& writer) {
  for (; !edges.empty(); edges = edges.subspan(std::min(edges.size(), kBlockEdgesMax))) {
    const auto block = edges.first(std::min(edges.size(), kBlockEdgesMax));
    STEMMA_TRY(writer.Put(Family::kRecent, RecentKey(commit, block.front().ends),
                          EncodeEdgeBlock(block, /*with_facts=*/true)));
  }
  return {};
}

}  // namespace stemma
