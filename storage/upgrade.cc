#include "storage/upgrade.h"

#include <system_error>
#include <variant>

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

Status Upgrade(const StoreFolder& folder) {
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
    Status upgraded = Upgrade(folder);
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
