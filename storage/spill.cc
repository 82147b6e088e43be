#include "storage/spill.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <numeric>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include <boost/sort/pdqsort/pdqsort.hpp>

namespace stemma {
namespace {

constexpr size_t kReadBytes = size_t{1} << 20;
// Of all files that are merged, so that many do not take more memory than few, and at least of
// each.
constexpr size_t kMergeBytes = size_t{16} << 20;
constexpr size_t kReadBytesMin = size_t{64} << 10;

size_t ReadBytesOf(size_t runs) {
  return std::clamp(kMergeBytes / std::max<size_t>(runs, 1), kReadBytesMin, kReadBytes);
}

// Of the buffer of a TextSorter: until then it grows as it is filled; and of a text in it, about,
// with its place.
constexpr size_t kSmallBytes = size_t{1} << 20;
constexpr size_t kTextBytes = 32;

tl::unexpected<Error> Failed() {
  return Fail(ErrorCode::kIo, errno == ENOSPC
                                  ? "the disk is full"
                                  : std::string("a temporary file: ") + std::strerror(errno));
}

// A run read from its beginning: out of memory, or a piece at a time out of a file.
class RunReader {
 public:
  // Reads so many bytes at a time.
  RunReader(const TemporaryFile& file, size_t read_bytes) : file_(&file), read_bytes_(read_bytes) {}
  explicit RunReader(std::string_view memory) : memory_(memory) {}

  // `size` bytes in a row, valid until the next call; nothing at the end.
  Result<const char*> Take(size_t size) {
    if (file_ == nullptr) {
      const char* bytes = memory_.size() < size ? nullptr : memory_.data();
      memory_.remove_prefix(std::min(size, memory_.size()));
      return bytes;
    }
    if (filled_ - taken_ < size) {
      buffer_.erase(0, taken_);
      filled_ -= taken_;
      taken_ = 0;
      const auto more = static_cast<size_t>(
          std::min<uint64_t>(std::max(read_bytes_, size), file_->Size() - read_));
      buffer_.resize(filled_ + more);
      STEMMA_TRY(file_->ReadAt(read_, buffer_.data() + filled_, more));
      read_ += more;
      filled_ += more;
    }
    if (filled_ - taken_ < size) {
      return nullptr;
    }
    const char* bytes = buffer_.data() + taken_;
    taken_ += size;
    return bytes;
  }

 private:
  const TemporaryFile* file_ = nullptr;
  size_t read_bytes_ = 0;
  std::string_view memory_;
  std::string buffer_;
  size_t taken_ = 0;
  size_t filled_ = 0;
  uint64_t read_ = 0;
};

// Merges runs of items that `take` takes off a reader, false at its end; each run's items rise.
template <class Item>
class RunMerger {
 public:
  using Take = Result<bool> (*)(RunReader&, Item&);

  RunMerger(std::vector<RunReader> readers, Take take)
      : take_(take), readers_(std::move(readers)), heads_(readers_.size()) {}

  Status Begin() {
    for (size_t i = 0; i < readers_.size(); ++i) {
      STEMMA_ASSIGN(const bool more, take_(readers_[i], heads_[i]));
      if (more) {
        order_.push_back(i);
      }
    }
    for (size_t i = order_.size(); i > 0; --i) {
      SiftDown(i - 1);
    }
    return {};
  }

  Result<bool> Next(Item& item) {
    if (order_.empty()) {
      return false;
    }
    const size_t first = order_.front();
    std::swap(item, heads_[first]);
    STEMMA_ASSIGN(const bool more, take_(readers_[first], heads_[first]));
    if (!more) {
      order_.front() = order_.back();
      order_.pop_back();
    }
    SiftDown(0);
    return true;
  }

 private:
  // Puts what stands at `i` where it belongs among those below it.
  void SiftDown(size_t i) {
    while (2 * i + 1 < order_.size()) {
      size_t least = 2 * i + 1;
      if (least + 1 < order_.size() && heads_[order_[least + 1]] < heads_[order_[least]]) {
        ++least;
      }
      if (!(heads_[order_[least]] < heads_[order_[i]])) {
        return;
      }
      std::swap(order_[i], order_[least]);
      i = least;
    }
  }

  Take take_;
  std::vector<RunReader> readers_;
  std::vector<Item> heads_;
  std::vector<size_t> order_;  // a heap of readers, the one with the first item on top
};

Result<bool> TakeNumber(RunReader& reader, Number128& number) {
  STEMMA_ASSIGN(const char* bytes, reader.Take(sizeof number));
  if (bytes != nullptr) {
    std::memcpy(&number, bytes, sizeof number);
  }
  return bytes != nullptr;
}

Result<bool> TakeText(RunReader& reader, std::string& text) {
  STEMMA_ASSIGN(const char* head, reader.Take(sizeof(uint32_t)));
  if (head == nullptr) {
    return false;
  }
  uint32_t size = 0;
  std::memcpy(&size, head, sizeof size);
  STEMMA_ASSIGN(const char* bytes, reader.Take(size));
  if (bytes == nullptr) {
    return Fail(ErrorCode::kIo, "a temporary file was cut off");
  }
  text.assign(bytes, size);
  return true;
}

constexpr unsigned kDigitBits = 11;
constexpr size_t kDigits = size_t{1} << kDigitBits;

// Moves the numbers to `sorted`, in the order of one digit of `high`; equal ones keep theirs. Where
// all have the same digit nothing moves: false.
bool SortByDigit(std::span<const Number128> numbers, unsigned shift, std::span<Number128> sorted) {
  const auto digit_of = [shift](const Number128& number) {
    return (number.high >> shift) & (kDigits - 1);
  };
  std::array<size_t, kDigits> places{};
  for (const Number128& number : numbers) {
    ++places[digit_of(number)];
  }
  if (places[digit_of(numbers.front())] == numbers.size()) {
    return false;
  }
  std::exclusive_scan(places.begin(), places.end(), places.begin(), size_t{0});
  for (const Number128& number : numbers) {
    sorted[places[digit_of(number)]++] = number;
  }
  return true;
}

// Digit by digit as far as `high` goes, which takes a look at each number and no comparisons; what
// is equal in it mostly came in order, and is few.
void SortNumbers(LargeVector<Number128>& numbers) {
  if (std::is_sorted(numbers.begin(), numbers.end())) {
    return;
  }
  LargeVector<Number128> sorted(numbers.size());
  for (unsigned shift = 0; shift < 64; shift += kDigitBits) {
    if (SortByDigit(numbers, shift, sorted)) {
      numbers.swap(sorted);
    }
  }
  for (auto first = numbers.begin(); first != numbers.end();) {
    const auto end = std::find_if(
        first, numbers.end(), [&](const Number128& number) { return number.high != first->high; });
    if (!std::is_sorted(first, end)) {
      boost::sort::pdqsort_branchless(first, end);
    }
    first = end;
  }
}

std::string_view BytesOf(std::span<const Number128> numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number128)};
}

}  // namespace

Result<std::filesystem::path> MakeTemporaryFolder() {
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "stemma-XXXXXX").string();
  if (error || mkdtemp(name.data()) == nullptr) {
    return Fail(ErrorCode::kIo, "no temporary folder can be made: see $TMPDIR");
  }
  return std::filesystem::path(name);
}

Result<TemporaryFile> TemporaryFile::Make(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  std::string name = (folder / "run-XXXXXX").string();
  const int file = mkstemp(name.data());
  if (file < 0) {
    return Failed();
  }
  unlink(name.c_str());
  return TemporaryFile(file);
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), size_(other.size_) {
}

TemporaryFile::~TemporaryFile() {
  if (file_ >= 0) {
    close(file_);
  }
}

Status TemporaryFile::Append(const void* bytes, size_t size) {
  const auto* from = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t written = write(file_, from, size);
    if (written < 0 && errno != EINTR) {
      return Failed();
    }
    const auto taken = static_cast<size_t>(std::max<ssize_t>(written, 0));
    from += taken;
    size -= taken;
    size_ += taken;
  }
  return {};
}

Status TemporaryFile::ReadAt(uint64_t offset, void* out, size_t size) const {
  auto* to = static_cast<char*>(out);
  while (size > 0) {
    const ssize_t got = pread(file_, to, size, static_cast<off_t>(offset));
    if (got == 0 || (got < 0 && errno != EINTR)) {
      return Failed();
    }
    const auto taken = static_cast<size_t>(std::max<ssize_t>(got, 0));
    to += taken;
    offset += taken;
    size -= taken;
  }
  return {};
}

class NumberSorter::Merger {
 public:
  explicit Merger(std::vector<RunReader> readers) : runs(std::move(readers), TakeNumber) {}
  RunMerger<Number128> runs;
};

NumberSorter::~NumberSorter() = default;

NumberSorter::NumberSorter(std::filesystem::path folder, size_t buffer_max)
    : folder_(std::move(folder)), buffer_max_(std::max<size_t>(buffer_max, 1)) {
}

Status NumberSorter::Await() {
  if (sorting_.valid()) {
    STEMMA_ASSIGN(Run run, sorting_.get());
    runs_.push_back(std::move(run));
  }
  return {};
}

Result<NumberSorter::Run> NumberSorter::MakeRun(const std::filesystem::path& folder,
                                                Numbers numbers, bool in_memory) {
  SortNumbers(numbers);
  Run run;
  if (in_memory) {
    run.numbers = std::move(numbers);
    return run;
  }
  STEMMA_ASSIGN(TemporaryFile file, TemporaryFile::Make(folder));
  STEMMA_TRY(file.Append(numbers.data(), numbers.size() * sizeof(Number128)));
  run.file.emplace(std::move(file));
  return run;
}

Status NumberSorter::EndBuffer() {
  STEMMA_TRY(Await());
  const bool in_memory = runs_.size() < kRunsInMemory;
  sorting_ = std::async(std::launch::async,
                        [folder = folder_, numbers = std::move(buffer_), in_memory]() mutable {
                          return MakeRun(folder, std::move(numbers), in_memory);
                        });
  buffer_ = {};
  buffer_.reserve(buffer_max_);
  return {};
}

Status NumberSorter::Sort() {
  STEMMA_TRY(Await());
  STEMMA_ASSIGN(Run last, MakeRun(folder_, std::exchange(buffer_, {}), /*in_memory=*/true));
  runs_.push_back(std::move(last));
  std::vector<RunReader> readers;
  for (const Run& run : runs_) {
    readers.push_back(run.file ? RunReader(*run.file, ReadBytesOf(runs_.size()))
                               : RunReader(BytesOf(run.numbers)));
  }
  merger_ = std::make_unique<Merger>(std::move(readers));
  return merger_->runs.Begin();
}

Result<bool> NumberSorter::Next(Number128& number) {
  return merger_->runs.Next(number);
}

Status NumberSorter::Merge(const std::function<Status(Number128)>& visit) {
  STEMMA_TRY(Sort());
  Number128 number;
  while (true) {
    STEMMA_ASSIGN(const bool more, Next(number));
    if (!more) {
      return {};
    }
    STEMMA_TRY(visit(number));
  }
}

TextSorter::TextSorter(std::filesystem::path folder, size_t buffer_bytes_max)
    : folder_(std::move(folder)), buffer_bytes_max_(buffer_bytes_max) {
}

Status TextSorter::Add(std::string_view text) {
  ++count_;
  offsets_.push_back(bytes_.size());
  if (bytes_.capacity() < buffer_bytes_max_ && bytes_.size() >= kSmallBytes) {
    bytes_.reserve(buffer_bytes_max_);  // one that is not small will be full
    offsets_.reserve(buffer_bytes_max_ / kTextBytes);
  }
  const auto size = static_cast<uint32_t>(text.size());
  bytes_.append(reinterpret_cast<const char*>(&size), sizeof size);
  bytes_ += text;
  return bytes_.size() + offsets_.size() * sizeof(uint64_t) < buffer_bytes_max_ ? Status()
                                                                                : Spill();
}

namespace {

std::string_view TextAt(std::string_view bytes, uint64_t offset) {
  uint32_t size = 0;
  std::memcpy(&size, bytes.data() + offset, sizeof size);
  return {bytes.data() + offset + sizeof size, size};
}

// The first bytes of each text stand beside its place, so that most comparisons need no more.
LargeVector<uint64_t> SortedOffsets(std::string_view bytes, const LargeVector<uint64_t>& offsets) {
  struct Beginning {
    uint64_t bytes = 0;
    uint64_t offset = 0;
  };
  LargeVector<Beginning> texts;
  texts.reserve(offsets.size());
  for (const uint64_t offset : offsets) {
    const std::string_view text = TextAt(bytes, offset);
    Beginning& beginning = texts.emplace_back(Beginning{0, offset});
    for (size_t i = 0; i < sizeof(uint64_t); ++i) {
      beginning.bytes =
          beginning.bytes << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
  }
  boost::sort::pdqsort(texts.begin(), texts.end(), [&](const Beginning& a, const Beginning& b) {
    return a.bytes != b.bytes ? a.bytes < b.bytes
                              : TextAt(bytes, a.offset) < TextAt(bytes, b.offset);
  });
  LargeVector<uint64_t> sorted;
  sorted.reserve(texts.size());
  for (const Beginning& text : texts) {
    sorted.push_back(text.offset);
  }
  return sorted;
}

}  // namespace

Status TextSorter::Spill() {
  STEMMA_ASSIGN(TemporaryFile file, TemporaryFile::Make(folder_));
  std::string piece;
  for (const uint64_t offset : SortedOffsets(bytes_, offsets_)) {
    piece.append(bytes_, offset, sizeof(uint32_t) + TextAt(bytes_, offset).size());
    if (piece.size() >= kReadBytes) {
      STEMMA_TRY(file.Append(piece.data(), piece.size()));
      piece.clear();
    }
  }
  STEMMA_TRY(file.Append(piece.data(), piece.size()));
  runs_.push_back(std::move(file));
  bytes_.clear();
  offsets_.clear();
  return {};
}

Status TextSorter::Merge(const std::function<Status(std::string_view)>& visit) {
  if (runs_.empty()) {
    for (const uint64_t offset : SortedOffsets(bytes_, offsets_)) {
      STEMMA_TRY(visit(TextAt(bytes_, offset)));
    }
  } else {
    STEMMA_TRY(Spill());
    std::vector<RunReader> readers;
    for (const TemporaryFile& run : runs_) {
      readers.emplace_back(run, ReadBytesOf(runs_.size()));
    }
    RunMerger<std::string> merger(std::move(readers), TakeText);
    STEMMA_TRY(merger.Begin());
    std::string text;
    while (true) {
      STEMMA_ASSIGN(const bool more, merger.Next(text));
      if (!more) {
        break;
      }
      STEMMA_TRY(visit(text));
    }
  }
  bytes_ = {};
  offsets_ = {};
  runs_.clear();
  return {};
}

}  // namespace stemma
