#include "storage/store_folder.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "storage/database.h"
#include "storage/durable_file.h"

namespace stemma {
namespace {

constexpr const char* kMarker = "STEMMA";
constexpr const char* kExtent = "extent";
constexpr const char* kLock = "lock";
constexpr std::string_view kMarkerWords = "stemma store, format ";

// The marker first, so that it goes first: without it the rest is no store.
constexpr std::array<std::string_view, 14> kOurNames = {
    kMarker, "STEMMA.new", "database", "rocks",     "snapshot", "snapshot.new", "staging",
    kExtent, "extent.new", "copy",     "copy.lock", "repair",   "damaged",      kLock};

bool IsOurs(const std::filesystem::path& name) {
  return std::find(kOurNames.begin(), kOurNames.end(), name.string()) != kOurNames.end();
}

Result<uint32_t> FormatOf(const std::filesystem::path& path, const std::string& marker) {
  std::string_view words = marker;
  uint32_t format = 0;
  const bool is_marker = words.starts_with(kMarkerWords);
  words.remove_prefix(std::min(words.size(), kMarkerWords.size()));
  const auto parsed = std::from_chars(words.data(), words.data() + words.size(), format);
  if (!is_marker || parsed.ec != std::errc() || format == 0) {
    return Fail(ErrorCode::kCorruption,
                path.string() + ": the store is damaged: its file STEMMA names no format");
  }
  if (format > kFormatVersion) {
    return Fail(ErrorCode::kUnsupported,
                path.string() + ": the store has format " + std::to_string(format) +
                    ", and this program knows formats up to " + std::to_string(kFormatVersion) +
                    ": use a newer stemma");
  }
  return format;
}

}  // namespace

Status ExchangeFolders(const std::filesystem::path& one, const std::filesystem::path& other) {
  if (renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) != 0) {
    return Refused(one, errno);
  }
  STEMMA_TRY(SyncFolder(one.parent_path()));
  return SyncFolder(other.parent_path());
}

Result<StoreFolder::Found> StoreFolder::Look() const {
  std::error_code error;
  const auto status = std::filesystem::status(path_, error);
  if (!std::filesystem::exists(status)) {
    if (error && error != std::errc::no_such_file_or_directory) {
      return Refused(path_, error.value());
    }
    return Found::kNothing;
  }
  if (!std::filesystem::is_directory(status)) {
    return Fail(ErrorCode::kNotFound,
                path_.string() + ": is no stemma store, which would be a folder");
  }
  if (std::filesystem::exists(path_ / kMarker, error)) {
    STEMMA_ASSIGN(const uint32_t format, Format());
    return format == kFormatVersion ? Found::kStore : Found::kOlderStore;
  }
  std::filesystem::directory_iterator entries(path_, error);
  if (error) {
    return Refused(path_, error.value());
  }
  for (const auto& entry : entries) {
    if (!IsOurs(entry.path().filename())) {
      return Fail(ErrorCode::kNotFound,
                  path_.string() + ": is no stemma store: the folder holds other files");
    }
  }
  return Found::kNothing;
}

Result<StoreFolder::Found> StoreFolder::LookForStore() const {
  STEMMA_ASSIGN(const Found found, Look());
  if (found == Found::kNothing) {
    return Fail(ErrorCode::kNotFound, path_.string() + ": no store is there");
  }
  return found;
}

Result<uint32_t> StoreFolder::Format() const {
  std::ifstream file(path_ / kMarker);
  std::string marker;
  std::getline(file, marker);
  return FormatOf(path_, marker);
}

Status StoreFolder::WriteMarker(uint32_t format) const {
  STEMMA_TRY(WriteDurably(path_ / kMarker, {kMarkerWords, std::to_string(format), "\n"}));
  // Who made the folder need not have made its name durable.
  return SyncFolder(path_ / "..");
}

// Twice, so that a damaged number is no other number.
Status StoreFolder::WriteExtent(uint64_t arrivals) const {
  const std::string number = std::to_string(arrivals);
  return WriteDurably(path_ / kExtent, {number, " ", number, "\n"});
}

Result<uint64_t> StoreFolder::Extent() const {
  std::ifstream file(path_ / kExtent);
  if (!file) {
    return 0;
  }
  uint64_t once = 0;
  uint64_t again = 0;
  if (!(file >> once >> again) || once != again || file.get() != '\n') {
    return Fail(ErrorCode::kCorruption,
                path_.string() + ": the store is damaged: its file extent cannot be read");
  }
  return once;
}

Status StoreFolder::RemoveLeftovers() const {
  std::error_code error;
  for (const auto& path : {Database(), Staging(), Snapshot(), Copy(), path_ / kExtent}) {
    std::filesystem::remove_all(path, error);
    if (error) {
      return Refused(path, error.value());
    }
  }
  return {};
}

void StoreFolder::RemoveAll() const {
  std::error_code ignored;
  for (const std::string_view name : kOurNames) {
    std::filesystem::remove_all(path_ / name, ignored);
  }
  std::filesystem::remove(path_, ignored);  // fails when anything else is in it
}

Result<FileLock> FileLock::Take(const std::filesystem::path& path, std::string_view busy) {
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) {
    return Refused(path, errno);
  }
  FileLock lock(file);
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) {
      return Fail(ErrorCode::kLocked, path.parent_path().string() + ": " + std::string(busy));
    }
    return Refused(path, errno);
  }
  return lock;
}

FileLock::~FileLock() {
  if (file_ >= 0) {
    close(file_);
  }
}

FileLock::FileLock(FileLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {
}

Result<FileLock> TakeWriterLock(const StoreFolder& folder) {
  constexpr int kTries = 10;
  constexpr auto kPause = std::chrono::milliseconds(2);
  for (int tries = 1;; ++tries) {
    auto lock =
        FileLock::Take(folder.Path() / kLock, "another process has this store open for writing");
    if (lock.has_value() || lock.error().code != ErrorCode::kLocked || tries == kTries) {
      return lock;
    }
    std::this_thread::sleep_for(kPause);
  }
}

bool IsBeingWritten(const StoreFolder& folder) {
  const int file = open((folder.Path() / kLock).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return false;  // nobody has written since the store was copied here
  }
  const bool is_free = flock(file, LOCK_SH | LOCK_NB) == 0;
  close(file);
  return !is_free;
}

}  // namespace stemma
