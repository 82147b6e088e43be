// Lines of a byte source, each whole, within a limit.
//
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/ingest/byte_source.h"

namespace stemma {

// Bytes behind each line that may be read, whatever they are: simdjson reads in steps as wide, and
// would copy a line that lacked them.
inline constexpr size_t kLinePaddingBytes = 64;

class LineReader {
 public:
  // `line_bytes_max` excludes the line end.
  LineReader(ByteSource& source, uint64_t line_bytes_max)
      : source_(source), line_bytes_max_(line_bytes_max) {}

  // The next line without its end (LF or CR LF) and, on the first, without a byte-order mark; valid
  // until the next call. Nothing at the end. InvalidInput: longer than the limit, or of the source.
  Result<std::optional<std::string_view>> Next();

  // The same with its end, as it stands in the file.
  Result<std::optional<std::string_view>> NextWithEnd();

  // Puts the last line back, to be returned once more. At most once after each line.
  void Back();

  // Up to `size` bytes of what comes next, without a byte-order mark at the file's beginning, and
  // without taking them: to see what it is. Valid until the next call. Errors of the source, when
  // they come before the first byte.
  Result<std::string_view> Peek(size_t size);

  // Takes up to `size` bytes, whatever their lines; 0 at the end. For formats that have none, and
  // not to be mixed with the calls above, but for Peek(). Errors of the source.
  Result<size_t> Read(char* out, size_t size);

  uint64_t Number() const { return number_; }  // of the last line returned, from 1
  uint64_t Bytes() const { return bytes_; }    // of all lines returned, or bytes taken

 private:
  Status Fill();
  std::string_view Ahead() const { return {buffer_.data() + begin_, end_ - begin_}; }

  ByteSource& source_;
  uint64_t line_bytes_max_;
  std::string buffer_;     // larger than what it holds by kLinePaddingBytes at least
  size_t begin_ = 0;       // of what is not yet returned
  size_t end_ = 0;         // of what was read
  size_t last_begin_ = 0;  // of the last line returned
  bool at_end_ = false;
  uint64_t number_ = 0;
  uint64_t bytes_ = 0;
};

}  // namespace stemma
