#include "support/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

extern char** environ;

namespace stemma::testing {

ChildProcess::ChildProcess(const std::vector<std::string>& command) {
  std::array<int, 2> to_child{};
  std::array<int, 2> from_child{};
  if (pipe2(to_child.data(), O_CLOEXEC) != 0 || pipe2(from_child.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe to be had");
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to_child[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, from_child[1], STDOUT_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : command) {
    arguments.push_back(const_cast<char*>(word.c_str()));
  }
  arguments.push_back(nullptr);
  const int error =
      posix_spawn(&process_, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(to_child[0]);
  close(from_child[1]);
  input_ = to_child[1];
  output_ = from_child[0];
  if (error != 0) {
    throw std::runtime_error("cannot start " + command.front());
  }
}

ChildProcess::~ChildProcess() {
  if (process_ > 0) {
    Kill();
    Wait();
  }
  CloseInput();
  close(output_);
}

bool ChildProcess::WaitForLine() {
  for (char letter = 0; read(output_, &letter, 1) == 1;) {
    if (letter == '\n') {
      return true;
    }
  }
  return false;
}

std::vector<std::string> ChildProcess::Lines() {
  std::vector<std::string> lines;
  std::string line;
  for (char letter = 0; read(output_, &letter, 1) == 1;) {
    if (letter == '\n') {
      lines.push_back(std::exchange(line, {}));
    } else {
      line += letter;
    }
  }
  return lines;
}

void ChildProcess::CloseInput() {
  if (input_ >= 0) {
    close(input_);
    input_ = -1;
  }
}

void ChildProcess::Kill() {
  kill(process_, SIGKILL);
}

int ChildProcess::Wait() {
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace stemma::testing
