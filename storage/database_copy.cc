#include "storage/database_copy.h"

#include <chrono>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "storage/database_moment.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

// A manifest changes when files come and go: a few times an import.
constexpr int kTries = 100;
constexpr auto kPause = std::chrono::milliseconds(20);

tl::unexpected<Error> Refused(const fs::path& path, const std::error_code& error) {
  return Fail(ErrorCode::kIo, path.string() + ": " + error.message());
}

// A file that went away meanwhile was named by a manifest that has changed.
bool IsGone(const std::error_code& error) {
  return error == std::errc::no_such_file_or_directory;
}

Status CopyFile(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::copy_file(from, to, error);
  return error && !IsGone(error) ? Status(Refused(to, error)) : Status();
}

Status LinkFile(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_hard_link(from, to, error);
  // Some file systems have no links.
  return error && !IsGone(error) ? CopyFile(from, to) : Status();
}

Status CopyMoment(const fs::path& from, const fs::path& to, const DatabaseMoment& moment) {
  std::error_code error;
  fs::remove_all(to, error);
  fs::create_directory(to, error);
  fs::directory_iterator entries(from, error);
  if (error) {
    return Refused(to, error);
  }
  std::vector<fs::path> logs;
  for (const auto& entry : entries) {
    const fs::path name = entry.path().filename();
    if (name.extension() == ".sst") {
      STEMMA_TRY(LinkFile(entry.path(), to / name));
    } else if (name.extension() == ".log") {
      logs.push_back(name);
    }
  }
  for (const fs::path& name : logs) {
    STEMMA_TRY(CopyFile(from / name, to / name));
  }
  for (const std::string& name :
       {std::string("CURRENT"), std::string("IDENTITY"), moment.manifest}) {
    STEMMA_TRY(CopyFile(from / name, to / name));
  }
  return {};
}

}  // namespace

Status CopyDatabase(const fs::path& from, const fs::path& to) {
  for (int tries = 0; tries < kTries; ++tries) {
    STEMMA_ASSIGN(const DatabaseMoment before, MomentOf(from));
    STEMMA_TRY(CopyMoment(from, to, before));
    STEMMA_ASSIGN(const DatabaseMoment after, MomentOf(from));
    if (before == after && before.bytes > 0) {
      return {};
    }
    std::this_thread::sleep_for(kPause);
  }
  return Fail(ErrorCode::kIo, "the store changes faster than it can be copied: try again");
}

}  // namespace stemma
