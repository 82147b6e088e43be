// Writes what an import has taken: everything at once, or nothing.
//
// Small imports become one batch, in which edges are entries of their own beside the packed ones
// (kRecentOut, kRecentIn). Large ones become sorted files, one a family, in which the edges are
// packed, together with all that were not yet.
// Source: docs/architecture.md, "One import, all or nothing".
// Thread safety: the calling thread, and threads of its own that end before it returns.
#pragma once

#include <memory>

#include "graph/model/snapshot.h"
#include "storage/import_state.h"
#include "storage/rocks_store.h"

namespace stemma {

// What a commit by files into an empty store makes along the way, since all edges pass by.
struct MadeSnapshot {
  std::shared_ptr<const Snapshot> snapshot;  // null when none was made
  uint64_t packed = 0;                       // of which packing
};

// Spends `state` but for its receipt.
Status CommitImport(ImportState& state, RocksStore& store, bool by_files, MadeSnapshot& made);

// Packs the edges that are not packed yet. Nothing else changes.
Status PackRecent(RocksStore& store, const StoredGraph& graph, const std::filesystem::path& folder);

}  // namespace stemma
