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
  // Made by a commit into an empty store along the way, since all edges pass by; else null.
  std::shared_ptr<const Snapshot> snapshot;
  uint64_t snapshot_packed = 0;  // of which packing
};

}  // namespace stemma
