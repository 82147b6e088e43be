#include "bench/support/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "bench/support/measure.h"

namespace stemma::bench {

ChildRun RunChild(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) {
    arguments.push_back(const_cast<char*>(word.c_str()));
  }
  arguments.push_back(nullptr);
  const Stopwatch watch;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = -1;
  const int failed =
      posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  struct rusage usage = {};
  if (failed != 0 || wait4(process, &status, 0, &usage) != process) {
    throw std::runtime_error("cannot run " + command[0]);
  }
  if (status != 0) {
    throw std::runtime_error(command[0] + " " + command[1] + " ended with status " +
                             std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : -1));
  }
  return {watch.Seconds(), static_cast<uint64_t>(usage.ru_maxrss) * 1024};
}

}  // namespace stemma::bench
