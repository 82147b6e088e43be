// The database of a store: opened to write, opened to read beside a writer, or as scratch.
//
// Nothing of RocksDB shows in this header; rocks_store.cc holds every option, set explicitly,
// because a store must open with each version that Debian ships.
// Source: docs/decisions/storage.md; https://github.com/facebook/rocksdb/wiki.
// Thread safety: reading from several threads; writing from one.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "storage/key_values.h"

namespace stemma {

// Family, then key: the order in which sorted files are written.
using StagedKey = std::pair<Family, std::string>;

class RocksStore : public KeyValues {
 public:
  // `create`: makes a new one; otherwise a missing database is Corruption. Errors: Io, Corruption.
  static Result<std::unique_ptr<RocksStore>> OpenToWrite(const std::filesystem::path& path,
                                                         bool create);
  // A secondary instance on one state, its own logs in a temporary folder outside the store.
  static Result<std::unique_ptr<RocksStore>> OpenToRead(const std::filesystem::path& path);
  // One unnamed family, nothing durable: for imports larger than memory.
  static Result<std::unique_ptr<RocksStore>> OpenScratch(const std::filesystem::path& path);

  ~RocksStore() override;
  RocksStore(const RocksStore&) = delete;
  RocksStore& operator=(const RocksStore&) = delete;

  Result<std::optional<std::string>> Get(Family family, std::string_view key) const override;
  Status Scan(Family family, std::string_view prefix, const Visitor& visit) const override;

  // All of it or nothing, durable on return.
  Status Write(const std::map<StagedKey, std::string>& entries);
  // Not durable, for scratch: family and key become one key.
  Status WriteScratch(const std::map<StagedKey, std::string>& entries);
  // Sorted files of all that `scratch` holds, taken over in one step. They are written to `folder`.
  Status Ingest(const RocksStore& scratch, const std::filesystem::path& folder);
  // Writes what is in memory to sorted files, so that readers need not replay a log.
  Status Flush();

  // Reads every block of every file. Corruption when one does not match its checksum.
  Status VerifyChecksums() const;

 private:
  struct Handles;
  explicit RocksStore(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
};

// How staged keys are laid out in scratch: one byte of the family, then the key.
std::string ScratchKey(Family family, std::string_view key);

}  // namespace stemma
