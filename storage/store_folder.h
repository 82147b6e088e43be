// The folder that a store is: its marker, its writer's lock, and where its parts lie.
//
// The marker is written last when a store is made, so that a folder either is a store of a known
// format or is none yet. Nothing is ever made in a folder that holds somebody else's files.
// Source: docs/key-format.md, "The folder".
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "graph/base/result.h"
#include "storage/durable_file.h"

namespace stemma {

// Each takes the other's name, in one step. Io.
Status ExchangeFolders(const std::filesystem::path& one, const std::filesystem::path& other);

class StoreFolder {
 public:
  explicit StoreFolder(std::filesystem::path path) : path_(std::move(path)) {}

  const std::filesystem::path& Path() const { return path_; }
  std::filesystem::path Database() const { return path_ / "database"; }
  std::filesystem::path DatabaseOfFormat1() const { return path_ / "rocks"; }
  std::filesystem::path Snapshot() const { return path_ / "snapshot"; }
  std::filesystem::path Staging() const { return path_ / "staging"; }
  // Of the database, while a backup is made of it; and the lock of who makes it.
  std::filesystem::path Copy() const { return path_ / "copy"; }
  std::filesystem::path CopyLock() const { return path_ / "copy.lock"; }
  // While a damaged database is repaired; and where it is kept then.
  std::filesystem::path Repair() const { return path_ / "repair"; }
  std::filesystem::path Damaged() const { return path_ / "damaged"; }

  enum class Found { kStore, kOlderStore, kNothing };
  // kOlderStore: of a format that this program upgrades from.
  // kNothing: not there, empty, or left over from making a store that was interrupted.
  // NotFound: something else is there. Corruption: a marker that cannot be read. Unsupported: a
  // newer format, named. Io.
  Result<Found> Look() const;
  // For who does not make one: NotFound also where nothing is.
  Result<Found> LookForStore() const;

  // That the marker names, of a store.
  Result<uint32_t> Format() const;

  // For its owner alone: leaked documents are nobody else's business.
  Status MakeFolder() const { return MakeFolders(path_); }
  // The marker of a format, durable on return.
  Status WriteMarker(uint32_t format) const;
  // How many arrivals the store had when a writer closed it last: whoever sees fewer has not got
  // all of it. 0 where nobody has said. Corruption.
  Result<uint64_t> Extent() const;
  Status WriteExtent(uint64_t arrivals) const;
  // What an interrupted making left behind.
  Status RemoveLeftovers() const;
  // A store that was made for nothing, and its folder if nothing else is in it.
  void RemoveAll() const;

 private:
  std::filesystem::path path_;
};

// Held as long as it lives; the system lets go of it when the process dies.
class FileLock {
 public:
  // Locked, in these words, when another process, or another lock of this one, has it. Makes the
  // file, in a folder that is there.
  static Result<FileLock> Take(const std::filesystem::path& file, std::string_view busy);
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;

 private:
  explicit FileLock(int file) : file_(file) {}
  int file_ = -1;
};

// That of the one writer of a store.
Result<FileLock> TakeWriterLock(const StoreFolder& folder);
// Whether somebody has it. Who asks has it himself for a moment, beside others who ask, so that a
// writer tries to take it more than once.
bool IsBeingWritten(const StoreFolder& folder);

}  // namespace stemma
