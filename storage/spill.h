// Sorts more than memory holds: full buffers are sorted, written to a file where they are many, and
// merged at the end.
//
// Two forms: numbers of 128 bits, which edges are packed into, and texts. Sorting a full buffer
// runs on a thread of its own while the next one fills. Temporary files are unlinked as soon as
// they are open, so that nothing is left behind by a process that dies.
//
// Source: external merge sort, Knuth, TAOCP 3, 5.4.1; numbers are sorted by radix, least
// significant digit first (5.2.5), texts by pattern-defeating quicksort (Boost.Sort pdqsort).
// Thread safety: one thread each.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "storage/large_pages.h"

namespace stemma {

// A file without a name, for as long as it lives.
class TemporaryFile {
 public:
  // In `folder`, which is made when it is missing. Io.
  static Result<TemporaryFile> Make(const std::filesystem::path& folder);
  ~TemporaryFile();
  TemporaryFile(TemporaryFile&& other) noexcept;
  TemporaryFile& operator=(TemporaryFile&&) = delete;

  Status Append(const void* bytes, size_t size);
  // Reads `size` bytes at `offset`; Io when there are fewer.
  Status ReadAt(uint64_t offset, void* out, size_t size) const;
  uint64_t Size() const { return size_; }

 private:
  explicit TemporaryFile(int file) : file_(file) {}
  int file_ = -1;
  uint64_t size_ = 0;
};

// A new folder that only this process uses; whoever asks removes it. Io.
Result<std::filesystem::path> MakeTemporaryFolder();

struct Number128 {
  uint64_t high = 0;
  uint64_t low = 0;
  friend auto operator<=>(const Number128&, const Number128&) = default;
};

class NumberSorter {
 public:
  // A buffer holds `buffer_max` numbers; eleven of them may be in memory.
  NumberSorter(std::filesystem::path folder, size_t buffer_max);
  ~NumberSorter();
  NumberSorter(const NumberSorter&) = delete;
  NumberSorter& operator=(const NumberSorter&) = delete;

  Status Add(Number128 number) {
    if (buffer_.size() == kSmallBuffer) {
      buffer_.reserve(buffer_max_);  // one that is not small will be full
    }
    buffer_.push_back(number);
    ++count_;
    return buffer_.size() < buffer_max_ ? Status() : EndBuffer();
  }
  uint64_t Count() const { return count_; }

  // After the last Add; then all of them, rising, one for each Next. False at the end.
  Status Sort();
  Result<bool> Next(Number128& number);
  // The same until the callback returns an Error.
  Status Merge(const std::function<Status(Number128)>& visit);

 private:
  static constexpr size_t kRunsInMemory = 8;
  static constexpr size_t kSmallBuffer = size_t{1} << 16U;
  using Numbers = LargeVector<Number128>;
  struct Run {
    Numbers numbers;
    std::optional<TemporaryFile> file;  // or there
  };
  static Result<Run> MakeRun(const std::filesystem::path& folder, Numbers numbers, bool in_memory);
  Status EndBuffer();
  Status Await();

  std::filesystem::path folder_;
  size_t buffer_max_;
  uint64_t count_ = 0;
  Numbers buffer_;
  std::vector<Run> runs_;
  std::future<Result<Run>> sorting_;
  class Merger;
  std::unique_ptr<Merger> merger_;
};

class TextSorter {
 public:
  TextSorter(std::filesystem::path folder, size_t buffer_bytes_max);

  // Any bytes.
  Status Add(std::string_view text);
  uint64_t Count() const { return count_; }

  // As of NumberSorter, in byte order. The view lives for the call.
  Status Merge(const std::function<Status(std::string_view)>& visit);

 private:
  Status Spill();

  std::filesystem::path folder_;
  size_t buffer_bytes_max_;
  uint64_t count_ = 0;
  LargeString bytes_;              // each text with its length before it
  LargeVector<uint64_t> offsets_;  // of the texts, into bytes_
  std::vector<TemporaryFile> runs_;
};

}  // namespace stemma
