#include "storage/repair.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <variant>

#include "storage/commit_log.h"
#include "storage/database.h"
#include "storage/durable_file.h"
#include "storage/import_sink.h"
#include "storage/redacted_lines.h"
#include "storage/rocks_store.h"
#include "storage/salvage.h"
#include "storage/store_folder.h"
#include "storage/store_state.h"
#include "storage/upgrade.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

constexpr size_t kListedMax = 100;

// All of it, or nothing when a part cannot be read: a chain with a gap proves nothing.
std::optional<std::vector<CommitEntry>> LogOf(const RocksStore& store) {
  std::vector<CommitEntry> entries;
  Hash256 before{};
  const Status scanned = ScanCommits(store, 0, [&](const CommitEntry& entry) -> Result<bool> {
    const bool follows = entry.number == entries.size() + 1 &&
                         entry.head == HeadAfter(before, Sha256(LineOf(entry)));
    before = entry.head;
    entries.push_back(entry);
    return follows ? Result<bool>(true) : Result<bool>(Damaged("an entry of the log is missing"));
  });
  return scanned.has_value() && !entries.empty() ? std::optional(std::move(entries)) : std::nullopt;
}

class Repairer {
 public:
  // Borrows all; `made` is a store that is empty.
  Repairer(const RocksStore& damaged, const StoreFolder& folder, RocksStore& made)
      : damaged_(damaged), folder_(folder), made_(made), salvage_(damaged) {}

  Result<Repair> Run() {
    log_ = LogOf(damaged_);
    STEMMA_TRY(ImportAssertions());
    STEMMA_TRY(CopyLog());
    STEMMA_TRY(made_.Flush());
    ListLost();
    return std::move(repair_);
  }

 private:
  Status ImportAssertions() {
    WriterEdges edges;  // the next writer makes a snapshot
    const StoredGraph graph(made_, edges.recent);
    STEMMA_ASSIGN(const auto sink, ImportSink::Begin(made_, graph, folder_.Staging(),
                                                     StoreWriterOptions().batch_bytes_max, edges,
                                                     ImportSink::Evidences::kCheckedBefore));
    auto& import = static_cast<ImportSink&>(*sink);
    const Status read = salvage_.EachAssertion([&](const ArrivedAssertion& said) {
      const uint64_t arrival = std::visit([](const auto& one) { return one.arrival; }, said);
      import.ArriveAt(arrival);
      const Status added = std::visit(
          [&](const auto& one) {
            return sink->Add(one.assertion, {0, arrival});
          },
          said);
      if (added.has_value()) {
        arrivals_.push_back(arrival);
      }
      const bool is_lost = !added.has_value() && added.error().code == ErrorCode::kInvalidInput;
      return is_lost ? Status() : added;
    });
    STEMMA_TRY(read);
    STEMMA_ASSIGN(const auto rejected, sink->RejectWaiting());
    std::set<uint64_t> endless;  // an end of it is lost
    for (const Rejection& one : rejected) {
      endless.insert(one.place.line);
    }
    std::erase_if(arrivals_, [&](uint64_t arrival) { return endless.contains(arrival); });
    if (arrivals_.empty()) {
      return Damaged("nothing of what was said can be read");
    }
    if (log_) {
      import.ArriveAt(std::max(log_->back().end_arrival, arrivals_.back() + 1));
    }
    STEMMA_TRY(sink->Commit());
    repair_.assertions = arrivals_.size();
    return {};
  }

  // In the place of the entry that the import has made.
  Status CopyLog() {
    Batch batch(made_);
    if (log_) {
      for (const CommitEntry& entry : *log_) {
        STEMMA_TRY(batch.Put(Family::kLog, NumberKey(entry.number), EncodeCommit(entry)));
      }
    } else {
      Lose("the log of commits: it begins anew, with all that is left in its first entry");
    }
    const Status lines =
        ScanRedactedLines(damaged_, [&](uint64_t commit, const RedactedLine& line) {
          return log_ ? PutRedactedLine(commit, line, batch) : Status();
        });
    if (!lines.has_value()) {
      Lose("what the log keeps of redacted lines");
    }
    STEMMA_TRY(CopyRedactedNodes(batch));
    return made_.Write(batch);
  }

  // Nodes have other numbers now.
  Status CopyRedactedNodes(Batch& batch) {
    const auto nodes = ReadRedactedNodes(damaged_);
    bool is_whole = nodes.has_value();
    const RecentEdges none;
    const StoredGraph made(made_, none);
    for (const NodeId node : nodes.value_or(std::vector<NodeId>())) {
      const auto id = salvage_.IdOf(node);
      is_whole = is_whole && id.has_value();
      if (id.has_value()) {
        STEMMA_ASSIGN(const auto found, made.Find(*id));
        STEMMA_TRY(found ? batch.Put(Family::kRedactedNodes, NumberKey(found->value), "")
                         : Status());
      }
    }
    if (!is_whole) {
      Lose("which nodes were redacted: words of them would be stored again");
    }
    return {};
  }

  void Lose(std::string what) {
    if (repair_.what.size() < kListedMax) {
      repair_.what.push_back(std::move(what));
    }
  }

  // By commit, against what the log says.
  void ListLost() {
    for (const CommitEntry& entry : log_.value_or(std::vector<CommitEntry>())) {
      const auto first = std::lower_bound(arrivals_.begin(), arrivals_.end(), entry.first_arrival);
      const auto end = std::lower_bound(first, arrivals_.end(), entry.end_arrival);
      const auto left = static_cast<uint64_t>(end - first);
      if (left < entry.assertions) {
        repair_.lost += entry.assertions - left;
        Lose(std::to_string(entry.assertions - left) + " of the " +
             std::to_string(entry.assertions) + " assertions of commit " +
             std::to_string(entry.number) + ", of " + FormatInstant(entry.at));
      }
    }
  }

  const RocksStore& damaged_;
  const StoreFolder& folder_;  // of the new one
  RocksStore& made_;
  Salvage salvage_;
  std::optional<std::vector<CommitEntry>> log_;
  std::vector<uint64_t> arrivals_;  // that are there
  Repair repair_;
};

// Strictly, or what can be put together of its files, in a copy.
Result<std::unique_ptr<RocksStore>> OpenDamaged(const StoreFolder& folder, const fs::path& copy) {
  auto store = RocksStore::OpenStill(folder.Database());
  const auto extent = folder.Extent();
  if (store.has_value() && RequireExtent(**store, extent.value_or(0)).has_value()) {
    return store;
  }
  std::error_code error;
  fs::copy(folder.Database(), copy, fs::copy_options::recursive, error);
  if (error) {
    return Refused(copy, error.value());
  }
  return RocksStore::OpenFromFiles(copy);
}

Result<Repair> Rebuild(const StoreFolder& folder, const StoreFolder& draft) {
  STEMMA_TRY(draft.RemoveLeftovers());
  STEMMA_TRY(draft.MakeFolder());
  STEMMA_ASSIGN(const auto damaged, OpenDamaged(folder, draft.Copy()));
  STEMMA_ASSIGN(const auto made, RocksStore::OpenToWrite(draft.Database(), /*create=*/true));
  STEMMA_TRY(GiveStoreId(*made));
  return Repairer(*damaged, draft, *made).Run();
}

// The new database for the damaged one, in one step; then what is left over is put away.
Status Exchange(const StoreFolder& folder, const StoreFolder& draft) {
  STEMMA_TRY(ExchangeFolders(folder.Database(), draft.Database()));
  std::error_code error;
  fs::rename(draft.Database(), folder.Damaged(), error);
  if (error) {
    return Refused(folder.Damaged(), error.value());
  }
  STEMMA_TRY(folder.WriteExtent(0));
  fs::remove(folder.Snapshot(), error);
  fs::remove_all(draft.Path(), error);
  return {};
}

}  // namespace

Result<Repair> RepairStore(const fs::path& path) {
  const StoreFolder folder(path);
  STEMMA_ASSIGN(const auto found, folder.LookForStore());
  Repair repair;
  {
    STEMMA_ASSIGN(const FileLock lock, TakeWriterLock(folder));
    if (fs::exists(folder.Damaged())) {
      return InvalidInput(folder.Damaged().string() +
                          ": the database of an earlier repair is kept there, move it away first");
    }
    if (found == StoreFolder::Found::kOlderStore) {
      STEMMA_TRY(UpgradeStore(folder));
    }
    const StoreFolder draft(folder.Repair());
    STEMMA_ASSIGN(repair, Named(folder, Rebuild(folder, draft)));
    STEMMA_TRY(Exchange(folder, draft));
  }
  repair.kept = folder.Damaged();
  STEMMA_ASSIGN(const auto writer, StoreWriter::Open(path));
  STEMMA_TRY(writer->Tidy());  // readers want a snapshot
  return repair;
}

}  // namespace stemma
