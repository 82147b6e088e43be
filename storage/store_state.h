// What identifies a store and the state it is in: its id, and the snapshot that belongs to it.
//
// Thread safety: pure functions.
#pragma once

#include <memory>
#include <string>

#include "storage/recent_edges.h"
#include "storage/rocks_store.h"
#include "storage/snapshot_file.h"
#include "storage/store_folder.h"

namespace stemma {

// Sixteen random bytes, durable on return: no snapshot of another store is ever taken for ours.
Status GiveStoreId(RocksStore& store);

// The snapshot that the store's packed edges need. Corruption when the store has no id.
Result<SnapshotOf> ReadSnapshotOf(const RocksStore& store, const Counters& counters);

// `file` as the snapshot of the state that `store` shows, whose recent edges are `recent`, with the
// nodes changed since; null when it is none of it, or null, and then every answer can be had
// without.
Result<std::shared_ptr<const Snapshot>> CurrentSnapshot(
    const std::shared_ptr<const SnapshotFile>& file, const RocksStore& store,
    const RecentEdges& recent);

// Corruption when the store shows less than it had when a writer closed it: where the end of the
// list of its files is cut off, what is left is the list of an earlier time.
Status RequireExtent(const RocksStore& store, uint64_t extent);

// The database, to read: strictly where nobody writes to it, else as it was at one moment.
Result<std::unique_ptr<RocksStore>> OpenDatabaseToRead(const StoreFolder& folder);

// Names the store in an error that came without it.
template <class T>
Result<T> Named(const StoreFolder& folder, Result<T> result) {
  if (!result.has_value()) {
    return Fail(result.error().code, folder.Path().string() + ": " + result.error().message);
  }
  return result;
}

}  // namespace stemma
