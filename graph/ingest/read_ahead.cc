#include "graph/ingest/read_ahead.h"

#include <exception>
#include <string>

namespace stemma {

ReadAhead::~ReadAhead() {
  if (thread_.joinable()) {
    {
      const std::lock_guard lock(mutex_);
      stop_.request_stop();
    }
    changed_.notify_all();
    thread_.join();
  }
}

RecordBatch& ReadAhead::Next() {
  if (!thread_.joinable()) {
    batches_.Fill(ring_[0]);
    filled_ = 1;
    if (!ring_[0].is_last) {
      thread_ = std::thread([this] { ReadOn(); });
    }
    return ring_[0];
  }
  std::unique_lock lock(mutex_);
  ++taken_;  // the one that was handed out before
  if (filled_ - taken_ == kBatches - 1) {
    changed_.notify_one();  // there was no room
  }
  changed_.wait(lock, [this] { return filled_ > taken_; });
  return ring_[taken_ % kBatches];
}

void ReadAhead::ReadOn() {
  bool is_last = false;
  while (!is_last) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return filled_ - taken_ < kBatches || stop_.stop_requested(); });
    if (stop_.stop_requested()) {
      return;
    }
    RecordBatch& batch = ring_[filled_ % kBatches];
    lock.unlock();
    FillOne(batch);
    is_last = batch.is_last;
    lock.lock();
    ++filled_;
    if (filled_ - taken_ == 1) {
      changed_.notify_one();  // there was none to take
    }
  }
}

// No exception may leave a thread: one of the libraries', or want of memory, ends the import.
void ReadAhead::FillOne(RecordBatch& batch) {
  try {
    batches_.Fill(batch);
  } catch (const std::exception& error) {
    batch.failure = Error{ErrorCode::kIo, std::string("the input cannot be read: ") + error.what()};
    batch.is_last = true;
  }
}

}  // namespace stemma
