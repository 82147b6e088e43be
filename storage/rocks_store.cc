#include "storage/rocks_store.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <thread>

#include <rocksdb/db.h>
#include <rocksdb/metadata.h>
#include <rocksdb/options.h>
#include <rocksdb/sst_file_writer.h>
#include <rocksdb/version.h>
#include <rocksdb/write_batch.h>

#include "storage/database_moment.h"
#include "storage/lost_tables.h"
#include "storage/rocks_options.h"
#include "storage/spill.h"
#include "storage/unfinished_write.h"

namespace stemma {
namespace {

constexpr int kOpenTries = 20;

// Of small files beside each other there are fewer; what is merged once is small no more by and by,
// so that a byte is not written again for every import.
constexpr size_t kSmallFilesMax = 16;
constexpr uint64_t kSmallFileBytes = uint64_t{16} << 20;

rocksdb::Slice SliceOf(std::string_view text) {
  return {text.data(), text.size()};
}
std::string_view ViewOf(const rocksdb::Slice& slice) {
  return {slice.data(), slice.size()};
}

std::string WholeKey(const FamilyPlace& place, std::string_view key) {
  std::string whole = place.prefix;
  return whole.append(key);
}

std::vector<rocksdb::ColumnFamilyDescriptor> Columns(bool is_compacted = true) {
  std::vector<rocksdb::ColumnFamilyDescriptor> columns;
  for (const std::string& name : ColumnNames()) {
    columns.emplace_back(name, FamilyOptions(name));
    columns.back().options.disable_auto_compactions = !is_compacted;
  }
  return columns;
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

// Runs of them that are long enough to be merged. Files of the first level overlap, and the engine
// merges those.
std::vector<std::vector<std::string>> SmallFilesOf(const rocksdb::LevelMetaData& level) {
  std::vector<std::vector<std::string>> runs;
  std::vector<std::string> run;
  const auto end_run = [&] {
    if (run.size() >= kSmallFilesMax) {
      runs.push_back(run);
    }
    run.clear();
  };
  for (const rocksdb::SstFileMetaData& file : level.files) {
    if (level.level == 0 || file.size >= kSmallFileBytes || file.being_compacted) {
      end_run();
    } else {
      run.push_back(file.name);
    }
  }
  end_run();
  return runs;
}

// Opens with the options as they are; with a last write left out that a power cut interrupted, if
// that is what is wrong.
template <class Open>
rocksdb::Status OpenFinished(rocksdb::DBOptions options, const std::filesystem::path& path,
                             Open open) {
  const rocksdb::Status status = open(options);
  if (!status.IsCorruption() || !EndsInUnfinishedWrite(path)) {
    return status;
  }
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  return open(options);
}

// Nobody but who has it writes to the manifest.
class BackgroundWorkPaused {
 public:
  explicit BackgroundWorkPaused(rocksdb::DB& database) : database_(database) {
    database_.PauseBackgroundWork().PermitUncheckedError();
  }
  ~BackgroundWorkPaused() { database_.ContinueBackgroundWork().PermitUncheckedError(); }
  BackgroundWorkPaused(const BackgroundWorkPaused&) = delete;
  BackgroundWorkPaused& operator=(const BackgroundWorkPaused&) = delete;

 private:
  rocksdb::DB& database_;
};

void RemoveQuietly(const std::filesystem::path& path) {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

}  // namespace

struct RocksStore::Handles {
  DatabasePointer database;
  HandleList columns;
  std::filesystem::path folder_to_remove;

  ~Handles() {
    ForgetCursors();
    for (rocksdb::ColumnFamilyHandle* column : columns) {
      database->DestroyColumnFamilyHandle(column);
    }
    if (database) {
      database->Close().PermitUncheckedError();
    }
    database.reset();
    if (!folder_to_remove.empty()) {
      RemoveQuietly(folder_to_remove);
    }
  }

  // One position a column and thread at a time: making one costs as much as ten reads.
  class Cursor {
   public:
    Cursor(const Handles& handles, size_t column) : handles_(handles), column_(column) {
      const std::lock_guard lock(handles_.cursors_mutex);
      auto& idle = handles_.idle_cursors[column];
      if (!idle.empty()) {
        iterator_ = std::move(idle.back());
        idle.pop_back();
      }
      epoch_ = handles_.epoch;
      if (!iterator_) {
        iterator_.reset(
            handles_.database->NewIterator(rocksdb::ReadOptions(), handles_.columns[column]));
      }
    }
    ~Cursor() {
      const std::lock_guard lock(handles_.cursors_mutex);
      if (epoch_ == handles_.epoch) {
        handles_.idle_cursors[column_].push_back(std::move(iterator_));
      }
    }
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;
    rocksdb::Iterator* operator->() const { return iterator_.get(); }

   private:
    const Handles& handles_;
    size_t column_;
    uint64_t epoch_ = 0;
    std::unique_ptr<rocksdb::Iterator> iterator_;
  };

  // Positions see the state they were made in.
  void ForgetCursors() {
    const std::lock_guard lock(cursors_mutex);
    ++epoch;
    idle_cursors.clear();
  }

  mutable std::mutex cursors_mutex;
  mutable std::map<size_t, std::vector<std::unique_ptr<rocksdb::Iterator>>> idle_cursors;
  uint64_t epoch = 0;
};

RocksStore::RocksStore(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {
}
RocksStore::~RocksStore() = default;

Result<std::unique_ptr<RocksStore>> RocksStore::OpenPrimary(const std::filesystem::path& path,
                                                            bool create, bool is_compacted) {
  rocksdb::DBOptions options = DatabaseOptions();
  options.create_if_missing = create;
  options.create_missing_column_families = create;
  auto handles = std::make_unique<Handles>();
  STEMMA_TRY(StatusOf(OpenFinished(options, path, [&](const rocksdb::DBOptions& finished) {
    return OpenWith(
        [&](auto* database) {
          return rocksdb::DB::Open(finished, path.string(), Columns(is_compacted),
                                   &handles->columns, database);
        },
        handles->database);
  })));
  return std::unique_ptr<RocksStore>(new RocksStore(std::move(handles)));
}

Result<std::unique_ptr<RocksStore>> RocksStore::OpenToWrite(const std::filesystem::path& path,
                                                            bool create) {
  return OpenPrimary(path, create, /*is_compacted=*/true);
}

Result<std::unique_ptr<RocksStore>> RocksStore::OpenCopy(const std::filesystem::path& path) {
  return OpenPrimary(path, /*create=*/false, /*is_compacted=*/false);
}

Result<std::unique_ptr<RocksStore>> RocksStore::OpenStill(const std::filesystem::path& path) {
  auto handles = std::make_unique<Handles>();
  STEMMA_TRY(StatusOf(OpenFinished(DatabaseOptions(), path, [&](const rocksdb::DBOptions& options) {
    return OpenWith(
        [&](auto* database) {
          return rocksdb::DB::OpenForReadOnly(options, path.string(), Columns(), &handles->columns,
                                              database);
        },
        handles->database);
  })));
  return std::unique_ptr<RocksStore>(new RocksStore(std::move(handles)));
}

Result<std::unique_ptr<RocksStore>> RocksStore::OpenFromFiles(const std::filesystem::path& path) {
  STEMMA_TRY(StatusOf(rocksdb::RepairDB(path.string(), DatabaseOptions(), Columns())));
  // A column whose only file was lost is missing altogether.
  STEMMA_ASSIGN(auto store, OpenPrimary(path, /*create=*/true, /*is_compacted=*/false));
  STEMMA_TRY(PutBackTables(path / "lost", *store->handles_->database, store->handles_->columns));
  return store;
}

// A secondary may meet a file that the writer is just removing: then it looks again.
Result<std::unique_ptr<RocksStore>> RocksStore::OpenToRead(const std::filesystem::path& path) {
  rocksdb::Status status;
  for (int tries = 0; tries < kOpenTries; ++tries) {
    auto handles = std::make_unique<Handles>();
    STEMMA_ASSIGN(handles->folder_to_remove, MakeTemporaryFolder());
    status = OpenWith(
        [&](auto* database) {
          return rocksdb::DB::OpenAsSecondary(DatabaseOptions(), path.string(),
                                              handles->folder_to_remove.string(), Columns(),
                                              &handles->columns, database);
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

Result<std::optional<std::string>> RocksStore::Get(Family family, std::string_view key) const {
  const FamilyPlace place = PlaceOf(family);
  std::string value;
  const rocksdb::Status status = handles_->database->Get(
      rocksdb::ReadOptions(), handles_->columns[place.column], WholeKey(place, key), &value);
  if (status.IsNotFound()) {
    return std::optional<std::string>();
  }
  STEMMA_TRY(StatusOf(status));
  return std::optional<std::string>(std::move(value));
}

Status RocksStore::Scan(Family family, std::string_view prefix, const Visitor& visit) const {
  const FamilyPlace place = PlaceOf(family);
  const std::string start = WholeKey(place, prefix);
  const Handles::Cursor cursor(*handles_, place.column);
  for (cursor->Seek(start); cursor->Valid(); cursor->Next()) {
    const std::string_view key = ViewOf(cursor->key());
    if (!key.starts_with(start) ||
        !visit(key.substr(place.prefix.size()), ViewOf(cursor->value()))) {
      break;
    }
  }
  return StatusOf(cursor->status());
}

Status RocksStore::ScanFrom(Family family, std::string_view from, const Visitor& visit) const {
  const FamilyPlace place = PlaceOf(family);
  const Handles::Cursor cursor(*handles_, place.column);
  cursor->SeekForPrev(WholeKey(place, from));
  if (!cursor->Valid() || !ViewOf(cursor->key()).starts_with(place.prefix)) {
    STEMMA_TRY(StatusOf(cursor->status()));
    cursor->Seek(place.prefix);
  }
  for (; cursor->Valid(); cursor->Next()) {
    const std::string_view key = ViewOf(cursor->key());
    if (!key.starts_with(place.prefix) ||
        !visit(key.substr(place.prefix.size()), ViewOf(cursor->value()))) {
      break;
    }
  }
  return StatusOf(cursor->status());
}

struct Batch::Entries {
  rocksdb::WriteBatch batch;
};

Batch::Batch(RocksStore& store) : store_(store), entries_(std::make_unique<Entries>()) {
}
Batch::~Batch() = default;

Status Batch::Put(Family family, std::string_view key, std::string_view value) {
  const FamilyPlace place = PlaceOf(family);
  return StatusOf(entries_->batch.Put(store_.handles_->columns[place.column], WholeKey(place, key),
                                      SliceOf(value)));
}

Status Batch::Remove(Family family, std::string_view key) {
  const FamilyPlace place = PlaceOf(family);
  return StatusOf(
      entries_->batch.Delete(store_.handles_->columns[place.column], WholeKey(place, key)));
}

Status RocksStore::Write(Batch& batch) {
  rocksdb::WriteOptions options;
  options.sync = true;
  const rocksdb::Status status = handles_->database->Write(options, &batch.entries_->batch);
  handles_->ForgetCursors();
  return StatusOf(status);
}

Status RocksStore::Flush() {
  return StatusOf(handles_->database->Flush(rocksdb::FlushOptions(), handles_->columns));
}

Status RocksStore::RewriteFiles() {
  STEMMA_TRY(Flush());
  handles_->ForgetCursors();
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  for (rocksdb::ColumnFamilyHandle* column : handles_->columns) {
    STEMMA_TRY(StatusOf(handles_->database->CompactRange(options, column, nullptr, nullptr)));
  }
  return {};
}

rocksdb::DB& RocksStore::Engine() {
  return *handles_->database;
}

Status RocksStore::MergeSmallFiles() {
  rocksdb::CompactionOptions options;
  options.compression = rocksdb::kDisableCompressionOption;  // that of the family
  for (rocksdb::ColumnFamilyHandle* column : handles_->columns) {
    rocksdb::ColumnFamilyMetaData family;
    handles_->database->GetColumnFamilyMetaData(column, &family);
    for (const rocksdb::LevelMetaData& level : family.levels) {
      for (const std::vector<std::string>& names : SmallFilesOf(level)) {
        const rocksdb::Status merged =
            handles_->database->CompactFiles(options, column, names, level.level);
        // The engine is at one of them itself.
        if (!merged.IsAborted() && !merged.IsInvalidArgument()) {
          STEMMA_TRY(StatusOf(merged));
        }
      }
    }
  }
  return {};
}

Status RocksStore::VerifyChecksums() const {
  const rocksdb::Status verified = handles_->database->VerifyChecksum();
  const bool is_beside_writer = !handles_->folder_to_remove.empty();
  if (!is_beside_writer || !verified.IsPathNotFound()) {
    return StatusOf(verified);
  }
  // It opens files by their names. All that belong to this state are open already.
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  for (rocksdb::ColumnFamilyHandle* column : handles_->columns) {
    const std::unique_ptr<rocksdb::Iterator> iterator(
        handles_->database->NewIterator(options, column));
    for (iterator->SeekToFirst(); iterator->Valid(); iterator->Next()) {
    }
    STEMMA_TRY(StatusOf(iterator->status()));
  }
  return {};
}

struct SortedFiles::File {
  File(const rocksdb::Options& options, rocksdb::ColumnFamilyHandle* family_column)
      : column(family_column),
        // Kept in the page cache: what was just imported is what is asked next.
        writer(rocksdb::EnvOptions(), options, family_column, /*invalidate_page_cache=*/false) {}

  rocksdb::ColumnFamilyHandle* column;
  rocksdb::SstFileWriter writer;
  FamilyPlace place;
  std::string path;
  bool is_finished = false;
};

SortedFiles::SortedFiles(RocksStore& store, std::filesystem::path folder)
    : store_(store), folder_(std::move(folder)), files_(kFamilyCount) {
}

SortedFiles::~SortedFiles() {
  for (const auto& file : files_) {
    if (file) {
      RemoveQuietly(file->path);
    }
  }
}

Result<SortedFiles::File*> SortedFiles::Of(Family family) {
  std::unique_ptr<File>& file = files_[static_cast<size_t>(family)];
  if (!file) {
    const FamilyPlace place = PlaceOf(family);
    file = std::make_unique<File>(
        rocksdb::Options(DatabaseOptions(), FamilyOptions(ColumnNames()[place.column])),
        store_.handles_->columns[place.column]);
    file->place = place;
    file->path = (folder_ / (std::string(Name(family)) + ".sst")).string();
    STEMMA_TRY(StatusOf(file->writer.Open(file->path)));
  }
  return file.get();
}

Status SortedFiles::Put(Family family, std::string_view key, std::string_view value) {
  STEMMA_ASSIGN(File * file, Of(family));
  if (file->place.prefix.empty()) {
    return StatusOf(file->writer.Put(SliceOf(key), SliceOf(value)));
  }
  return StatusOf(file->writer.Put(WholeKey(file->place, key), SliceOf(value)));
}

Status SortedFiles::Remove(Family family, std::string_view key) {
  STEMMA_ASSIGN(File * file, Of(family));
  return StatusOf(file->writer.Delete(WholeKey(file->place, key)));
}

Status SortedFiles::Finish(Family family) {
  const std::unique_ptr<File>& file = files_[static_cast<size_t>(family)];
  if (!file || file->is_finished) {
    return {};
  }
  STEMMA_TRY(StatusOf(file->writer.Finish()));
  file->is_finished = true;
  return {};
}

Status RocksStore::Ingest(SortedFiles& files) {
  std::map<rocksdb::ColumnFamilyHandle*, rocksdb::IngestExternalFileArg> by_column;
  for (int i = 0; i < kFamilyCount; ++i) {
    STEMMA_TRY(files.Finish(static_cast<Family>(i)));
    if (const auto& file = files.files_[static_cast<size_t>(i)]) {
      rocksdb::IngestExternalFileArg& taken = by_column[file->column];
      taken.column_family = file->column;
      taken.external_files.push_back(file->path);
      taken.options.move_files = true;
      taken.options.allow_blocking_flush = false;  // there is nothing to flush
    }
  }
  std::vector<rocksdb::IngestExternalFileArg> all;
  for (auto& [column, taken] : by_column) {
    all.push_back(std::move(taken));
  }
  if (all.empty()) {
    return {};
  }
  STEMMA_TRY(Flush());
  const BackgroundWorkPaused still(*handles_->database);
  const std::filesystem::path database = handles_->database->GetName();
  STEMMA_ASSIGN(const DatabaseMoment before, MomentOf(database));
  // One call, one entry in the manifest: after a crash either all families have it or none.
  const rocksdb::Status status = handles_->database->IngestExternalFiles(all);
  handles_->ForgetCursors();
  // Where the entry cannot be synced it may be there, and the engine removes the files that it
  // names; those of a flush or a compaction it would keep (RocksDB issue 4990).
  if (!status.ok()) {
    STEMMA_TRY(ReturnTo(before, database));
  }
  return StatusOf(status);
}

Status RocksStore::ScanRecordsOfFormat1(
    const std::filesystem::path& path,
    const std::function<Status(std::string_view record)>& visit) {
  std::vector<std::string> names;
  STEMMA_TRY(StatusOf(rocksdb::DB::ListColumnFamilies(DatabaseOptions(), path.string(), &names)));
  std::vector<rocksdb::ColumnFamilyDescriptor> columns;
  for (const std::string& name : names) {
    columns.emplace_back(name, FamilyOptions(name));
  }
  Handles handles;
  STEMMA_ASSIGN(handles.folder_to_remove, MakeTemporaryFolder());
  STEMMA_TRY(StatusOf(OpenWith(
      [&](auto* database) {
        return rocksdb::DB::OpenAsSecondary(DatabaseOptions(), path.string(),
                                            handles.folder_to_remove.string(), columns,
                                            &handles.columns, database);
      },
      handles.database)));
  const auto found = std::find(names.begin(), names.end(), "assertions");
  if (found == names.end()) {
    return Fail(ErrorCode::kCorruption, "the store is damaged: it has no assertions");
  }
  const std::unique_ptr<rocksdb::Iterator> iterator(handles.database->NewIterator(
      rocksdb::ReadOptions(), handles.columns[static_cast<size_t>(found - names.begin())]));
  for (iterator->SeekToFirst(); iterator->Valid(); iterator->Next()) {
    STEMMA_TRY(visit(ViewOf(iterator->value())));
  }
  return StatusOf(iterator->status());
}

}  // namespace stemma
