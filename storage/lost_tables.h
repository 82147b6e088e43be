// Entries of sorted files that a database has no place for, put back into it.
//
// RocksDB's repair puts files aside that were ingested behind others, because their numbering
// differs from what it expects, and those that it cannot read to their end.
// Source: https://github.com/facebook/rocksdb/wiki/RocksDB-Repairer. Thread safety: one thread.
#pragma once

#include <filesystem>
#include <vector>

#include "graph/base/result.h"

namespace rocksdb {
class ColumnFamilyHandle;
class DB;
}  // namespace rocksdb

namespace stemma {

// Of every file in `folder`, as far as it can be read; where a key is there already it stays. Io.
Status PutBackTables(const std::filesystem::path& folder, rocksdb::DB& database,
                     const std::vector<rocksdb::ColumnFamilyHandle*>& columns);

}  // namespace stemma
