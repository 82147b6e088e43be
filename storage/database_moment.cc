#include "storage/database_moment.h"

#include <cerrno>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "storage/durable_file.h"

namespace stemma {

Result<DatabaseMoment> MomentOf(const std::filesystem::path& database) {
  std::ifstream current(database / "CURRENT");
  DatabaseMoment moment;
  if (!std::getline(current, moment.manifest) || !moment.manifest.starts_with("MANIFEST-")) {
    return Fail(ErrorCode::kCorruption, "the store is damaged: its database names no manifest");
  }
  std::error_code error;
  const uint64_t bytes = std::filesystem::file_size(database / moment.manifest, error);
  moment.bytes = error ? 0 : bytes;
  return moment;
}

Status ReturnTo(const DatabaseMoment& moment, const std::filesystem::path& database) {
  STEMMA_ASSIGN(const DatabaseMoment now, MomentOf(database));
  if (now.manifest != moment.manifest || now.bytes <= moment.bytes) {
    return {};
  }
  const std::filesystem::path manifest = database / moment.manifest;
  const int file = open(manifest.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) {
    return Refused(manifest, errno);
  }
  const bool is_done = ftruncate(file, static_cast<off_t>(moment.bytes)) == 0 && fsync(file) == 0;
  const int error = is_done ? 0 : errno;
  close(file);
  return is_done ? Status() : Status(Refused(manifest, error));
}

}  // namespace stemma
