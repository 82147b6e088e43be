// One line on standard error that says how far long work is, for a person at a terminal.
//
// It appears after a second, so that quick work stays silent, and is wiped when the work ends. A
// thread of its own shows what was said last: work that says one thing and then nothing for long,
// as a commit does, has its line all the same.
// Thread safety: one thread; nobody else writes to `err` while the line lives.
#pragma once

#include <condition_variable>
#include <mutex>
#include <ostream>
#include <string>
#include <thread>

namespace stemma {

class ProgressLine {
 public:
  // `is_shown`: standard error is a terminal and --quiet was not given.
  ProgressLine(std::ostream& err, bool is_shown);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // Takes the place of what was said before; shown five times a second at most.
  void Show(std::string text);

 private:
  void ShowUntilEnded();

  std::ostream& err_;
  std::mutex mutex_;  // of the next two
  std::string text_;
  bool is_ended_ = false;
  std::condition_variable ended_;
  std::thread thread_;
};

}  // namespace stemma
