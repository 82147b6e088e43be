// What a folder's files hold after a power cut: what was synced, and chance decides on the rest.
//
// The model is what POSIX promises, which is less than most file systems keep:
// - A file has what it held when it was last synced. Of later changes each page of 4096 bytes may
//   be there or not, in any order, and the size is anything between the two. A page that is not
//   there is as it was, or zeros.
// - A name that was made, removed or replaced is so once its folder was synced. Of later changes
//   in a folder all up to a random one are there; folders are independent of each other. To sync a
//   file does not make its name durable.
// - What was there when the process began is durable.
// Not in it: a folder that is renamed (taken as durable at once), owners, rights and times, and
// sectors that are torn or rot: what was synced is never harmed.
//
// It keeps the synced content of each changed file in memory, and a hard link to each file whose
// name went away, so that the name can come back.
//
// Source: POSIX.1-2017, fsync(), rationale; Pillai et al., "All File Systems Are Not Created
// Equal", OSDI 2014.
// Thread safety: none; the caller locks.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace stemma::testing {

class LossyDisk {
 public:
  // `kept` is a folder beside `watched`, for the links.
  LossyDisk(std::filesystem::path watched, std::filesystem::path kept);

  // Before the thing is done.
  void WillChange(const std::filesystem::path& file);
  // After it was done.
  void Made(const std::filesystem::path& path);
  void Linked(const std::filesystem::path& path);
  void Synced(int file, const std::filesystem::path& path);

  // Before a name is removed or replaced: another name of the file, empty when there is none.
  std::filesystem::path Keep(const std::filesystem::path& path);
  void Removed(const std::filesystem::path& path, const std::filesystem::path& kept);
  void RemovedFolder(const std::filesystem::path& path);
  void Renamed(const std::filesystem::path& from, const std::filesystem::path& to,
               const std::filesystem::path& kept);

  void CutPower(std::mt19937_64& random) const;

 private:
  enum class Kind : uint8_t { kMade, kRemoved, kRemovedFolder, kRenamed };
  // Of one name in a folder; `kept` links what was there before.
  struct Change {
    Kind kind;
    std::filesystem::path path;
    std::filesystem::path from;
    std::filesystem::path kept;
  };

  static void Undo(const Change& change);
  void UndoNames(std::mt19937_64& random) const;
  void LosePages(const std::filesystem::path& file, const std::string& synced,
                 std::mt19937_64& random) const;

  std::filesystem::path watched_;
  std::filesystem::path kept_;
  uint64_t kept_count_ = 0;
  std::vector<Change> unsynced_;
  std::map<ino_t, std::string> synced_;
};

}  // namespace stemma::testing
