#include "graph/ingest/line_reader.h"

#include <algorithm>
#include <cstring>

namespace stemma {
namespace {

constexpr size_t kChunkBytes = size_t{256} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

// Moves what is not yet returned to the front and reads more behind it.
Status LineReader::Fill() {
  const size_t kept = end_ - begin_;
  if (kept > 0 && begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, kept);
  }
  begin_ = 0;
  end_ = kept;
  if (buffer_.size() < kept + kChunkBytes + kLinePaddingBytes) {
    // Doubled, so that a line of many chunks is not moved once for each.
    buffer_.resize(2 * kept + kChunkBytes + kLinePaddingBytes);
  }
  STEMMA_ASSIGN(const size_t bytes, source_.Read(buffer_.data() + end_, kChunkBytes));
  end_ += bytes;
  at_end_ = bytes == 0;
  return {};
}

Result<std::optional<std::string_view>> LineReader::NextWithEnd() {
  size_t searched = 0;  // bytes of this line already seen
  const void* found = nullptr;
  while (true) {
    const char* from = buffer_.data() + begin_ + searched;
    found = std::memchr(from, '\n', end_ - begin_ - searched);
    if (found != nullptr || at_end_ || end_ - begin_ > line_bytes_max_ + 1) {
      break;
    }
    searched = end_ - begin_;
    if (Status filled = Fill(); !filled.has_value()) {
      ++number_;
      return tl::unexpected<Error>(std::move(filled).error());
    }
  }
  if (found == nullptr && begin_ == end_) {
    return std::optional<std::string_view>();
  }
  ++number_;
  last_begin_ = begin_;
  const char* first = buffer_.data() + begin_;
  std::string_view line(
      first, found == nullptr ? end_ - begin_
                              : static_cast<size_t>(static_cast<const char*>(found) + 1 - first));
  begin_ += line.size();
  bytes_ += line.size();
  if (line.size() - (line.ends_with('\n') ? 1 : 0) > line_bytes_max_) {
    return InvalidInput("expected a line of at most " + std::to_string(line_bytes_max_ >> 20U) +
                        " MiB, found a longer one");
  }
  if (number_ == 1 && line.starts_with(kByteOrderMark)) {
    line.remove_prefix(kByteOrderMark.size());
  }
  return std::optional<std::string_view>(line);
}

Result<std::optional<std::string_view>> LineReader::Next() {
  STEMMA_ASSIGN(auto line, NextWithEnd());
  if (line && line->ends_with('\n')) {
    line->remove_suffix(1);
  }
  if (line && line->ends_with('\r')) {
    line->remove_suffix(1);
  }
  return line;
}

Result<std::string_view> LineReader::Peek(size_t size) {
  while (Ahead().size() < size + kByteOrderMark.size() && !at_end_) {
    if (Status filled = Fill(); !filled.has_value()) {
      if (Ahead().empty()) {
        return tl::unexpected<Error>(std::move(filled).error());
      }
      break;  // whoever reads on meets it again, at its line
    }
  }
  std::string_view ahead = Ahead();
  if (number_ == 0 && bytes_ == 0 && ahead.starts_with(kByteOrderMark)) {
    ahead.remove_prefix(kByteOrderMark.size());
  }
  return ahead.substr(0, size);
}

Result<size_t> LineReader::Read(char* out, size_t size) {
  if (Ahead().empty() && !at_end_) {
    STEMMA_TRY(Fill());
  }
  const size_t bytes = std::min(size, Ahead().size());
  std::memcpy(out, buffer_.data() + begin_, bytes);
  begin_ += bytes;
  bytes_ += bytes;
  return bytes;
}

void LineReader::Back() {
  bytes_ -= begin_ - last_begin_;
  begin_ = last_begin_;
  --number_;
}

}  // namespace stemma
