// Reads batches on a thread of its own, a few ahead of the one who takes them.
//
// Parsing and storing cost about the same, so side by side they take half the time. The first batch
// is read by the caller: what fits in one is done sooner than a thread starts.
// Thread safety: one thread; the second one is this class's own, and ends with it.
#pragma once

#include <array>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <thread>

#include "graph/ingest/record_batches.h"

namespace stemma {

class ReadAhead {
 public:
  // Borrows `batches`; `stop` is theirs.
  ReadAhead(RecordBatches& batches, std::stop_source& stop) : batches_(batches), stop_(stop) {}
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  // The next batch, valid until the next call. Not to be called again after the last one.
  RecordBatch& Next();

 private:
  static constexpr size_t kBatches = 16;

  void ReadOn();
  void FillOne(RecordBatch& batch);

  RecordBatches& batches_;
  std::stop_source& stop_;
  std::array<RecordBatch, kBatches> ring_;  // [taken_, filled_) modulo kBatches are the taker's
  std::mutex mutex_;                        // of the two counts
  std::condition_variable changed_;
  uint64_t filled_ = 0;
  uint64_t taken_ = 0;
  std::thread thread_;
};

}  // namespace stemma
