#include "storage/database_moment.h"

#include <fstream>
#include <system_error>

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

}  // namespace stemma
