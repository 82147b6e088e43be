#include "storage/rocks_options.h"

#include <algorithm>
#include <cstdarg>
#include <string>

#include <rocksdb/cache.h>
#include <rocksdb/convenience.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

namespace stemma {
namespace {

// Debian 13's RocksDB would write 6 by default, which Debian 12's cannot read.
constexpr uint32_t kTableFormat = 5;
constexpr size_t kBlockBytes = size_t{16} << 10;
// Shared by all families; filled as blocks are read. Much less makes hot look-ups slow.
constexpr size_t kCacheBytes = size_t{256} << 20;
constexpr int kFilterBitsPerKey = 10;

rocksdb::CompressionType Compression() {
  const auto supported = rocksdb::GetSupportedCompressions();
  const auto has = [&](rocksdb::CompressionType type) {
    return std::find(supported.begin(), supported.end(), type) != supported.end();
  };
  return has(rocksdb::kLZ4Compression) ? rocksdb::kLZ4Compression : rocksdb::kNoCompression;
}

// Without one the engine keeps its messages in a file of the store, and where asserts are compiled
// in, as in Debian's, the next message after one that a full disk refused ends the process.
class SilentLogger : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

// RocksDB 9 wraps what befell a file of options in a status of the opening, and of the first only
// the words are left.
bool IsOfFullDisk(const rocksdb::Status& status) {
  return status.IsNoSpace() ||
         (status.IsIOError() &&
          status.ToString().find("No space left on device") != std::string::npos);
}

}  // namespace

Status StatusOf(const rocksdb::Status& status) {
  if (status.ok()) {
    return {};
  }
  if (status.IsCorruption() || status.IsNotFound() || status.IsPathNotFound() ||
      status.IsInvalidArgument()) {
    return Fail(ErrorCode::kCorruption,
                "the store is damaged: a file of it is missing or does not match its checksum");
  }
  if (IsOfFullDisk(status)) {
    return Fail(ErrorCode::kIo, "the disk is full");
  }
  if (status.IsIOError()) {
    return Fail(ErrorCode::kIo, "the store's files cannot be read or written");
  }
  return Fail(ErrorCode::kIo, "the database refused the operation");
}

rocksdb::ColumnFamilyOptions FamilyOptions(std::string_view column) {
  static const std::shared_ptr<rocksdb::Cache> cache = rocksdb::NewLRUCache(kCacheBytes);
  rocksdb::BlockBasedTableOptions table;
  table.format_version = kTableFormat;
  table.checksum = rocksdb::kXXH3;
  table.block_size = kBlockBytes;
  table.block_cache = cache;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kFilterBitsPerKey));
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  // Blocks of edges are numbers in few bytes already: there is nothing left to gain.
  const bool is_packed = column == "out" || column == "in";
  options.compression = is_packed ? rocksdb::kNoCompression : Compression();
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
  // A store has a few files a family. Starting sixteen threads for each family, and reading files
  // for statistics that only a busy server uses, took half of a question's time.
  options.max_file_opening_threads = 1;
  options.skip_stats_update_on_db_open = true;
  options.info_log = std::make_shared<SilentLogger>();
  options.max_background_jobs = 2;
  // The name of the machine is nobody's business who is handed a store.
  options.db_host_id = "";
  return options;
}

FamilyPlace PlaceOf(Family family) {
  switch (family) {
    case Family::kMeta:
      return {0, "m"};
    case Family::kRecent:
      return {0, "r"};
    case Family::kChanged:
      return {0, "c"};
    case Family::kTimes:
      return {0, "t"};
    case Family::kLog:
      return {0, "l"};
    case Family::kRedactedNodes:
      return {0, "d"};
    case Family::kRedactedLines:
      return {0, "x"};
    case Family::kIds:
      return {1, ""};
    case Family::kNodes:
      return {2, ""};
    case Family::kOut:
      return {3, ""};
    case Family::kIn:
      return {4, ""};
    case Family::kAssertions:
      return {5, ""};
    case Family::kNodeHistory:
      return {6, "n"};
    case Family::kEdgeHistory:
      return {6, "e"};
    case Family::kEvidence:
      return {6, "v"};
    case Family::kNames:
      return {7, "n"};
    case Family::kWords:
      return {7, "w"};
  }
  return {};
}

const std::vector<std::string>& ColumnNames() {
  static const std::vector<std::string> names = {"default", "ids",        "nodes",   "out",
                                                 "in",      "assertions", "history", "texts"};
  return names;
}

}  // namespace stemma
