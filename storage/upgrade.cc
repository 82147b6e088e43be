#include "storage/upgrade.h"

#include <optional>
#include <system_error>
#include <variant>

#include "storage/commit_log.h"
#include "storage/commit_tree.h"
#include "storage/database.h"
#include "storage/import_sink.h"
#include "storage/record_codec.h"
#include "storage/rocks_store.h"
#include "storage/store_state.h"
#include "storage/stored_graph.h"

namespace stemma {
namespace {

Status CopyAssertions(const StoreFolder& folder, RocksStore& store) {
  WriterEdges edges;  // the next writer makes a snapshot
  const StoredGraph graph(store, edges.recent);
  STEMMA_ASSIGN(const auto sink, ImportSink::Begin(store, graph, folder.Staging(),
                                                   StoreWriterOptions().batch_bytes_max, edges,
                                                   ImportSink::Evidences::kCheckedBefore));
  STEMMA_TRY(RocksStore::ScanRecordsOfFormat1(
      folder.DatabaseOfFormat1(), [&](std::string_view bytes) -> Status {
        STEMMA_ASSIGN(const auto record, DecodeRecord(bytes));
        return std::visit([&](const auto& said) { return sink->Add(said, Place()); }, record);
      }));
  STEMMA_ASSIGN(const auto rejected, sink->RejectWaiting());
  if (!rejected.empty()) {
    return Damaged(rejected.front().error.message);
  }
  STEMMA_TRY(sink->Commit());
  return store.Flush();
}

// Of format 2.
Status BeginLog(const StoreFolder& folder) {
  STEMMA_ASSIGN(const auto store, RocksStore::OpenToWrite(folder.Database(), /*create=*/false));
  const RecentEdges none;  // ids alone are asked for
  const StoredGraph graph(*store, none);
  STEMMA_ASSIGN(const Counters counters, graph.ReadCounters());
  AssertionReader reader = graph.ReadAssertions();
  STEMMA_ASSIGN(const MerkleTree tree, TreeOf(reader, 0, counters.next_arrival, {}));
  if (tree.Size() > 0) {
    const CommitEntry entry = EntryAfter(std::nullopt, 0, counters.next_arrival, tree);
    Batch batch(*store);
    STEMMA_TRY(batch.Put(Family::kLog, NumberKey(entry.number), EncodeCommit(entry)));
    STEMMA_TRY(store->Write(batch));
  }
  STEMMA_TRY(store->Flush());
  return folder.WriteMarker(kFormatVersion);
}

// Of format 1.
Status ImportAnew(const StoreFolder& folder) {
  STEMMA_TRY(folder.RemoveLeftovers());  // of an upgrade that was interrupted
  STEMMA_ASSIGN(const auto store, RocksStore::OpenToWrite(folder.Database(), /*create=*/true));
  STEMMA_TRY(GiveStoreId(*store));
  STEMMA_TRY(CopyAssertions(folder, *store));
  return folder.WriteMarker(kFormatVersion);
}

}  // namespace

Status UpgradeStore(const StoreFolder& folder) {
  STEMMA_ASSIGN(const auto found, folder.Look());
  if (found == StoreFolder::Found::kOlderStore) {  // another process may have been faster
    STEMMA_ASSIGN(const uint32_t format, folder.Format());
    Status upgraded = format == 1   ? ImportAnew(folder)
                      : format == 2 ? BeginLog(folder)
                                    : folder.WriteMarker(kFormatVersion);  // had no redactions
    if (!upgraded.has_value()) {
      return Fail(upgraded.error().code,
                  folder.Path().string() +
                      ": upgrading the store to a newer format: " + upgraded.error().message);
    }
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder.DatabaseOfFormat1(), ignored);
  return {};
}

}  // namespace stemma
