#include "storage/database_copy.h"

#include <cerrno>
#include <chrono>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "storage/database_moment.h"
#include "storage/durable_file.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

// A manifest changes when files come and go: a few times an import.
constexpr int kTries = 100;
constexpr size_t kPartBytes = size_t{64} << 10;
constexpr auto kPause = std::chrono::milliseconds(20);

// A file that went away meanwhile was named by a manifest that has changed.
bool IsGone(const std::error_code& error) {
  return error == std::errc::no_such_file_or_directory;
}

// By ourselves: std::filesystem's speaks of an input/output error when the disk is full.
Status CopyFile(const fs::path& from, const fs::path& to) {
  const int in = open(from.c_str(), O_RDONLY | O_CLOEXEC);
  if (in < 0) {
    return errno == ENOENT ? Status() : Status(Refused(from, errno));
  }
  const int out = open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (out < 0) {
    const int error = errno;
    close(in);
    return Refused(to, error);
  }
  std::string part(kPartBytes, '\0');
  ssize_t got = 0;
  int error = 0;
  while (error == 0 && (got = read(in, part.data(), part.size())) > 0) {
    error = WriteAll(out, {part.data(), static_cast<size_t>(got)}) ? 0 : errno;
  }
  error = got < 0 ? errno : error;
  close(in);
  close(out);
  return error == 0 ? Status() : Status(Refused(to, error));
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
    return Refused(to, error.value());
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
