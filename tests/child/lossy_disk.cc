#include "child/lossy_disk.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

constexpr size_t kPageBytes = 4096;

std::optional<ino_t> FileAt(const fs::path& path) {
  struct stat found {};
  if (lstat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) {
    return std::nullopt;
  }
  return found.st_ino;
}

std::string ContentOf(int file) {
  std::string content;
  std::string part(size_t{64} << 10, '\0');
  for (ssize_t got = 0;
       (got = pread(file, part.data(), part.size(), static_cast<off_t>(content.size()))) > 0;) {
    content.append(part.data(), static_cast<size_t>(got));
  }
  return content;
}

std::string ContentOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

size_t Between(size_t one, size_t other, std::mt19937_64& random) {
  return std::uniform_int_distribution<size_t>(std::min(one, other), std::max(one, other))(random);
}

std::string Page(const std::string& content, size_t first, size_t bytes) {
  std::string page = first < content.size() ? content.substr(first, bytes) : std::string();
  page.resize(bytes);
  return page;
}

}  // namespace

LossyDisk::LossyDisk(fs::path watched, fs::path kept)
    : watched_(std::move(watched)), kept_(std::move(kept)) {
  std::error_code ignored;
  fs::remove_all(kept_, ignored);
  fs::create_directory(kept_, ignored);
}

void LossyDisk::WillChange(const fs::path& file) {
  const auto number = FileAt(file);
  if (number && !synced_.contains(*number)) {
    synced_[*number] = ContentOf(file);
  }
}

void LossyDisk::Made(const fs::path& path) {
  if (const auto number = FileAt(path)) {
    synced_[*number].clear();
  }
  unsynced_.push_back({Kind::kMade, path, {}, {}});
}

void LossyDisk::Linked(const fs::path& path) {
  unsynced_.push_back({Kind::kMade, path, {}, {}});
}

void LossyDisk::Synced(int file, const fs::path& path) {
  struct stat found {};
  if (fstat(file, &found) != 0) {
    return;
  }
  if (!S_ISDIR(found.st_mode)) {
    // A file may be synced that is open to write only.
    const std::string name = "/proc/self/fd/" + std::to_string(file);
    const int readable = open(name.c_str(), O_RDONLY | O_CLOEXEC);
    synced_[found.st_ino] = ContentOf(readable);
    close(readable);
    return;
  }
  std::erase_if(unsynced_, [&](const Change& change) { return change.path.parent_path() == path; });
}

fs::path LossyDisk::Keep(const fs::path& path) {
  if (!FileAt(path)) {
    return {};
  }
  fs::path kept = kept_ / std::to_string(kept_count_++);
  std::error_code ignored;
  fs::create_hard_link(path, kept, ignored);
  return kept;
}

void LossyDisk::Removed(const fs::path& path, const fs::path& kept) {
  unsynced_.push_back({Kind::kRemoved, path, {}, kept});
}

void LossyDisk::RemovedFolder(const fs::path& path) {
  unsynced_.push_back({Kind::kRemovedFolder, path, {}, {}});
}

void LossyDisk::Renamed(const fs::path& from, const fs::path& to, const fs::path& kept) {
  if (FileAt(to)) {
    unsynced_.push_back({Kind::kRenamed, to, from, kept});
  }
}

// In the reverse of their order, each finds what it left; what a folder that is gone again held
// is gone with it.
void LossyDisk::Undo(const Change& change) {
  std::error_code ignored;
  switch (change.kind) {
    case Kind::kMade:
      fs::remove_all(change.path, ignored);
      break;
    case Kind::kRemovedFolder:
      fs::create_directory(change.path, ignored);
      break;
    case Kind::kRenamed:
      fs::rename(change.path, change.from, ignored);
      [[fallthrough]];
    case Kind::kRemoved:
      if (!change.kept.empty()) {
        fs::create_hard_link(change.kept, change.path, ignored);
      }
      break;
  }
}

void LossyDisk::UndoNames(std::mt19937_64& random) const {
  std::map<fs::path, size_t> remaining;
  for (const Change& change : unsynced_) {
    ++remaining[change.path.parent_path()];
  }
  for (auto& [folder, changes] : remaining) {
    changes = Between(0, changes, random);
  }
  std::vector<const Change*> lost;
  for (const Change& change : unsynced_) {
    size_t& changes = remaining[change.path.parent_path()];
    if (changes > 0) {
      --changes;
    } else {
      lost.push_back(&change);
    }
  }
  std::for_each(lost.rbegin(), lost.rend(), [](const Change* change) { Undo(*change); });
}

void LossyDisk::LosePages(const fs::path& file, const std::string& synced,
                          std::mt19937_64& random) const {
  const std::string current = ContentOf(file);
  if (current == synced) {
    return;
  }
  const size_t size = Between(synced.size(), current.size(), random);
  // Either each page for itself, or, as is more usual, all up to some place.
  const bool is_in_order = random() % 2 == 0;
  std::string left;
  while (left.size() < size) {
    const size_t bytes = std::min(kPageBytes, size - left.size());
    const bool is_written = is_in_order || random() % 2 == 0;
    left += Page(is_written ? current : synced, left.size(), bytes);
  }
  std::ofstream(file, std::ios::binary | std::ios::trunc) << left;
}

void LossyDisk::CutPower(std::mt19937_64& random) const {
  UndoNames(random);
  std::set<ino_t> done;
  for (const auto& entry : fs::recursive_directory_iterator(watched_)) {
    const auto number = FileAt(entry.path());
    const auto synced = number ? synced_.find(*number) : synced_.end();
    if (synced != synced_.end() && done.insert(*number).second) {
      LosePages(entry.path(), synced->second, random);
    }
  }
}

}  // namespace stemma::testing
