// Edges that are not packed yet: what each small commit changed stands in one entry of its own, and
// all of them are kept in memory in order, from both ends.
//
// Read once, when a store is opened, in about 0.3 µs an edge; the writer adds what it commits.
// Source: docs/key-format.md, "recent". Thread safety: as of a std::map.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <vector>

#include "graph/model/graph_view.h"
#include "storage/edge_blocks.h"
#include "storage/rocks_store.h"

namespace stemma {

class RecentEdges {
 public:
  RecentEdges() = default;
  // All that a store has. Corruption names the commit whose entry cannot be read.
  static Result<RecentEdges> Read(const RocksStore& store);

  // What a later commit says of edges holds.
  void Add(std::span<const PackedEdge> edges);
  void Clear();

  // Null when the edge is packed, or not there at all.
  const StoredEdge* Find(const Adjacency& out) const;
  // Of one node, seen from it, rising. The facts of `kIn` are not filled in.
  std::vector<PackedEdge> Of(NodeId node, Direction direction, EdgeKindSet kinds) const;
  // Those with out-edges here, rising.
  std::vector<NodeId> Nodes() const;
  // All, rising, from either end.
  std::vector<PackedEdge> Out() const;
  const std::set<Adjacency>& In() const { return in_; }

 private:
  std::map<Adjacency, StoredEdge> out_;
  std::set<Adjacency> in_;
};

// Writes what a commit changed: one entry, or several where a block would hold too many. `edges`
// rise. `commit`: its first arrival, which no other commit that changes edges has.
Status WriteRecent(uint64_t commit, std::span<const PackedEdge> edges, EntryWriter& writer);

}  // namespace stemma
