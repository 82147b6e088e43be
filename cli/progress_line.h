// One line on standard error that says how far long work is, for a person at a terminal.
//
// It appears after a second, so that quick work stays silent, and is wiped when the work ends.
// Thread safety: one thread.
#pragma once

#include <chrono>
#include <ostream>
#include <string>

namespace stemma {

class ProgressLine {
 public:
  // `is_shown`: standard error is a terminal and --quiet was not given.
  ProgressLine(std::ostream& err, bool is_shown) : err_(err), is_shown_(is_shown) {}
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // Takes the place of what was shown, five times a second at most.
  void Show(const std::string& text);

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& err_;
  bool is_shown_;
  bool is_visible_ = false;
  Clock::time_point next_ = Clock::now() + std::chrono::seconds(1);
};

}  // namespace stemma
