#include "storage/database.h"

#include <future>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "storage/import_commit.h"
#include "storage/import_sink.h"
#include "storage/redaction.h"
#include "storage/rocks_store.h"
#include "storage/snapshot_file.h"
#include "storage/snapshot_maker.h"
#include "storage/store_folder.h"
#include "storage/store_state.h"
#include "storage/stored_graph.h"
#include "storage/upgrade.h"
#include "storage/writer_edges.h"

namespace stemma {
namespace {

// Unpacked edges cost readers a look at each; packing costs by the blocks that they fall in. While
// the store is open, packing waits until it is worth its price.
constexpr uint64_t kUnpackedShare = 8;
constexpr uint64_t kUnpackedWhileOpen = 64 * 1024;

// Of all edges: once so many were said while the store is open, looking them up has cost what it
// takes to read the snapshot, which is cheaper to ask.
constexpr uint64_t kSnapshotShare = 16 * 1024;

// Imports after which a writer that stays open looks for small files; closing does so too.
constexpr uint64_t kImportsBetweenMerges = 32;

class Reader : public StoreReader {
 public:
  Reader(std::unique_ptr<RocksStore> store, RecentEdges recent,
         std::shared_ptr<const Snapshot> snapshot)
      : store_(std::move(store)),
        recent_(std::move(recent)),
        graph_(*store_, recent_, std::move(snapshot)) {}
  const GraphView& View() const override { return graph_; }

  Result<std::vector<CommitEntry>> Commits() const override {
    std::vector<CommitEntry> commits;
    STEMMA_TRY(ScanCommits(*store_, 0, [&](const CommitEntry& entry) -> Result<bool> {
      commits.push_back(entry);
      return true;
    }));
    return commits;
  }
  Result<std::optional<CommitEntry>> LastCommit() const override {
    return stemma::LastCommit(*store_);
  }
  Result<Proof> Prove(std::span<const uint64_t> arrivals,
                      const std::optional<Head>& head) const override {
    return ProveAssertions(*store_, graph_, arrivals, head);
  }

 private:
  std::unique_ptr<RocksStore> store_;
  RecentEdges recent_;
  StoredGraph graph_;
};

class Writer : public StoreWriter {
 public:
  Writer(StoreFolder folder, FileLock lock, std::unique_ptr<RocksStore> store, RecentEdges recent,
         const StoreWriterOptions& options, bool is_new)
      : folder_(std::move(folder)),
        lock_(std::move(lock)),
        store_(std::move(store)),
        edges_{std::move(recent), nullptr, 0},
        graph_(*store_, edges_.recent),
        options_(options),
        is_new_(is_new) {}

  ~Writer() override {
    const auto counts = graph_.Counts();
    if (is_new_ && counts.has_value() && counts->assertions == 0) {
      store_ = nullptr;
      folder_.RemoveAll();
    } else if (needs_closing_) {
      // Neither is needed for what was committed: what is left undone, the next writer does.
      static_cast<void>(Writer::Tidy());
      static_cast<void>(store_->MergeSmallFiles());
      // Readers then need not replay the log. What cannot be flushed is still in the log.
      static_cast<void>(store_->Flush());
      if (const auto counters = graph_.ReadCounters(); counters.has_value()) {
        static_cast<void>(folder_.WriteExtent(counters->next_arrival));
      }
    }
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  const GraphView& View() const override { return graph_; }

  Result<std::unique_ptr<GraphSink>> Begin() override {
    needs_closing_ = true;
    if (++imports_ % kImportsBetweenMerges == 0) {
      STEMMA_TRY(store_->MergeSmallFiles());
    }
    STEMMA_ASSIGN(const Counters counters, graph_.ReadCounters());
    if (counters.recent > kUnpackedWhileOpen && counters.recent > counters.edges / kUnpackedShare) {
      STEMMA_TRY(PackRecent(*store_, graph_, folder_.Staging(), edges_));
    } else {
      STEMMA_TRY(TakeSnapshot(counters));
    }
    return ImportSink::Begin(*store_, graph_, folder_.Staging(), options_.batch_bytes_max, edges_);
  }

  Status Tidy() override {
    needs_closing_ = true;
    STEMMA_ASSIGN(Counters counters, graph_.ReadCounters());
    STEMMA_ASSIGN(SnapshotOf of, ReadSnapshotOf(*store_, counters));
    const bool has_snapshot = HasSnapshot(folder_.Snapshot(), of);
    const bool has_packed = counters.packed > 0;
    if (counters.recent <= options_.unpacked_max && (has_snapshot || !has_packed)) {
      return {};
    }
    if (counters.recent > 0) {
      STEMMA_TRY(PackRecent(*store_, graph_, folder_.Staging(), edges_));
      ++of.packed;
    }
    if (edges_.snapshot_packed != of.packed) {
      STEMMA_ASSIGN(edges_.snapshot, MakeSnapshot(graph_));
    }
    const auto snapshot = std::exchange(edges_.snapshot, nullptr);
    return snapshot ? WriteSnapshot(folder_.Snapshot(), of, *snapshot) : Status();
  }

 private:
  // Tried once: while the store is open the file becomes older, never newer.
  Status TakeSnapshot(const Counters& counters) {
    first_arrival_ = first_arrival_.value_or(counters.next_arrival);
    const uint64_t said = counters.next_arrival - *first_arrival_;
    if (is_snapshot_tried_ || said <= counters.edges / kSnapshotShare) {
      return {};
    }
    is_snapshot_tried_ = true;
    STEMMA_ASSIGN(const SnapshotOf of, ReadSnapshotOf(*store_, counters));
    if (edges_.snapshot == nullptr && HasSnapshot(folder_.Snapshot(), of)) {
      const auto file = SnapshotFile::Read(folder_.Snapshot());
      edges_.snapshot = file ? file->Of(of, {}) : nullptr;
      edges_.snapshot_packed = edges_.snapshot ? of.packed : 0;
    }
    return {};
  }

  StoreFolder folder_;
  FileLock lock_;  // let go of last
  std::unique_ptr<RocksStore> store_;
  WriterEdges edges_;
  StoredGraph graph_;
  StoreWriterOptions options_;
  bool is_new_;
  bool needs_closing_ = false;
  uint64_t imports_ = 0;
  std::optional<uint64_t> first_arrival_;  // of what was said while the store is open
  bool is_snapshot_tried_ = false;
};

// A database that is opened to write removes files that its list does not name. Where the list is
// damaged they may be all that is left of what was said, and what a repair needs.
Status RequireWhole(const StoreFolder& folder) {
  STEMMA_ASSIGN(const uint64_t extent, folder.Extent());
  STEMMA_ASSIGN(const auto store, RocksStore::OpenStill(folder.Database()));
  return RequireExtent(*store, extent);
}

// Of this format; whether a store is there was looked at before.
Result<std::unique_ptr<StoreWriter>> OpenWriter(StoreFolder folder, FileLock lock, bool create,
                                                const StoreWriterOptions& options) {
  if (create) {
    STEMMA_TRY(folder.RemoveLeftovers());
  }
  if (!create) {
    STEMMA_TRY(Named(folder, RequireWhole(folder)));
  }
  STEMMA_ASSIGN(auto store, Named(folder, RocksStore::OpenToWrite(folder.Database(), create)));
  STEMMA_ASSIGN(const auto pending, Named(folder, store->Get(Family::kMeta, kPendingKey)));
  if (pending) {
    store = nullptr;
    STEMMA_TRY(Named(folder, FinishRedaction(folder)));
    STEMMA_ASSIGN(store, Named(folder, RocksStore::OpenToWrite(folder.Database(), create)));
  }
  if (create) {
    STEMMA_TRY(GiveStoreId(*store));
    STEMMA_TRY(folder.WriteMarker(kFormatVersion));
  }
  STEMMA_ASSIGN(auto recent, Named(folder, RecentEdges::Read(*store)));
  return std::unique_ptr<StoreWriter>(std::make_unique<Writer>(
      std::move(folder), std::move(lock), std::move(store), std::move(recent), options, create));
}

}  // namespace

bool IsOfOlderFormat(const std::filesystem::path& path) {
  const auto found = StoreFolder(path).Look();
  return found.has_value() && *found == StoreFolder::Found::kOlderStore;
}

Result<std::unique_ptr<StoreReader>> StoreReader::Open(const std::filesystem::path& path) {
  const StoreFolder folder(path);
  STEMMA_ASSIGN(const auto found, folder.LookForStore());
  if (found == StoreFolder::Found::kOlderStore) {
    STEMMA_ASSIGN(const FileLock lock, TakeWriterLock(folder));
    STEMMA_TRY(UpgradeStore(folder));
  }
  STEMMA_ASSIGN(const uint64_t extent, folder.Extent());  // before a writer adds more
  // Either takes some milliseconds, which is most of a small question.
  auto file = std::async(std::launch::async, SnapshotFile::Read, folder.Snapshot());
  STEMMA_ASSIGN(auto store, Named(folder, OpenDatabaseToRead(folder)));
  STEMMA_TRY(Named(folder, RequireExtent(*store, extent)));
  STEMMA_ASSIGN(auto recent, Named(folder, RecentEdges::Read(*store)));
  STEMMA_ASSIGN(auto snapshot, Named(folder, CurrentSnapshot(file.get(), *store, recent)));
  return std::unique_ptr<StoreReader>(
      std::make_unique<Reader>(std::move(store), std::move(recent), std::move(snapshot)));
}

Result<std::unique_ptr<StoreWriter>> StoreWriter::Open(const std::filesystem::path& path,
                                                       const StoreWriterOptions& options) {
  StoreFolder folder(path);
  // Before anything is made: nothing is put into a folder that is somebody else's.
  STEMMA_TRY(folder.Look());
  STEMMA_TRY(folder.MakeFolder());
  STEMMA_ASSIGN(FileLock lock, TakeWriterLock(folder));
  STEMMA_ASSIGN(const auto found, folder.Look());
  if (found == StoreFolder::Found::kOlderStore) {
    STEMMA_TRY(UpgradeStore(folder));
  }
  return OpenWriter(std::move(folder), std::move(lock), found == StoreFolder::Found::kNothing,
                    options);
}

Result<uint64_t> StoreBytes(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::directory_iterator entry(path, error);
  uint64_t bytes = 0;
  while (!error && entry != std::filesystem::directory_iterator()) {
    std::error_code vanished;  // a writer may remove files and folders meanwhile
    if (entry->is_directory(vanished) && !entry->is_symlink(vanished)) {
      STEMMA_ASSIGN(const uint64_t inside, StoreBytes(entry->path()));
      bytes += inside;
    } else if (entry->is_regular_file(vanished)) {
      const auto size = entry->file_size(vanished);
      bytes += vanished ? 0 : size;
    }
    entry.increment(error);
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    return Refused(path, error.value());
  }
  return bytes;
}

}  // namespace stemma
