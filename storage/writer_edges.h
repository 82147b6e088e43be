// What a writer keeps in memory of a store's edges, so that a commit need not look them up.
//
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <memory>

#include "graph/model/snapshot.h"
#include "storage/recent_edges.h"

namespace stemma {

struct WriterEdges {
  RecentEdges recent;
  // Made by a commit into an empty store along the way, since all edges pass by, or read once many
  // edges are looked up; null when there is none.
  std::shared_ptr<const Snapshot> snapshot;
  uint64_t snapshot_packed = 0;  // of which packing

  // True when no such edge is stored; false when only the store can tell. `packed`: of the
  // counters.
  bool Lack(const EdgeKey& edge, uint64_t packed) const {
    return snapshot != nullptr && snapshot_packed == packed && !snapshot->HasEdge(edge) &&
           recent.Find(OutOf(edge)) == nullptr;
  }
};

}  // namespace stemma
