#include "cli/piped_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

namespace stemma {
namespace {

constexpr size_t kReadBytes = size_t{64} << 10;

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

Error Failed(const std::string& what) {
  return {ErrorCode::kIo, what + ": " + std::strerror(errno)};
}

// Ends of a pipe that close themselves.
class Pipe {
 public:
  Pipe() { is_open_ = pipe2(ends_.data(), O_CLOEXEC) == 0; }
  ~Pipe() {
    Close(ends_[0]);
    Close(ends_[1]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  bool IsOpen() const { return is_open_; }
  int Reader() const { return ends_[0]; }
  int Writer() const { return ends_[1]; }
  void CloseReader() { Close(ends_[0]); }
  void CloseWriter() { Close(ends_[1]); }

 private:
  static void Close(int& end) {
    if (end >= 0) {
      close(std::exchange(end, -1));
    }
  }

  std::array<int, 2> ends_{-1, -1};
  bool is_open_ = false;
};

Result<pid_t> Start(const std::vector<std::string>& words, std::FILE* in, int out,
                    std::FILE* complaints) {
  std::vector<char*> argv;
  for (const std::string& word : words) {
    argv.push_back(const_cast<char*>(word.c_str()));  // posix_spawn does not write to them
  }
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fileno(in), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(complaints), STDERR_FILENO);
  pid_t child = 0;
  const int error = posix_spawnp(&child, argv.front(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error == ENOENT) {
    return Fail(ErrorCode::kUnsupported, "the program \"" + words.front() + "\" is not here");
  }
  if (error != 0) {
    errno = error;
    return tl::unexpected<Error>(Failed(words.front()));
  }
  return child;
}

Status PassOn(int reader, const ChunkWriter& output) {
  std::string chunk(kReadBytes, '\0');
  for (;;) {
    const ssize_t size = read(reader, chunk.data(), chunk.size());
    if (size == 0) {
      return {};
    }
    if (size > 0) {
      STEMMA_TRY(output(std::string_view(chunk).substr(0, static_cast<size_t>(size))));
    } else if (errno != EINTR) {
      return tl::unexpected<Error>(Failed("reading from a program"));
    }
  }
}

std::string FirstLine(std::FILE* file) {
  std::rewind(file);
  std::string line;
  for (int c = std::fgetc(file); c != EOF && c != '\n'; c = std::fgetc(file)) {
    line += static_cast<char>(c);
  }
  return line;
}

}  // namespace

Status RunProgram(const std::vector<std::string>& words,
                  const std::function<Status(const ChunkWriter&)>& input,
                  const ChunkWriter& output) {
  const File in(std::tmpfile());
  const File complaints(std::tmpfile());
  Pipe pipe;
  if (!in || !complaints || !pipe.IsOpen()) {
    return tl::unexpected<Error>(Failed("a temporary file"));
  }
  STEMMA_TRY(input([&in](std::string_view chunk) -> Status {
    const bool is_written = std::fwrite(chunk.data(), 1, chunk.size(), in.get()) == chunk.size();
    return is_written ? Status() : tl::unexpected<Error>(Failed("a temporary file"));
  }));
  if (std::fflush(in.get()) != 0 || std::fseek(in.get(), 0, SEEK_SET) != 0) {
    return tl::unexpected<Error>(Failed("a temporary file"));
  }
  STEMMA_ASSIGN(const pid_t child, Start(words, in.get(), pipe.Writer(), complaints.get()));
  pipe.CloseWriter();
  const Status passed = PassOn(pipe.Reader(), output);
  pipe.CloseReader();  // so that a program nobody reads does not wait for ever
  int ended = 0;
  while (waitpid(child, &ended, 0) < 0 && errno == EINTR) {
  }
  STEMMA_TRY(passed);
  if (!WIFEXITED(ended) || WEXITSTATUS(ended) != 0) {
    return Fail(ErrorCode::kIo, words.front() + " failed: " + FirstLine(complaints.get()));
  }
  return {};
}

}  // namespace stemma
