// A program of ours, started and perhaps lost on purpose.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace stemma::testing {

class ChildProcess {
 public:
  // Its standard input and output are pipes to us.
  explicit ChildProcess(const std::vector<std::string>& command);
  ~ChildProcess();  // kills what still runs
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // Until it has printed a line; false when it ended instead.
  bool WaitForLine();
  // Whole lines that it printed until its end, or until it was killed.
  std::vector<std::string> Lines();
  void CloseInput();
  void Kill();
  // Its exit status, or 128 and the signal's number.
  int Wait();

 private:
  pid_t process_ = -1;
  int input_ = -1;
  int output_ = -1;
};

}  // namespace stemma::testing
