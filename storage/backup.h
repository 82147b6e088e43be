// Backups of a store: made beside a writer, incremental, verified when they are restored.
//
// Source: docs/reliability.md, "Backups"; RocksDB's BackupEngine
// (https://github.com/facebook/rocksdb/wiki/How-to-backup-RocksDB).
// Thread safety: one thread a folder; several processes are told apart by locks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "graph/base/edtf.h"
#include "graph/base/result.h"

namespace stemma {

struct Backup {
  uint32_t number = 0;      // from 1, in the order in which they were made
  bool is_damaged = false;  // what describes it cannot be read: all else is 0
  Instant made_at = 0;      // whole seconds
  uint64_t bytes = 0;       // of its files, which other backups may have too
  uint32_t format = 0;      // of the store
  uint64_t nodes = 0;
  uint64_t edges = 0;
  uint64_t assertions = 0;
};

// Adds a backup of the store to those in `folder`, which is made when it is missing, and then
// forgets all but the last `keep`. Cost: reads what the last backup has not, and writes it.
// NotFound: no store. InvalidInput: the folder holds other files, or `keep` is 0. Locked: another
// backup is being made of this store, or into this folder. Unsupported: a store of an older format,
// which opening it upgrades. Corruption, Io.
Result<Backup> BackUpStore(const std::filesystem::path& store, const std::filesystem::path& folder,
                           std::optional<uint32_t> keep = std::nullopt);

// Those in a folder, by number. NotFound when it holds none.
Result<std::vector<Backup>> ListBackups(const std::filesystem::path& folder);

// Makes a store of a backup, or of the last one. Reads all of it twice: against the checksums of
// the backup, and as VerifyStore does. InvalidInput: there is something at `store`. NotFound: no
// such backup. Corruption: it does not match its checksums, or is not what it says. Nothing is left
// behind then.
Result<Backup> RestoreStore(const std::filesystem::path& folder, const std::filesystem::path& store,
                            std::optional<uint32_t> number = std::nullopt);

}  // namespace stemma
