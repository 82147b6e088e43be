#include "cli/progress_line.h"

namespace stemma {
namespace {

constexpr const char* kWipe = "\r\x1b[K";  // back to the line's begin, and clear it

}  // namespace

ProgressLine::~ProgressLine() {
  if (is_visible_) {
    err_ << kWipe << std::flush;
  }
}

void ProgressLine::Show(const std::string& text) {
  const Clock::time_point now = Clock::now();
  if (!is_shown_ || now < next_) {
    return;
  }
  next_ = now + std::chrono::milliseconds(200);
  is_visible_ = true;
  err_ << kWipe << text << std::flush;
}

}  // namespace stemma
