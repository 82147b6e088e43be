// Blocks of a database stay in the memory of a process, and those of a copy count as the same: who
// damages a file that was read before must let go of them, or reads what was there.
#pragma once

#include <rocksdb/cache.h>
#include <rocksdb/table.h>

#include "storage/rocks_options.h"

namespace stemma::testing {

inline void ForgetCachedBlocks() {
  const rocksdb::ColumnFamilyOptions options = FamilyOptions("ids");
  options.table_factory->GetOptions<rocksdb::BlockBasedTableOptions>()
      ->block_cache->EraseUnRefEntries();
}

}  // namespace stemma::testing
