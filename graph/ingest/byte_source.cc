#include "graph/ingest/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <vector>

#include <bzlib.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <zlib.h>

namespace stemma {
namespace {

constexpr size_t kBufferBytes = size_t{256} << 10;
constexpr int kStopSeenMs = 50;  // a wait for input looks this often whether it is to end

// Refilled only when all of it was taken, so that the first bytes can be looked at.
class RawFile {
 public:
  // Owns `descriptor`, unless it is standard input.
  RawFile(int descriptor, std::stop_token stop) : descriptor_(descriptor), stop_(std::move(stop)) {}
  ~RawFile() {
    if (descriptor_ != STDIN_FILENO) {
      close(descriptor_);
    }
  }
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;

  // False at the end of the file.
  Result<bool> Fill() {
    if (taken_ == filled_) {
      STEMMA_ASSIGN(filled_, Read());
      taken_ = 0;
      read_ += filled_;
    }
    return taken_ < filled_;
  }
  char* Data() { return buffer_.data() + taken_; }
  size_t Size() const { return filled_ - taken_; }
  void Take(size_t bytes) { taken_ += bytes; }
  uint64_t BytesRead() const { return read_; }

 private:
  // A pipe may stay silent for as long as it likes, and reading it then would not end.
  Status AwaitBytes() const {
    pollfd waiting = {descriptor_, POLLIN, 0};
    while (poll(&waiting, 1, kStopSeenMs) <= 0) {
      if (stop_.stop_requested()) {
        return Fail(ErrorCode::kIo, "reading was stopped");
      }
    }
    return {};
  }

  Result<size_t> Read() {
    while (true) {
      STEMMA_TRY(AwaitBytes());
      const ssize_t bytes = read(descriptor_, buffer_.data(), buffer_.size());
      if (bytes >= 0) {
        return static_cast<size_t>(bytes);
      }
      if (errno != EINTR && errno != EAGAIN) {
        return Fail(ErrorCode::kIo, std::string("cannot be read: ") + std::strerror(errno));
      }
    }
  }

  int descriptor_;
  std::stop_token stop_;
  std::vector<char> buffer_ = std::vector<char>(kBufferBytes);
  size_t taken_ = 0;
  size_t filled_ = 0;
  uint64_t read_ = 0;
};

class PlainSource : public ByteSource {
 public:
  explicit PlainSource(std::unique_ptr<RawFile> file) : file_(std::move(file)) {}

  Result<size_t> Read(char* out, size_t size) override {
    STEMMA_ASSIGN(const bool more, file_->Fill());
    const size_t bytes = more ? std::min(size, file_->Size()) : 0;
    std::memcpy(out, file_->Data(), bytes);
    file_->Take(bytes);
    return bytes;
  }
  uint64_t BytesRead() const override { return file_->BytesRead(); }

 private:
  std::unique_ptr<RawFile> file_;
};

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<RawFile> file) : file_(std::move(file)) {
    inflateInit2(&stream_, 15 + 16);  // 32 KiB window, gzip wrapping only
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  Result<size_t> Read(char* out, size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(std::min<size_t>(size, 1U << 30U));
    const uInt room = stream_.avail_out;
    while (stream_.avail_out == room) {
      STEMMA_ASSIGN(const bool more, file_->Fill());
      if (!more) {
        if (in_member_) {
          return InvalidInput("the gzip stream is cut off");
        }
        return 0;
      }
      STEMMA_TRY(Inflate());
    }
    return room - stream_.avail_out;
  }
  uint64_t BytesRead() const override { return file_->BytesRead(); }

 private:
  // A file may hold several members one after the other.
  Status Inflate() {
    in_member_ = true;
    stream_.next_in = reinterpret_cast<Bytef*>(file_->Data());
    stream_.avail_in = static_cast<uInt>(file_->Size());
    const int result = inflate(&stream_, Z_NO_FLUSH);
    file_->Take(file_->Size() - stream_.avail_in);
    if (result == Z_STREAM_END) {
      in_member_ = false;
      inflateReset(&stream_);
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      return InvalidInput("the gzip stream is broken");
    }
    return {};
  }

  std::unique_ptr<RawFile> file_;
  z_stream stream_ = {};
  bool in_member_ = false;
};

class Bzip2Source : public ByteSource {
 public:
  explicit Bzip2Source(std::unique_ptr<RawFile> file) : file_(std::move(file)) {}
  ~Bzip2Source() override { End(); }
  Bzip2Source(const Bzip2Source&) = delete;
  Bzip2Source& operator=(const Bzip2Source&) = delete;

  Result<size_t> Read(char* out, size_t size) override {
    stream_.next_out = out;
    stream_.avail_out = static_cast<unsigned>(std::min<size_t>(size, 1U << 30U));
    const unsigned room = stream_.avail_out;
    while (stream_.avail_out == room) {
      STEMMA_ASSIGN(const bool more, file_->Fill());
      if (!more) {
        if (in_stream_) {
          return InvalidInput("the bzip2 stream is cut off");
        }
        return 0;
      }
      STEMMA_TRY(Decompress());
    }
    return room - stream_.avail_out;
  }
  uint64_t BytesRead() const override { return file_->BytesRead(); }

 private:
  // A file may hold several streams one after the other: what packs in parallel writes many.
  Status Decompress() {
    if (!in_stream_) {
      // Fails only where memory does.
      if (BZ2_bzDecompressInit(&stream_, /*verbosity=*/0, /*small=*/0) != BZ_OK) {
        return Fail(ErrorCode::kIo, "no memory to unpack bzip2");
      }
      in_stream_ = true;
    }
    stream_.next_in = file_->Data();
    stream_.avail_in = static_cast<unsigned>(file_->Size());
    const int result = BZ2_bzDecompress(&stream_);
    file_->Take(file_->Size() - stream_.avail_in);
    if (result == BZ_STREAM_END) {
      End();
    } else if (result != BZ_OK) {
      return InvalidInput("the bzip2 stream is broken");
    }
    return {};
  }

  // Leaves next_out and avail_out.
  void End() {
    if (in_stream_) {
      BZ2_bzDecompressEnd(&stream_);
      in_stream_ = false;
    }
  }

  std::unique_ptr<RawFile> file_;
  bz_stream stream_ = {};
  bool in_stream_ = false;
};

// "BZh", and a digit for the size of its blocks.
bool IsBzip2(std::string_view bytes) {
  return bytes.size() >= 4 && bytes.starts_with("BZh") && bytes[3] >= '1' && bytes[3] <= '9';
}

}  // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::Open(const std::string& file,
                                                     std::stop_token stop) {
  const std::string name = file == "-" ? "standard input" : file;
  std::error_code ignored;
  if (file != "-" && std::filesystem::is_directory(file, ignored)) {
    return InvalidInput(name + ": is a directory, expected a file");
  }
  const int opened = file == "-" ? STDIN_FILENO : open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) {
    return InvalidInput(name + ": " +
                        (errno == ENOENT ? "no such file" : std::string(std::strerror(errno))));
  }
  auto raw = std::make_unique<RawFile>(opened, std::move(stop));
  auto more = raw->Fill();
  if (!more.has_value()) {
    return Fail(ErrorCode::kIo, name + ": " + more.error().message);
  }
  if (!*more) {
    return InvalidInput(name + ": is empty, expected nodes and edges");
  }
  const std::string_view bytes(raw->Data(), raw->Size());
  std::unique_ptr<ByteSource> source;
  if (bytes.starts_with("\x1f\x8b")) {
    source = std::make_unique<GzipSource>(std::move(raw));
  } else if (IsBzip2(bytes)) {
    source = std::make_unique<Bzip2Source>(std::move(raw));
  } else {
    source = std::make_unique<PlainSource>(std::move(raw));
  }
  return source;
}

uint64_t FileBytes(const std::string& file) {
  std::error_code error;
  const auto bytes = file == "-" ? 0 : std::filesystem::file_size(file, error);
  return error ? 0 : bytes;
}

}  // namespace stemma
