#include "storage/durable_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stemma {
namespace {

namespace fs = std::filesystem;

fs::path FolderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

}  // namespace

tl::unexpected<Error> Refused(const fs::path& path, int error) {
  return Fail(ErrorCode::kIo,
              path.string() + ": " + (error == ENOSPC ? "the disk is full" : std::strerror(error)));
}

bool WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(static_cast<size_t>(std::max<ssize_t>(written, 0)));
  }
  return true;
}

Status SyncFolder(const fs::path& folder) {
  const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) {
    return errno == EACCES ? Status() : Status(Refused(folder, errno));
  }
  const int error = fsync(file) == 0 ? 0 : errno;
  close(file);
  return error == 0 ? Status() : Status(Refused(folder, error));
}

Status MakeFolders(const fs::path& path) {
  if (!path.has_filename() && path.has_relative_path()) {
    return MakeFolders(path.parent_path());  // it ends in a slash
  }
  const fs::path above = FolderOf(path);
  std::error_code ignored;
  if (above != path && !fs::exists(above, ignored)) {
    STEMMA_TRY(MakeFolders(above));
  }
  if (mkdir(path.c_str(), S_IRWXU) == 0) {
    return SyncFolder(above);
  }
  return errno == EEXIST ? Status() : Status(Refused(path, errno));
}

Status WriteDurably(const fs::path& path, const std::vector<std::string_view>& parts) {
  const fs::path draft = path.string() + ".new";
  const int file = open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) {
    return Refused(draft, errno);
  }
  const bool is_written =
      std::all_of(parts.begin(), parts.end(),
                  [&](std::string_view part) { return WriteAll(file, part); }) &&
      fsync(file) == 0;
  const int error = is_written ? 0 : errno;
  close(file);
  if (error != 0) {
    return Refused(draft, error);
  }
  if (rename(draft.c_str(), path.c_str()) != 0) {
    return Refused(path, errno);
  }
  return SyncFolder(FolderOf(path));
}

}  // namespace stemma
