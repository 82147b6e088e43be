#include "storage/redaction.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "graph/model/redaction.h"
#include "storage/database.h"
#include "storage/durable_file.h"
#include "storage/import_sink.h"
#include "storage/packing.h"
#include "storage/record_codec.h"
#include "storage/redacted_lines.h"
#include "storage/redactor.h"
#include "storage/rocks_store.h"
#include "storage/store_folder.h"
#include "storage/store_state.h"

namespace stemma {
namespace {

// Of a node: an assertion like any other, so that every answer about it can say so.
Result<NodeAssertion> NoticeOf(const StoredGraph& graph, NodeId node, NodeAssertion notice,
                               const RedactionRequest& request) {
  STEMMA_ASSIGN(const StoredNode stored, graph.Stored(node));
  notice.fields.push_back({std::string(kRedactedField), true, request.because});
  notice.by = request.by;
  notice.at = std::max(Now(), stored.latest + 1);
  notice.at_given = true;
  return notice;
}

// In the order of arrival; the words of each are hashed, not kept.
Status PutLog(const RocksStore& store, const StoredGraph& graph,
              const std::vector<RedactedLine>& lines, Batch& batch) {
  if (lines.empty()) {
    return {};  // who redacts again what is redacted changes no line
  }
  STEMMA_ASSIGN(const Counters counters, graph.ReadCounters());
  STEMMA_ASSIGN(const auto last, LastCommit(store));
  MerkleTree tree;
  for (const RedactedLine& line : lines) {
    tree.Add(LeafHash(LineOf(line)));
  }
  const CommitEntry entry =
      EntryAfter(last, counters.next_arrival, counters.next_arrival, tree, lines.size());
  for (const RedactedLine& line : lines) {
    STEMMA_TRY(PutRedactedLine(entry.number, line, batch));
  }
  return batch.Put(Family::kLog, NumberKey(entry.number), EncodeCommit(entry));
}

// One batch: all of it or nothing. What is left to do stands in it.
Result<Redaction> Redact(RocksStore& store, const RedactionRequest& request) {
  STEMMA_ASSIGN(const RecentEdges recent, RecentEdges::Read(store));
  const StoredGraph graph(store, recent);
  Batch batch(store);
  Redactor redactor(store, graph, batch);
  STEMMA_TRY(redactor.Run(request.ids));
  std::string notices;
  for (const auto& [node, assertion] : redactor.Nodes()) {
    STEMMA_ASSIGN(const NodeAssertion notice, NoticeOf(graph, node, assertion, request));
    PackedWriter(notices).Text(EncodeRecord(notice));
    STEMMA_TRY(batch.Put(Family::kRedactedNodes, NumberKey(node.value), ""));
  }
  STEMMA_TRY(PutLog(store, graph, redactor.Lines(), batch));
  STEMMA_TRY(batch.Put(Family::kMeta, kPendingKey, notices));
  STEMMA_TRY(store.Write(batch));
  return redactor.Found();
}

// Of the same notices again: nothing.
Status ImportNotices(const StoreFolder& folder, RocksStore& store, std::string_view notices) {
  STEMMA_ASSIGN(RecentEdges recent, RecentEdges::Read(store));
  WriterEdges edges{std::move(recent), nullptr, 0};
  const StoredGraph graph(store, edges.recent);
  STEMMA_ASSIGN(const auto sink, ImportSink::Begin(store, graph, folder.Staging(),
                                                   StoreWriterOptions().batch_bytes_max, edges));
  PackedReader in(notices);
  while (in.HasMore()) {
    STEMMA_ASSIGN(const auto notice, DecodeRecord(in.Text()));
    STEMMA_TRY(std::visit([&](const auto& said) { return sink->Add(said, Place()); }, notice));
  }
  STEMMA_TRY(sink->Commit());
  return {};
}

// What killed backups and repairs left of the database has the words too. A damaged database that a
// repair kept is somebody's to look at.
Status RemoveOtherCopies(const StoreFolder& folder) {
  if (std::filesystem::exists(folder.Damaged())) {
    return InvalidInput(folder.Damaged().string() +
                        ": the database kept there by a repair holds the words, remove it first");
  }
  std::error_code error;
  for (const auto& path : {folder.Copy(), folder.Repair()}) {
    std::filesystem::remove_all(path, error);
    if (error) {
      return Refused(path, error.value());
    }
  }
  return {};
}

Result<Head> NewestHead(const RocksStore& store) {
  STEMMA_ASSIGN(const auto last, LastCommit(store));
  return last ? HeadOf(*last) : Head();
}

}  // namespace

Result<Head> FinishRedaction(const StoreFolder& folder) {
  {
    STEMMA_ASSIGN(const auto store, RocksStore::OpenToWrite(folder.Database(), /*create=*/false));
    STEMMA_ASSIGN(const auto notices, store->Get(Family::kMeta, kPendingKey));
    STEMMA_TRY(ImportNotices(folder, *store, notices.value_or("")));
    STEMMA_TRY(store->RewriteFiles());
  }
  // The list of files names the first and the last key of each, words among them. Opening makes a
  // new one, and removes what is in use no more.
  STEMMA_ASSIGN(const auto store, RocksStore::OpenToWrite(folder.Database(), /*create=*/false));
  Batch batch(*store);
  STEMMA_TRY(batch.Remove(Family::kMeta, kPendingKey));
  STEMMA_TRY(store->Write(batch));
  STEMMA_TRY(store->Flush());
  return NewestHead(*store);
}

Result<Redaction> RedactNodes(const std::filesystem::path& path, const RedactionRequest& request) {
  const StoreFolder folder(path);
  STEMMA_TRY(folder.LookForStore());
  // Upgrades, finishes what was left to do, and packs.
  STEMMA_ASSIGN(auto writer, StoreWriter::Open(path));
  writer.reset();
  STEMMA_ASSIGN(const FileLock lock, TakeWriterLock(folder));
  STEMMA_ASSIGN(const FileLock no_backup,
                FileLock::Take(folder.CopyLock(), "another process makes a backup of it"));
  STEMMA_TRY(RemoveOtherCopies(folder));
  Redaction redaction;
  {
    STEMMA_ASSIGN(const auto store,
                  Named(folder, RocksStore::OpenToWrite(folder.Database(), /*create=*/false)));
    STEMMA_ASSIGN(redaction, Redact(*store, request));
  }
  STEMMA_ASSIGN(redaction.head, Named(folder, FinishRedaction(folder)));
  return redaction;
}

Result<Redaction> PlanRedaction(const std::filesystem::path& path,
                                const std::vector<std::string>& ids) {
  const StoreFolder folder(path);
  STEMMA_TRY(folder.LookForStore());
  STEMMA_TRY(StoreReader::Open(path));  // upgrades
  STEMMA_ASSIGN(const auto store, Named(folder, OpenDatabaseToRead(folder)));
  STEMMA_ASSIGN(const RecentEdges recent, RecentEdges::Read(*store));
  const StoredGraph graph(*store, recent);
  Batch batch(*store);
  Redactor redactor(*store, graph, batch);
  STEMMA_TRY(redactor.Run(ids));
  Redaction redaction = redactor.Found();
  STEMMA_ASSIGN(redaction.head, NewestHead(*store));
  return redaction;
}

}  // namespace stemma
