#include "child/fault_layer.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <memory>
#include <mutex>
#include <random>
#include <string>

#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "child/lossy_disk.h"

namespace stemma::testing {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kNever = std::numeric_limits<uint64_t>::max();

thread_local bool is_inside = false;  // calls of the layer's own are the kernel's

// What is at a descriptor; a pipe or a removed file has a name that is no path or has " (deleted)".
std::string PathOf(int file) {
  std::array<char, 4096> path{};
  const std::string name = "/proc/self/fd/" + std::to_string(file);
  const ssize_t size = syscall(SYS_readlinkat, AT_FDCWD, name.c_str(), path.data(), path.size());
  return size > 0 ? std::string(path.data(), static_cast<size_t>(size)) : std::string();
}

std::string PathOf(int folder, const char* path) {
  if (*path == '/' || folder == AT_FDCWD) {
    return fs::absolute(path).lexically_normal().string();
  }
  return (fs::path(PathOf(folder)) / path).lexically_normal().string();
}

class FaultLayer {
 public:
  FaultLayer() {
    const char* folder = std::getenv("STEMMA_FAULT_FOLDER");
    const char* fault = std::getenv("STEMMA_FAULT");
    if (folder == nullptr || fault == nullptr) {
      return;
    }
    folder_ = folder;
    unsigned long long number = 0;
    unsigned long long seed = 0;
    std::array<char, 64> name{};
    if (std::sscanf(fault, "eio:%llu", &number) == 1) {
      failing_write_ = number;
    } else if (std::sscanf(fault, "unsynced:%63[^:]:%llu", name.data(), &number) == 2) {
      unsynced_ = name.data();
      failing_sync_ = number;
    } else if (std::sscanf(fault, "enospc:%llu", &number) == 1) {
      bytes_max_ = number;
    } else if (std::sscanf(fault, "powercut:%llu:%llu", &number, &seed) == 2) {
      last_change_ = number;
      random_.seed(seed);
      disk_ = std::make_unique<LossyDisk>(folder_, folder_ + ".kept");
    } else if (std::strcmp(fault, "count") != 0) {
      std::fprintf(stderr, "STEMMA_FAULT=%s: expected eio, unsynced, enospc, powercut or count\n",
                   fault);
      std::abort();
    }
    std::atexit([] { Get().End(); });
  }

  static FaultLayer& Get() {
    static auto* layer = new FaultLayer();  // threads use it until the process is gone
    return *layer;
  }

  bool Watches(const std::string& path) const {
    return !folder_.empty() && path.starts_with(folder_) &&
           (path.size() == folder_.size() || path[folder_.size()] == '/');
  }
  LossyDisk* Disk() { return disk_.get(); }
  std::mutex& Mutex() { return mutex_; }

  void Change() {
    if (++changes_ == last_change_) {
      disk_->CutPower(random_);
      syscall(SYS_exit_group, kPowerCut);
    }
  }

  // How many of the bytes can be written: 0 with errno when none can.
  size_t Write(size_t bytes) {
    Change();
    if (++writes_ == failing_write_) {
      errno = EIO;
      return 0;
    }
    if (bytes_ >= bytes_max_) {
      errno = ENOSPC;
      return 0;
    }
    const size_t room = static_cast<size_t>(std::min<uint64_t>(bytes, bytes_max_ - bytes_));
    bytes_ += room;
    return room;
  }

  bool Sync(const std::string& path) {
    Change();
    const bool is_of_them = fs::path(path).filename().string().starts_with(unsynced_);
    if (++writes_ == failing_write_ || (is_of_them && ++syncs_ == failing_sync_)) {
      errno = EIO;
      return false;
    }
    return true;
  }

 private:
  void End();

  std::string folder_;
  uint64_t failing_write_ = kNever;
  std::string unsynced_;  // how the names of those files begin of which a sync fails
  uint64_t failing_sync_ = kNever;
  uint64_t bytes_max_ = kNever;
  uint64_t last_change_ = kNever;
  std::mt19937_64 random_;
  std::unique_ptr<LossyDisk> disk_;
  std::mutex mutex_;
  uint64_t writes_ = 0;
  uint64_t syncs_ = 0;
  uint64_t bytes_ = 0;
  uint64_t changes_ = 0;
};

// While it lives one thread is in the layer; is false for what goes straight to the kernel.
class Entered {
 public:
  explicit Entered(int file) {
    Enter([&] { return PathOf(file); });
  }
  Entered(int folder, const char* path) {
    Enter([&] { return PathOf(folder, path); });
  }
  ~Entered() {
    if (is_entered_) {
      const int error = errno;
      FaultLayer::Get().Mutex().unlock();
      is_inside = false;
      errno = error;
    }
  }
  Entered(const Entered&) = delete;
  Entered& operator=(const Entered&) = delete;
  explicit operator bool() const { return is_entered_; }
  const std::string& Path() const { return path_; }

 private:
  template <class Name>
  void Enter(Name name) {
    if (is_inside) {
      return;
    }
    is_inside = true;
    const int error = errno;
    path_ = name();
    is_entered_ = FaultLayer::Get().Watches(path_);
    if (is_entered_) {
      FaultLayer::Get().Mutex().lock();
    } else {
      is_inside = false;
    }
    errno = error;
  }

  std::string path_;
  bool is_entered_ = false;
};

void FaultLayer::End() {
  is_inside = true;
  const std::lock_guard lock(mutex_);
  if (disk_) {
    disk_->CutPower(random_);
  }
  std::ofstream(folder_ + ".counts") << writes_ << ' ' << bytes_ << ' ' << changes_ << '\n';
  is_inside = false;
}

int Open(int folder, const char* path, int flags, mode_t mode) {
  const auto open_now = [&] {
    return static_cast<int>(syscall(SYS_openat, folder, path, flags, mode));
  };
  const bool can_change = (flags & (O_ACCMODE | O_CREAT | O_TRUNC)) != O_RDONLY;
  if (!can_change) {
    return open_now();
  }
  const Entered entered(folder, path);
  if (!entered) {
    return open_now();
  }
  FaultLayer& layer = FaultLayer::Get();
  std::error_code ignored;
  const bool is_new =
      (flags & O_CREAT) != 0 && !fs::exists(fs::symlink_status(entered.Path(), ignored));
  if (is_new || (flags & O_TRUNC) != 0) {
    layer.Change();
  }
  if (layer.Disk() != nullptr) {
    layer.Disk()->WillChange(entered.Path());
  }
  const int file = open_now();
  if (file >= 0 && is_new && layer.Disk() != nullptr) {
    layer.Disk()->Made(entered.Path());
  }
  return file;
}

// `write` writes so many bytes at most.
template <class WriteNow>
ssize_t Write(int file, size_t bytes, WriteNow write) {
  const Entered entered(file);
  if (!entered || bytes == 0) {
    return write(bytes);
  }
  const size_t room = FaultLayer::Get().Write(bytes);
  return room == 0 ? -1 : write(room);
}

// The kernel needs not be asked: what it does to the disk is what the layer plays.
int Sync(int file) {
  const Entered entered(file);
  if (!entered) {
    return static_cast<int>(syscall(SYS_fsync, file));
  }
  FaultLayer& layer = FaultLayer::Get();
  if (!layer.Sync(entered.Path())) {
    return -1;
  }
  if (layer.Disk() != nullptr) {
    layer.Disk()->Synced(file, entered.Path());
  }
  return 0;
}

int Remove(int folder, const char* path, int flags) {
  const auto remove_now = [&] {
    return static_cast<int>(syscall(SYS_unlinkat, folder, path, flags));
  };
  const Entered entered(folder, path);
  if (!entered) {
    return remove_now();
  }
  FaultLayer& layer = FaultLayer::Get();
  layer.Change();
  LossyDisk* const disk = layer.Disk();
  const fs::path kept = disk == nullptr ? fs::path() : disk->Keep(entered.Path());
  const int removed = remove_now();
  if (removed == 0 && disk != nullptr) {
    if ((flags & AT_REMOVEDIR) != 0) {
      disk->RemovedFolder(entered.Path());
    } else {
      disk->Removed(entered.Path(), kept);
    }
  }
  return removed;
}

int Rename(const char* from, const char* to) {
  const auto rename_now = [&] {
    return static_cast<int>(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
  };
  const Entered entered(AT_FDCWD, to);
  if (!entered) {
    return rename_now();
  }
  FaultLayer& layer = FaultLayer::Get();
  layer.Change();
  LossyDisk* const disk = layer.Disk();
  const fs::path kept = disk == nullptr ? fs::path() : disk->Keep(entered.Path());
  const int renamed = rename_now();
  if (renamed == 0 && disk != nullptr) {
    disk->Renamed(PathOf(AT_FDCWD, from), entered.Path(), kept);
  }
  return renamed;
}

// A new name by `make`, of a folder or of what has one already.
template <class Make>
int MakeName(const char* path, bool is_link, Make make) {
  const Entered entered(AT_FDCWD, path);
  if (!entered) {
    return make();
  }
  FaultLayer& layer = FaultLayer::Get();
  layer.Change();
  const int made = make();
  if (made == 0 && layer.Disk() != nullptr) {
    if (is_link) {
      layer.Disk()->Linked(entered.Path());
    } else {
      layer.Disk()->Made(entered.Path());
    }
  }
  return made;
}

template <class Truncate>
int Resize(const Entered& entered, Truncate truncate) {
  if (entered) {
    FaultLayer::Get().Change();
    if (FaultLayer::Get().Disk() != nullptr) {
      FaultLayer::Get().Disk()->WillChange(entered.Path());
    }
  }
  return truncate();
}

mode_t ModeOf(int flags, va_list& arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

// The C library's own fopen opens within itself.
FILE* OpenStream(const char* path, const char* mode) {
  const bool is_both = std::strchr(mode, '+') != nullptr;
  int flags = is_both ? O_RDWR : *mode == 'r' ? O_RDONLY : O_WRONLY;
  flags |= *mode == 'w' ? O_CREAT | O_TRUNC : *mode == 'a' ? O_CREAT | O_APPEND : 0;
  flags |= std::strchr(mode, 'e') != nullptr ? O_CLOEXEC : 0;
  constexpr mode_t kMode = 0666;
  const int file = Open(AT_FDCWD, path, flags, kMode);
  return file < 0 ? nullptr : fdopen(file, mode);
}

}  // namespace
}  // namespace stemma::testing

namespace layer = stemma::testing;

// As the C library declares them.
extern "C" {

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = layer::ModeOf(flags, arguments);
  va_end(arguments);
  return layer::Open(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = layer::ModeOf(flags, arguments);
  va_end(arguments);
  return layer::Open(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = layer::ModeOf(flags, arguments);
  va_end(arguments);
  return layer::Open(folder, path, flags, mode);
}
FILE* fopen(const char* path, const char* mode) {
  return layer::OpenStream(path, mode);
}
FILE* fopen64(const char* path, const char* mode) {
  return layer::OpenStream(path, mode);
}

ssize_t write(int file, const void* bytes, size_t size) {
  return layer::Write(file, size,
                      [&](size_t room) { return syscall(SYS_write, file, bytes, room); });
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  return layer::Write(file, size,
                      [&](size_t room) { return syscall(SYS_pwrite64, file, bytes, room, at); });
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  return pwrite(file, bytes, size, at);
}
// Fewer bytes than asked for are written of its first part only.
ssize_t writev(int file, const struct iovec* parts, int count) {
  size_t size = 0;
  for (int i = 0; i < count; ++i) {
    size += parts[i].iov_len;
  }
  return layer::Write(file, size, [&](size_t room) {
    return room == size ? syscall(SYS_writev, file, parts, count)
                        : syscall(SYS_write, file, parts->iov_base, std::min(room, parts->iov_len));
  });
}
ssize_t sendfile(int to, int from, off_t* at, size_t size) noexcept {
  return layer::Write(to, size,
                      [&](size_t room) { return syscall(SYS_sendfile, to, from, at, room); });
}
ssize_t copy_file_range(int from, off64_t* from_at, int to, off64_t* to_at, size_t size,
                        unsigned flags) {
  return layer::Write(to, size, [&](size_t room) {
    return syscall(SYS_copy_file_range, from, from_at, to, to_at, room, flags);
  });
}

int fsync(int file) {
  return layer::Sync(file);
}
int fdatasync(int file) {
  return layer::Sync(file);
}

int ftruncate(int file, off_t size) noexcept {
  const layer::Entered entered(file);
  return layer::Resize(entered,
                       [&] { return static_cast<int>(syscall(SYS_ftruncate, file, size)); });
}
int ftruncate64(int file, off64_t size) noexcept {
  return ftruncate(file, size);
}
int truncate(const char* path, off_t size) noexcept {
  const layer::Entered entered(AT_FDCWD, path);
  return layer::Resize(entered,
                       [&] { return static_cast<int>(syscall(SYS_truncate, path, size)); });
}

int rename(const char* from, const char* to) noexcept {
  return layer::Rename(from, to);
}
int link(const char* from, const char* to) noexcept {
  return layer::MakeName(to, /*is_link=*/true, [&] {
    return static_cast<int>(syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0));
  });
}
int mkdir(const char* path, mode_t mode) noexcept {
  return layer::MakeName(path, /*is_link=*/false, [&] {
    return static_cast<int>(syscall(SYS_mkdirat, AT_FDCWD, path, mode));
  });
}
int unlink(const char* path) noexcept {
  return layer::Remove(AT_FDCWD, path, 0);
}
int unlinkat(int folder, const char* path, int flags) noexcept {
  return layer::Remove(folder, path, flags);
}
int rmdir(const char* path) noexcept {
  return layer::Remove(AT_FDCWD, path, AT_REMOVEDIR);
}
int remove(const char* path) noexcept {
  const int removed = layer::Remove(AT_FDCWD, path, 0);
  return removed != 0 && errno == EISDIR ? layer::Remove(AT_FDCWD, path, AT_REMOVEDIR) : removed;
}

}  // extern "C"
