// Blocks of a database stay in the memory of a process, and those of a copy count as the same: who
// damages a file that was read before must let go of them, or reads what was there.
#pragma once

#include <memory>

#if __has_include(<rocksdb/advanced_cache.h>)
#include <rocksdb/advanced_cache.h>  // Debian 13: what a cache can do
#else
#include <rocksdb/cache.h>
#endif
#include <rocksdb/table.h>

#include "storage/rocks_options.h"

namespace stemma::testing {

inline std::shared_ptr<rocksdb::Cache> BlockCache() {
  const rocksdb::ColumnFamilyOptions options = FamilyOptions("ids");
  return options.table_factory->GetOptions<rocksdb::BlockBasedTableOptions>()->block_cache;
}

inline void ForgetCachedBlocks() {
  BlockCache()->EraseUnRefEntries();
}

}  // namespace stemma::testing
