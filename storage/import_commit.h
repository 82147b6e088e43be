// Writes what an import has taken: everything at once, or nothing.
//
// Small imports become one batch, in which the edges are an entry beside the packed ones (kRecent),
// and are added to those that are kept in memory. Large ones become sorted files, one a family, in
// which the edges are packed, together with all that were not yet. Source: docs/architecture.md,
// "One import, all or nothing". Thread safety: the calling thread, and threads of its own that end
// before it returns.
#pragma once

#include <filesystem>

#include "storage/import_state.h"
#include "storage/rocks_store.h"
#include "storage/writer_edges.h"

namespace stemma {

// Spends `state` but for its receipt, and brings `edges` up to date.
Status CommitImport(ImportState& state, RocksStore& store, bool by_files, WriterEdges& edges);

// Packs the edges that are not packed yet. Nothing else changes.
Status PackRecent(RocksStore& store, const StoredGraph& graph, const std::filesystem::path& folder,
                  WriterEdges& edges);

}  // namespace stemma
