// A folder of backups, as RocksDB's BackupEngine keeps it.
//
// Source: docs/reliability.md, "Backups". Thread safety: one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "storage/backup.h"
#include "storage/rocks_store.h"

namespace stemma {

class BackupFolder {
 public:
  // `to_write` makes it when it is missing. InvalidInput: it holds other files. NotFound: it is not
  // there, or no folder. Io, Corruption.
  static Result<BackupFolder> Open(const std::filesystem::path& path, bool to_write);
  ~BackupFolder();
  BackupFolder(BackupFolder&& other) noexcept;
  BackupFolder& operator=(BackupFolder&&) = delete;

  // By number, the damaged ones too.
  std::vector<Backup> List() const;
  // `is` says what is in it; its number, time and bytes are found. Opened to write.
  Result<Backup> Add(RocksStore& store, const Backup& is);
  Status Keep(uint32_t last);  // opened to write
  // Writes the files of a database, each compared with its checksum.
  Status Restore(uint32_t number, const std::filesystem::path& database) const;

 private:
  struct Engines;
  explicit BackupFolder(std::unique_ptr<Engines> engines);
  std::unique_ptr<Engines> engines_;
};

}  // namespace stemma
