#include "storage/store_state.h"

#include <random>
#include <vector>

#include "storage/database_moment.h"
#include "storage/stored_graph.h"

namespace stemma {
namespace {

// Nodes with edges that are not packed, and those whose facts or folding changed.
Result<std::vector<NodeId>> ChangedNodes(const RocksStore& store, const RecentEdges& recent) {
  std::vector<NodeId> changed = recent.Nodes();
  STEMMA_TRY(store.Scan(Family::kChanged, "", [&](std::string_view key, std::string_view) {
    changed.push_back(NodeId{DecodeNumberKey(key).value_or(0)});
    return true;
  }));
  return changed;
}

}  // namespace

Status GiveStoreId(RocksStore& store) {
  std::random_device random;
  std::string id;
  for (int i = 0; i < 4; ++i) {
    const uint32_t number = random();
    id.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
  Batch batch(store);
  STEMMA_TRY(batch.Put(Family::kMeta, kStoreIdKey, id));
  return store.Write(batch);
}

Result<SnapshotOf> ReadSnapshotOf(const RocksStore& store, const Counters& counters) {
  STEMMA_ASSIGN(const auto id, store.Get(Family::kMeta, kStoreIdKey));
  if (!id) {
    return Damaged("it has no identity");
  }
  return SnapshotOf{*id, counters.packed};
}

Status RequireExtent(const RocksStore& store, uint64_t extent) {
  STEMMA_ASSIGN(const Counters counters, ReadCounters(store));
  return counters.next_arrival >= extent
             ? Status()
             : Status(Damaged("it does not show all that was written to it"));
}

// A database is opened by its manifest first and its log then. What a writer does in between, files
// that come and a batch that tells of them, would be seen in part; so the manifest must be the same
// afterwards. A writer that comes makes a new one before anything else.
Result<std::unique_ptr<RocksStore>> OpenDatabaseToRead(const StoreFolder& folder) {
  constexpr int kTries = 200;  // of some milliseconds
  for (int tries = 0; tries < kTries; ++tries) {
    STEMMA_ASSIGN(const DatabaseMoment before, MomentOf(folder.Database()));
    auto store = IsBeingWritten(folder) ? RocksStore::OpenToRead(folder.Database())
                                        : RocksStore::OpenStill(folder.Database());
    STEMMA_ASSIGN(const DatabaseMoment after, MomentOf(folder.Database()));
    // A manifest that is not there was just replaced, or is gone for good.
    if (before == after && (before.bytes > 0 || !store.has_value())) {
      return store;
    }
  }
  return Fail(ErrorCode::kIo, "the store is written to so fast that it cannot be read meanwhile");
}

Result<std::shared_ptr<const Snapshot>> CurrentSnapshot(
    const std::shared_ptr<const SnapshotFile>& file, const RocksStore& store,
    const RecentEdges& recent) {
  STEMMA_ASSIGN(const Counters counters, ReadCounters(store));
  if (counters.packed == 0 || !file) {
    return std::shared_ptr<const Snapshot>();
  }
  STEMMA_ASSIGN(const SnapshotOf of, ReadSnapshotOf(store, counters));
  STEMMA_ASSIGN(const std::vector<NodeId> changed, ChangedNodes(store, recent));
  return file->Of(of, changed);
}

}  // namespace stemma
