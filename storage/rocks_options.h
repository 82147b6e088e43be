// Every RocksDB option that a store is written and read with, and where its families lie.
//
// Included by the seam's own files alone.
// Thread safety: pure functions.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "storage/key_codec.h"

namespace rocksdb {
class Slice;
class Status;
struct ColumnFamilyOptions;
struct DBOptions;
}  // namespace rocksdb

namespace stemma {

Status StatusOf(const rocksdb::Status& status);
rocksdb::ColumnFamilyOptions FamilyOptions(std::string_view column);
rocksdb::DBOptions DatabaseOptions();

// Families that hold little share a column family, told apart by the first byte of their keys:
// opening a store costs by the number of column families.
struct FamilyPlace {
  size_t column = 0;
  std::string prefix;
};
FamilyPlace PlaceOf(Family family);
const std::vector<std::string>& ColumnNames();

}  // namespace stemma
