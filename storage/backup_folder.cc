#include "storage/backup_folder.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/file_system.h>
#include <rocksdb/utilities/backup_engine.h>

#include "storage/durable_file.h"
#include "storage/packing.h"
#include "storage/rocks_options.h"

namespace stemma {
namespace {

constexpr Instant kSecond = 1'000'000;

// A backup is there with the list of its files, which the engine puts in place before it syncs the
// folders that hold the files: a power cut then could leave a list of files that are not there.
class ListsLast : public rocksdb::FileSystemWrapper {
 public:
  explicit ListsLast(std::filesystem::path folder)
      : rocksdb::FileSystemWrapper(rocksdb::FileSystem::Default()), folder_(std::move(folder)) {}
  const char* Name() const override { return "ListsLast"; }

  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to,
                               const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
    const std::filesystem::path list = to;
    if (list.parent_path().filename() == "meta") {
      const std::filesystem::path own = folder_ / "private" / list.filename();
      for (const auto& folder : {own, folder_ / "private", folder_ / "shared_checksum", folder_}) {
        if (const Status synced = SyncFolder(folder); !synced.has_value()) {
          return rocksdb::IOStatus::IOError(synced.error().message);
        }
      }
    }
    return rocksdb::FileSystemWrapper::RenameFile(from, to, options, debug);
  }

 private:
  std::filesystem::path folder_;
};

rocksdb::BackupEngineOptions OptionsOf(const std::filesystem::path& path) {
  rocksdb::BackupEngineOptions options(path.string());
  options.share_table_files = true;
  options.share_files_with_checksum = true;
  options.sync = true;
  options.backup_log_files = true;
  return options;
}

bool IsOfBackups(const std::string& name) {
  constexpr std::array<std::string_view, 5> kNames = {"meta", "private", "shared",
                                                      "shared_checksum", "lock"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

Status CheckFolder(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::directory_iterator entries(path, error);
  if (error) {
    return Fail(ErrorCode::kNotFound, path.string() + ": " + error.message());
  }
  for (const auto& entry : entries) {
    if (!IsOfBackups(entry.path().filename().string())) {
      return InvalidInput(path.string() + ": holds other files than backups of a store");
    }
  }
  return {};
}

std::string EncodeContent(const Backup& backup) {
  std::string bytes;
  PackedWriter out(bytes);
  for (const uint64_t number :
       {uint64_t{backup.format}, backup.nodes, backup.edges, backup.assertions}) {
    out.Number(number);
  }
  return bytes;
}

Backup DamagedBackup(uint32_t number) {
  Backup backup;
  backup.number = number;
  backup.is_damaged = true;
  return backup;
}

Backup BackupOf(const rocksdb::BackupInfo& info) {
  PackedReader in(info.app_metadata);
  Backup backup;
  backup.number = info.backup_id;
  backup.made_at = info.timestamp * kSecond;
  backup.bytes = info.size;
  backup.format = static_cast<uint32_t>(in.Number());
  backup.nodes = in.Number();
  backup.edges = in.Number();
  backup.assertions = in.Number();
  return in.Ok() && backup.format > 0 ? backup : DamagedBackup(info.backup_id);
}

// The engine speaks of files, a person of backups.
Status Named(const std::filesystem::path& path, const rocksdb::Status& status) {
  if (status.IsCorruption()) {
    return Fail(ErrorCode::kCorruption, path.string() + ": the backup is damaged: a file of it " +
                                            "does not match its checksum");
  }
  if (status.IsNotFound()) {
    return Fail(ErrorCode::kCorruption,
                path.string() + ": the backup is damaged: a file of it is missing");
  }
  const Status plain = StatusOf(status);
  return plain.has_value()
             ? Status()
             : Status(Fail(plain.error().code, path.string() + ": " + plain.error().message));
}

}  // namespace

struct BackupFolder::Engines {
  std::filesystem::path path;
  std::unique_ptr<rocksdb::Env> env;  // of the one that writes
  // One of the two.
  std::unique_ptr<rocksdb::BackupEngine> to_write;
  std::unique_ptr<rocksdb::BackupEngineReadOnly> to_read;
};

BackupFolder::BackupFolder(std::unique_ptr<Engines> engines) : engines_(std::move(engines)) {
}
BackupFolder::~BackupFolder() = default;
BackupFolder::BackupFolder(BackupFolder&& other) noexcept = default;

Result<BackupFolder> BackupFolder::Open(const std::filesystem::path& path, bool to_write) {
  auto engines = std::make_unique<Engines>();
  engines->path = path;
  if (to_write) {
    STEMMA_TRY(MakeFolders(path));
    STEMMA_TRY(CheckFolder(path));
    engines->env = rocksdb::NewCompositeEnv(std::make_shared<ListsLast>(path));
    rocksdb::BackupEngineOptions options = OptionsOf(path);
    options.backup_env = engines->env.get();
    rocksdb::BackupEngine* engine = nullptr;
    STEMMA_TRY(Named(path, rocksdb::BackupEngine::Open(options, rocksdb::Env::Default(), &engine)));
    engines->to_write.reset(engine);
  } else {
    STEMMA_TRY(CheckFolder(path));
    if (!std::filesystem::exists(path / "meta")) {
      return Fail(ErrorCode::kNotFound, path.string() + ": holds no backup");
    }
    rocksdb::BackupEngineReadOnly* engine = nullptr;
    STEMMA_TRY(Named(path, rocksdb::BackupEngineReadOnly::Open(OptionsOf(path),
                                                               rocksdb::Env::Default(), &engine)));
    engines->to_read.reset(engine);
  }
  return BackupFolder(std::move(engines));
}

std::vector<Backup> BackupFolder::List() const {
  std::vector<rocksdb::BackupInfo> infos;
  std::vector<rocksdb::BackupID> damaged;
  const auto ask = [&](const auto& engine) {
    engine.GetBackupInfo(&infos);
    engine.GetCorruptedBackups(&damaged);
  };
  if (engines_->to_write) {
    ask(*engines_->to_write);
  } else {
    ask(*engines_->to_read);
  }
  std::vector<Backup> backups;
  for (const rocksdb::BackupInfo& info : infos) {
    backups.push_back(BackupOf(info));
  }
  for (const rocksdb::BackupID number : damaged) {
    backups.push_back(DamagedBackup(number));
  }
  std::sort(backups.begin(), backups.end(),
            [](const Backup& a, const Backup& b) { return a.number < b.number; });
  return backups;
}

Result<Backup> BackupFolder::Add(RocksStore& store, const Backup& is) {
  rocksdb::BackupID number = 0;
  rocksdb::CreateBackupOptions options;
  STEMMA_TRY(Named(engines_->path, engines_->to_write->CreateNewBackupWithMetadata(
                                       options, &store.Engine(), EncodeContent(is), &number)));
  rocksdb::BackupInfo info;
  STEMMA_TRY(Named(engines_->path, engines_->to_write->GetBackupInfo(number, &info)));
  return BackupOf(info);
}

Status BackupFolder::Keep(uint32_t last) {
  return Named(engines_->path, engines_->to_write->PurgeOldBackups(last));
}

Status BackupFolder::Restore(uint32_t number, const std::filesystem::path& database) const {
  return Named(engines_->path,
               engines_->to_read->RestoreDBFromBackup(rocksdb::RestoreOptions(), number,
                                                      database.string(), database.string()));
}

}  // namespace stemma
