#include "storage/lost_tables.h"

#include <algorithm>
#include <memory>
#include <string>
#include <system_error>

#include <rocksdb/db.h>
#include <rocksdb/sst_file_reader.h>
#include <rocksdb/table_properties.h>

#include "storage/rocks_options.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

rocksdb::ColumnFamilyHandle* ColumnOf(const rocksdb::SstFileReader& table,
                                      const std::vector<rocksdb::ColumnFamilyHandle*>& columns) {
  const auto properties = table.GetTableProperties();
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto* column) {
    return properties && column->GetName() == properties->column_family_name;
  });
  return found == columns.end() ? nullptr : *found;
}

Status PutBack(const fs::path& file, rocksdb::DB& database,
               const std::vector<rocksdb::ColumnFamilyHandle*>& columns) {
  rocksdb::SstFileReader table(rocksdb::Options(DatabaseOptions(), FamilyOptions("ids")));
  if (!table.Open(file.string()).ok()) {
    return {};  // nothing of it can be read
  }
  rocksdb::ColumnFamilyHandle* column = ColumnOf(table, columns);
  if (column == nullptr) {
    return {};
  }
  const std::unique_ptr<rocksdb::Iterator> entry(table.NewIterator(rocksdb::ReadOptions()));
  for (entry->SeekToFirst(); entry->Valid(); entry->Next()) {
    std::string there;
    const rocksdb::Status found =
        database.Get(rocksdb::ReadOptions(), column, entry->key(), &there);
    if (found.IsNotFound()) {
      STEMMA_TRY(
          StatusOf(database.Put(rocksdb::WriteOptions(), column, entry->key(), entry->value())));
    }
  }
  entry->status().PermitUncheckedError();
  return {};
}

}  // namespace

Status PutBackTables(const fs::path& folder, rocksdb::DB& database,
                     const std::vector<rocksdb::ColumnFamilyHandle*>& columns) {
  std::vector<fs::path> files;
  std::error_code nothing_is_lost;
  for (const auto& entry : fs::directory_iterator(folder, nothing_is_lost)) {
    if (entry.path().extension() == ".sst") {
      files.push_back(entry.path());
    }
  }
  // The newest first: what it says of a key stays.
  std::sort(files.rbegin(), files.rend());
  for (const fs::path& file : files) {
    STEMMA_TRY(PutBack(file, database, columns));
  }
  return {};
}

}  // namespace stemma
