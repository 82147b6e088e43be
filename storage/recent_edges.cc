#include "storage/recent_edges.h"

#include <algorithm>
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
  RecentEdges recent;
  recent.Add(edges);
  return recent;
}

void RecentEdges::Add(std::span<const PackedEdge> edges) {
  for (const PackedEdge& edge : edges) {
    out_.insert_or_assign(edge.ends, edge.stored);
    in_.insert(FromFar(edge.ends));
  }
}

void RecentEdges::Clear() {
  out_.clear();
  in_.clear();
}

const StoredEdge* RecentEdges::Find(const Adjacency& out) const {
  const auto found = out_.find(out);
  return found == out_.end() ? nullptr : &found->second;
}

std::vector<PackedEdge> RecentEdges::Of(NodeId node, Direction direction, EdgeKindSet kinds) const {
  std::vector<PackedEdge> edges;
  const auto is_asked_for = [&](const Adjacency& ends) { return (SetOf(ends.kind) & kinds) != 0; };
  const Adjacency first{node, kEdgeKinds.front(), NodeId()};
  if (direction == Direction::kOut) {
    for (auto at = out_.lower_bound(first); at != out_.end() && at->first.near == node; ++at) {
      if (is_asked_for(at->first)) {
        edges.push_back({at->first, at->second});
      }
    }
  } else {
    for (auto at = in_.lower_bound(first); at != in_.end() && at->near == node; ++at) {
      if (is_asked_for(*at)) {
        edges.push_back({*at, StoredEdge()});
      }
    }
  }
  return edges;
}

std::vector<NodeId> RecentEdges::Nodes() const {
  std::vector<NodeId> nodes;
  for (const auto& [ends, stored] : out_) {
    if (nodes.empty() || nodes.back() != ends.near) {
      nodes.push_back(ends.near);
    }
  }
  return nodes;
}

std::vector<PackedEdge> RecentEdges::Out() const {
  std::vector<PackedEdge> edges;
  edges.reserve(out_.size());
  for (const auto& [ends, stored] : out_) {
    edges.push_back({ends, stored});
  }
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
