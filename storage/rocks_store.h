// The database of a store: opened to write, or to read beside a writer.
//
// Nothing of RocksDB shows in this header; rocks_store.cc and sorted_files.cc hold every option,
// set explicitly, because a store must open with each version that Debian ships.
// Source: docs/decisions/storage.md; https://github.com/facebook/rocksdb/wiki.
// Thread safety: reading from several threads; writing from one.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/base/result.h"
#include "storage/key_codec.h"

namespace rocksdb {
class DB;
}

namespace stemma {

// Where a commit puts its entries: a batch in memory, or sorted files.
class EntryWriter {
 public:
  virtual ~EntryWriter() = default;
  // Keys of one family rise.
  virtual Status Put(Family family, std::string_view key, std::string_view value) = 0;
  virtual Status Remove(Family family, std::string_view key) = 0;
};

class Batch;
class SortedFiles;

class RocksStore {
 public:
  // `create`: makes a new one; otherwise a missing database is Corruption. Errors: Io, Corruption.
  static Result<std::unique_ptr<RocksStore>> OpenToWrite(const std::filesystem::path& path,
                                                         bool create);
  // A copy that CopyDatabase made, to write: what its log holds becomes files, and no file else
  // changes.
  static Result<std::unique_ptr<RocksStore>> OpenCopy(const std::filesystem::path& path);
  // A database that nobody writes to: every file is looked at, and one that is missing or damaged
  // is Corruption. Writes nothing. Beside a writer it may see half of what is being moved.
  static Result<std::unique_ptr<RocksStore>> OpenStill(const std::filesystem::path& path);
  // A damaged one that nobody else uses: its list of files is made anew from the files. Of what
  // was written over, it may show what was there before. Corruption when that is not possible.
  static Result<std::unique_ptr<RocksStore>> OpenFromFiles(const std::filesystem::path& path);
  // Beside a writer: a secondary instance on one state, its own logs in a temporary folder outside
  // the store. Of a damaged database it may show the last state of which all files are whole.
  static Result<std::unique_ptr<RocksStore>> OpenToRead(const std::filesystem::path& path);

  // The assertions of a store of format 1, by arrival: what an upgrade starts from.
  static Status ScanRecordsOfFormat1(const std::filesystem::path& path,
                                     const std::function<Status(std::string_view record)>& visit);

  ~RocksStore();
  RocksStore(const RocksStore&) = delete;
  RocksStore& operator=(const RocksStore&) = delete;

  Result<std::optional<std::string>> Get(Family family, std::string_view key) const;

  // Every entry whose key begins with `prefix`, by key; until the callback returns false.
  using Visitor = std::function<bool(std::string_view key, std::string_view value)>;
  Status Scan(Family family, std::string_view prefix, const Visitor& visit) const;
  // From the last entry whose key is not behind `key`, or else the first, to the end of the family;
  // until the callback returns false.
  Status ScanFrom(Family family, std::string_view key, const Visitor& visit) const;

  // All of it or nothing, durable on return. Takes it over.
  Status Write(Batch& batch);
  // The same for files written beside the store: they are moved into it. Takes them over.
  Status Ingest(SortedFiles& files);
  // Writes what is in memory to sorted files, so that readers need not replay a log.
  Status Flush();

  // Writes every file anew: what was written over or removed is in none of them then, once the
  // database was closed and opened. Cost: the whole database, read and written.
  Status RewriteFiles();
  // Makes one file of those that lie beside each other and are many and small: every import by
  // files adds some to each family, and whatever reads the store opens all of them. Io.
  Status MergeSmallFiles();

  // For the seam's other files.
  rocksdb::DB& Engine();

  // Reads every block of every file; of a file that a writer has removed since this was opened,
  // every block of entries. Corruption when one does not match its checksum.
  Status VerifyChecksums() const;

 private:
  friend class Batch;
  friend class SortedFiles;
  struct Handles;
  static Result<std::unique_ptr<RocksStore>> OpenPrimary(const std::filesystem::path& path,
                                                         bool create, bool is_compacted);
  explicit RocksStore(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
};

// All of it in memory, written by RocksStore::Write.
class Batch : public EntryWriter {
 public:
  explicit Batch(RocksStore& store);  // borrowed
  ~Batch() override;
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;
  Status Put(Family family, std::string_view key, std::string_view value) override;
  Status Remove(Family family, std::string_view key) override;

 private:
  friend class RocksStore;
  struct Entries;
  RocksStore& store_;
  std::unique_ptr<Entries> entries_;
};

// Entries written to sorted files first, one file a family, and then taken over in one step.
//
// For commits too large for memory. Families may be written by different threads; one family's
// entries come with rising keys. Files that were not taken over are removed.
class SortedFiles : public EntryWriter {
 public:
  // Files go into `folder`, which must be on the store's file system. Borrows `store`.
  SortedFiles(RocksStore& store, std::filesystem::path folder);
  ~SortedFiles() override;
  SortedFiles(const SortedFiles&) = delete;
  SortedFiles& operator=(const SortedFiles&) = delete;

  Status Put(Family family, std::string_view key, std::string_view value) override;
  Status Remove(Family family, std::string_view key) override;
  // After the last entry of a family: the file is durable on return.
  Status Finish(Family family);

 private:
  friend class RocksStore;
  struct File;
  Result<File*> Of(Family family);

  RocksStore& store_;
  std::filesystem::path folder_;
  std::vector<std::unique_ptr<File>> files_;  // by family
};

}  // namespace stemma
