#include "storage/rocks_store.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>
#include <vector>

#include <rocksdb/convenience.h>
#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/sst_file_writer.h>
#include <rocksdb/table.h>
#include <rocksdb/version.h>
#include <rocksdb/write_batch.h>

namespace stemma {
namespace {

// Debian 13's RocksDB would write 6 by default, which Debian 12's cannot read.
constexpr uint32_t kTableFormat = 5;
constexpr int kOpenTries = 20;

rocksdb::Slice SliceOf(std::string_view text) {
  return {text.data(), text.size()};
}
std::string_view ViewOf(const rocksdb::Slice& slice) {
  return {slice.data(), slice.size()};
}

Status StatusOf(const rocksdb::Status& status) {
  if (status.ok()) {
    return {};
  }
  if (status.IsCorruption() || status.IsNotFound() || status.IsPathNotFound() ||
      status.IsInvalidArgument()) {
    return Fail(ErrorCode::kCorruption,
                "the store is damaged: a file of it is missing or does not match its checksum");
  }
  if (status.IsNoSpace()) {
    return Fail(ErrorCode::kIo, "the disk is full");
  }
  if (status.IsIOError()) {
    return Fail(ErrorCode::kIo, "the store's files cannot be read or written");
  }
  return Fail(ErrorCode::kIo, "the database refused the operation");
}

rocksdb::CompressionType Compression() {
  const auto supported = rocksdb::GetSupportedCompressions();
  const auto has = [&](rocksdb::CompressionType type) {
    return std::find(supported.begin(), supported.end(), type) != supported.end();
  };
  return has(rocksdb::kLZ4Compression) ? rocksdb::kLZ4Compression : rocksdb::kNoCompression;
}

rocksdb::ColumnFamilyOptions FamilyOptions() {
  rocksdb::BlockBasedTableOptions table;
  table.format_version = kTableFormat;
  table.checksum = rocksdb::kXXH3;
  table.block_size = 16 << 10;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.compression = Compression();
  options.write_buffer_size = size_t{32} << 20;
  return options;
}

rocksdb::DBOptions DatabaseOptions() {
  rocksdb::DBOptions options;
  options.create_if_missing = false;
  options.paranoid_checks = true;
  // A flipped bit in the log must be reported; only an unfinished last write may be dropped.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.atomic_flush = true;
  options.max_open_files = -1;
  options.info_log_level = rocksdb::InfoLogLevel::ERROR_LEVEL;
  options.keep_log_file_num = 1;
  options.max_background_jobs = 2;
  // The name of the machine is nobody's business who is handed a store.
  options.db_host_id = "";
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> Families() {
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (int i = 0; i < kFamilyCount; ++i) {
    families.emplace_back(std::string(Name(static_cast<Family>(i))), FamilyOptions());
  }
  return families;
}

using DatabasePointer = std::unique_ptr<rocksdb::DB>;
using HandleList = std::vector<rocksdb::ColumnFamilyHandle*>;

// RocksDB 10 takes a unique_ptr where earlier ones take a plain pointer.
template <class Open>
rocksdb::Status OpenWith(Open open, DatabasePointer& database) {
#if ROCKSDB_MAJOR >= 10
  return open(&database);
#else
  rocksdb::DB* opened = nullptr;
  const rocksdb::Status status = open(&opened);
  database.reset(opened);
  return status;
#endif
}

// A new folder that only this process uses.
Result<std::filesystem::path> TemporaryFolder() {
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "stemma-XXXXXX").string();
  if (error || mkdtemp(name.data()) == nullptr) {
    return Fail(ErrorCode::kIo, "no temporary folder can be made: see $TMPDIR");
  }
  return std::filesystem::path(name);
}

void RemoveQuietly(const std::filesystem::path& path) {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

}  // namespace

struct RocksStore::Handles {
  DatabasePointer database;
  HandleList families;
  std::filesystem::path folder_to_remove;

  ~Handles() {
    for (rocksdb::ColumnFamilyHandle* family : families) {
      database->DestroyColumnFamilyHandle(family);
    }
    if (database) {
      database->Close().PermitUncheckedError();
    }
    database.reset();
    if (!folder_to_remove.empty()) {
      RemoveQuietly(folder_to_remove);
    }
  }

  rocksdb::ColumnFamilyHandle* Of(Family family) const {
    return families[static_cast<size_t>(family)];
  }
};

RocksStore::RocksStore(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {
}
RocksStore::~RocksStore() = default;

Result<std::unique_ptr<RocksStore>> RocksStore::OpenToWrite(const std::filesystem::path& path,
                                                            bool create) {
  rocksdb::DBOptions options = DatabaseOptions();
  options.create_if_missing = create;
  options.create_missing_column_families = create;
  auto handles = std::make_unique<Handles>();
  STEMMA_TRY(StatusOf(OpenWith(
      [&](auto* database) {
        return rocksdb::DB::Open(options, path.string(), Families(), &handles->families, database);
      },
      handles->database)));
  return std::unique_ptr<RocksStore>(new RocksStore(std::move(handles)));
}

// A secondary may meet a file that the writer is just removing: then it looks again.
Result<std::unique_ptr<RocksStore>> RocksStore::OpenToRead(const std::filesystem::path& path) {
  rocksdb::Status status;
  for (int tries = 0; tries < kOpenTries; ++tries) {
    auto handles = std::make_unique<Handles>();
    STEMMA_ASSIGN(handles->folder_to_remove, TemporaryFolder());
    status = OpenWith(
        [&](auto* database) {
          return rocksdb::DB::OpenAsSecondary(DatabaseOptions(), path.string(),
                                              handles->folder_to_remove.string(), Families(),
                                              &handles->families, database);
        },
        handles->database);
    if (status.ok()) {
      return std::unique_ptr<RocksStore>(new RocksStore(std::move(handles)));
    }
    if (status.IsCorruption()) {
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  STEMMA_TRY(StatusOf(status));
  return Fail(ErrorCode::kIo, "the store cannot be opened");
}

Result<std::unique_ptr<RocksStore>> RocksStore::OpenScratch(const std::filesystem::path& path) {
  rocksdb::Options options(DatabaseOptions(), FamilyOptions());
  options.create_if_missing = true;
  options.atomic_flush = false;
  auto handles = std::make_unique<Handles>();
  STEMMA_TRY(StatusOf(
      OpenWith([&](auto* database) { return rocksdb::DB::Open(options, path.string(), database); },
               handles->database)));
  handles->folder_to_remove = path;
  return std::unique_ptr<RocksStore>(new RocksStore(std::move(handles)));
}

std::string ScratchKey(Family family, std::string_view key) {
  std::string whole(1, static_cast<char>(family));
  return whole.append(key);
}

Result<std::optional<std::string>> RocksStore::Get(Family family, std::string_view key) const {
  std::string value;
  rocksdb::Status status;
  if (handles_->families.empty()) {
    status = handles_->database->Get(rocksdb::ReadOptions(), ScratchKey(family, key), &value);
  } else {
    status =
        handles_->database->Get(rocksdb::ReadOptions(), handles_->Of(family), SliceOf(key), &value);
  }
  if (status.IsNotFound()) {
    return std::optional<std::string>();
  }
  STEMMA_TRY(StatusOf(status));
  return std::optional<std::string>(std::move(value));
}

Status RocksStore::Scan(Family family, std::string_view prefix, const Visitor& visit) const {
  const bool is_scratch = handles_->families.empty();
  const std::string start = is_scratch ? ScratchKey(family, prefix) : std::string(prefix);
  const rocksdb::ReadOptions options;
  const std::unique_ptr<rocksdb::Iterator> iterator(
      is_scratch ? handles_->database->NewIterator(options)
                 : handles_->database->NewIterator(options, handles_->Of(family)));
  for (iterator->Seek(start); iterator->Valid(); iterator->Next()) {
    std::string_view key = ViewOf(iterator->key());
    if (!key.starts_with(start) ||
        !visit(is_scratch ? key.substr(1) : key, ViewOf(iterator->value()))) {
      break;
    }
  }
  return StatusOf(iterator->status());
}

Status RocksStore::Write(const std::map<StagedKey, std::string>& entries) {
  rocksdb::WriteBatch batch;
  for (const auto& [key, value] : entries) {
    STEMMA_TRY(StatusOf(batch.Put(handles_->Of(key.first), key.second, value)));
  }
  rocksdb::WriteOptions options;
  options.sync = true;
  return StatusOf(handles_->database->Write(options, &batch));
}

Status RocksStore::WriteScratch(const std::map<StagedKey, std::string>& entries) {
  rocksdb::WriteBatch batch;
  for (const auto& [key, value] : entries) {
    STEMMA_TRY(StatusOf(batch.Put(ScratchKey(key.first, key.second), value)));
  }
  rocksdb::WriteOptions options;
  options.disableWAL = true;
  return StatusOf(handles_->database->Write(options, &batch));
}

Status RocksStore::Ingest(const RocksStore& scratch, const std::filesystem::path& folder) {
  std::vector<rocksdb::IngestExternalFileArg> files;
  for (int i = 0; i < kFamilyCount; ++i) {
    const auto family = static_cast<Family>(i);
    const std::string file = (folder / (std::string(Name(family)) + ".sst")).string();
    rocksdb::SstFileWriter writer(rocksdb::EnvOptions(),
                                  rocksdb::Options(DatabaseOptions(), FamilyOptions()),
                                  handles_->Of(family));
    STEMMA_TRY(StatusOf(writer.Open(file)));
    rocksdb::Status status;
    bool is_empty = true;
    STEMMA_TRY(scratch.Scan(family, "", [&](std::string_view key, std::string_view value) {
      status = writer.Put(SliceOf(key), SliceOf(value));
      is_empty = false;
      return status.ok();
    }));
    STEMMA_TRY(StatusOf(status));
    if (is_empty) {
      continue;  // the engine refuses to finish a file without entries
    }
    STEMMA_TRY(StatusOf(writer.Finish()));
    rocksdb::IngestExternalFileArg& taken = files.emplace_back();
    taken.column_family = handles_->Of(family);
    taken.external_files = {file};
    taken.options.move_files = true;
  }
  // One call, one entry in the manifest: after a crash either all families have it or none.
  return files.empty() ? Status() : StatusOf(handles_->database->IngestExternalFiles(files));
}

Status RocksStore::Flush() {
  return StatusOf(handles_->database->Flush(rocksdb::FlushOptions(), handles_->families));
}

Status RocksStore::VerifyChecksums() const {
  return StatusOf(handles_->database->VerifyChecksum());
}

}  // namespace stemma
