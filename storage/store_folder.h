// The folder that a store is: its marker, its writer's lock, and where its parts lie.
//
// The marker is written last when a store is made, so that a folder either is a store of a known
// format or is none yet. Nothing is ever made in a folder that holds somebody else's files.
// Source: docs/key-format.md, "The folder".
// Thread safety: one thread.
#pragma once

#include <filesystem>
#include <optional>

#include "graph/base/result.h"

namespace stemma {

class StoreFolder {
 public:
  explicit StoreFolder(std::filesystem::path path) : path_(std::move(path)) {}

  const std::filesystem::path& Path() const { return path_; }
  std::filesystem::path Database() const { return path_ / "database"; }
  std::filesystem::path DatabaseOfFormat1() const { return path_ / "rocks"; }
  std::filesystem::path Snapshot() const { return path_ / "snapshot"; }
  std::filesystem::path Staging() const { return path_ / "staging"; }

  enum class Found { kStore, kOlderStore, kNothing };
  // kOlderStore: of a format that this program upgrades from.
  // kNothing: not there, empty, or left over from making a store that was interrupted.
  // NotFound: something else is there. Corruption: a marker that cannot be read. Unsupported: a
  // newer format, named. Io.
  Result<Found> Look() const;

  Status MakeFolder() const;
  // The marker, durable on return.
  Status WriteMarker() const;
  // What an interrupted making left behind.
  Status RemoveLeftovers() const;
  // A store that was made for nothing, and its folder if nothing else is in it.
  void RemoveAll() const;

 private:
  std::filesystem::path path_;
};

// Held as long as it lives; the system lets go of it when the process dies.
class WriterLock {
 public:
  // Locked: another process, or another writer of this one, has it.
  static Result<WriterLock> Take(const StoreFolder& folder);
  ~WriterLock();
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&&) = delete;

 private:
  explicit WriterLock(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace stemma
