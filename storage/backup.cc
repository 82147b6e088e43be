#include "storage/backup.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

#include "storage/backup_folder.h"
#include "storage/database.h"
#include "storage/database_copy.h"
#include "storage/rocks_store.h"
#include "storage/store_folder.h"
#include "storage/store_state.h"
#include "storage/stored_graph.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

// A folder that is gone when it is left, however that is.
class Draft {
 public:
  explicit Draft(fs::path path) : path_(std::move(path)) { Remove(); }
  ~Draft() { Remove(); }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  const fs::path& Path() const { return path_; }

 private:
  void Remove() const {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  fs::path path_;
};

Result<Backup> ContentOf(const RocksStore& store) {
  STEMMA_ASSIGN(const Counters counters, ReadCounters(store));
  Backup backup;
  backup.format = kFormatVersion;
  backup.nodes = counters.nodes;
  backup.edges = counters.edges;
  backup.assertions = counters.assertions;
  return backup;
}

Result<std::vector<Backup>> AllOf(const BackupFolder& backups, const fs::path& folder) {
  std::vector<Backup> all = backups.List();
  return all.empty() ? Result<std::vector<Backup>>(
                           Fail(ErrorCode::kNotFound, folder.string() + ": holds no backup"))
                     : Result<std::vector<Backup>>(std::move(all));
}

// The last one when no number is given. Of a damaged one none is taken in its stead.
Result<Backup> Chosen(const BackupFolder& backups, const fs::path& folder,
                      std::optional<uint32_t> number) {
  STEMMA_ASSIGN(const std::vector<Backup> all, AllOf(backups, folder));
  const auto chosen = std::find_if(all.rbegin(), all.rend(), [&](const Backup& backup) {
    return !number || backup.number == *number;
  });
  if (chosen == all.rend()) {
    return Fail(ErrorCode::kNotFound, folder.string() + ": holds no backup " +
                                          std::to_string(*number) + ", its last is " +
                                          std::to_string(all.back().number));
  }
  if (chosen->is_damaged) {
    return Fail(ErrorCode::kCorruption, folder.string() + ": backup " +
                                            std::to_string(chosen->number) +
                                            " is damaged: what describes it cannot be read");
  }
  return *chosen;
}

bool Holds(const Backup& backup, const Verification& verified) {
  return backup.nodes == verified.nodes && backup.edges == verified.edges &&
         backup.assertions == verified.assertions;
}

// Nothing at all, or an empty folder, which a rename replaces.
Status RequireFree(const fs::path& path) {
  std::error_code error;
  const auto status = fs::symlink_status(path, error);
  const bool is_free =
      !fs::exists(status) || (fs::is_directory(status) && fs::is_empty(path, error));
  return is_free ? Status()
                 : Status(InvalidInput(path.string() +
                                       ": something is there, and a restore writes over nothing"));
}

fs::path DraftOf(const fs::path& store) {
  fs::path draft = store.has_filename() ? store : store.parent_path();
  draft += ".restoring";
  return draft;
}

Status RestoreInto(const fs::path& store, const BackupFolder& backups, const Backup& backup) {
  const StoreFolder folder(store);
  STEMMA_TRY(folder.MakeFolder());
  STEMMA_TRY(backups.Restore(backup.number, folder.Database()));
  STEMMA_TRY(folder.WriteMarker(backup.format));
  STEMMA_ASSIGN(const Verification verified, VerifyStore(store, LogCheck::kRoots));
  if (verified.found > 0) {
    return Fail(ErrorCode::kCorruption, "the backup is damaged: " + verified.findings.front());
  }
  if (!Holds(backup, verified)) {
    return Fail(ErrorCode::kCorruption, "the backup is damaged: it does not hold what it says");
  }
  STEMMA_ASSIGN(const auto writer, StoreWriter::Open(store));
  return writer->Tidy();  // readers want a snapshot
}

}  // namespace

Result<Backup> BackUpStore(const fs::path& store, const fs::path& folder,
                           std::optional<uint32_t> keep) {
  if (keep == 0U) {
    return InvalidInput("how many backups to keep: expected 1 or more, found 0");
  }
  const StoreFolder from(store);
  STEMMA_ASSIGN(const auto found, from.LookForStore());
  if (found == StoreFolder::Found::kOlderStore) {
    return Fail(ErrorCode::kUnsupported,
                store.string() + ": the store has an older format: stemma stats upgrades it");
  }
  STEMMA_ASSIGN(BackupFolder backups, BackupFolder::Open(folder, /*to_write=*/true));
  STEMMA_ASSIGN(const FileLock one_into,
                FileLock::Take(folder / "lock", "another process writes a backup into it"));
  STEMMA_ASSIGN(const FileLock one_of,
                FileLock::Take(from.CopyLock(), "another process makes a backup of it"));
  const Draft copy(from.Copy());
  STEMMA_TRY(CopyDatabase(from.Database(), copy.Path()));
  STEMMA_ASSIGN(const auto database, Named(from, RocksStore::OpenCopy(copy.Path())));
  STEMMA_ASSIGN(const Backup content, ContentOf(*database));
  STEMMA_ASSIGN(const Backup backup, backups.Add(*database, content));
  if (keep) {
    STEMMA_TRY(backups.Keep(*keep));
  }
  return backup;
}

Result<std::vector<Backup>> ListBackups(const fs::path& folder) {
  STEMMA_ASSIGN(const BackupFolder backups, BackupFolder::Open(folder, /*to_write=*/false));
  return AllOf(backups, folder);
}

Result<Backup> RestoreStore(const fs::path& folder, const fs::path& store,
                            std::optional<uint32_t> number) {
  STEMMA_TRY(RequireFree(store));
  STEMMA_ASSIGN(const BackupFolder backups, BackupFolder::Open(folder, /*to_write=*/false));
  STEMMA_ASSIGN(const Backup backup, Chosen(backups, folder, number));
  const Draft draft(DraftOf(store));
  const Status restored = RestoreInto(draft.Path(), backups, backup);
  if (!restored.has_value()) {
    return Fail(restored.error().code,
                store.string() + " was not made: " + restored.error().message);
  }
  std::error_code error;
  fs::rename(draft.Path(), store, error);
  if (error) {
    return Refused(store, error.value());
  }
  STEMMA_TRY(SyncFolder(store / ".."));
  return backup;
}

}  // namespace stemma
