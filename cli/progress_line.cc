#include "cli/progress_line.h"

#include <chrono>
#include <utility>

namespace stemma {
namespace {

constexpr const char* kWipe = "\r\x1b[K";  // back to the line's begin, and clear it

}  // namespace

ProgressLine::ProgressLine(std::ostream& err, bool is_shown) : err_(err) {
  if (is_shown) {
    thread_ = std::thread([this] { ShowUntilEnded(); });
  }
}

ProgressLine::~ProgressLine() {
  if (thread_.joinable()) {
    {
      const std::lock_guard lock(mutex_);
      is_ended_ = true;
    }
    ended_.notify_one();
    thread_.join();
  }
}

void ProgressLine::Show(std::string text) {
  const std::lock_guard lock(mutex_);
  text_ = std::move(text);
}

void ProgressLine::ShowUntilEnded() {
  std::string shown;
  std::unique_lock lock(mutex_);
  auto pause = std::chrono::milliseconds(1000);
  while (!ended_.wait_for(lock, pause, [this] { return is_ended_; })) {
    pause = std::chrono::milliseconds(200);
    if (text_ != shown) {
      shown = text_;
      lock.unlock();
      err_ << kWipe << shown << std::flush;
      lock.lock();
    }
  }
  if (!shown.empty()) {
    err_ << kWipe << std::flush;
  }
}

}  // namespace stemma
