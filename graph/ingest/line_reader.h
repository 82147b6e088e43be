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

  uint64_t Number() const { return number_; }  // of the last line returned, from 1
  uint64_t Bytes() const { return bytes_; }    // of all lines returned

 private:
  Status Fill();

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
