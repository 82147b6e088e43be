#include "graph/ingest/line_reader.h"

namespace stemma {
namespace {

constexpr size_t kChunkBytes = size_t{64} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Result<std::optional<std::string_view>> LineReader::NextWithEnd() {
  size_t searched = begin_;
  size_t end = std::string::npos;
  while ((end = buffer_.find('\n', searched)) == std::string::npos && !at_end_) {
    if (buffer_.size() - begin_ > line_bytes_max_ + 1) {
      break;
    }
    buffer_.erase(0, begin_);
    begin_ = 0;
    searched = buffer_.size();
    buffer_.resize(searched + kChunkBytes);
    auto bytes = source_.Read(buffer_.data() + searched, kChunkBytes);
    buffer_.resize(searched + (bytes.has_value() ? *bytes : 0));
    if (!bytes.has_value()) {
      ++number_;
      return tl::unexpected<Error>(std::move(bytes).error());
    }
    at_end_ = *bytes == 0;
  }
  if (end == std::string::npos && begin_ == buffer_.size()) {
    return std::optional<std::string_view>();
  }
  ++number_;
  last_begin_ = begin_;
  std::string_view line(buffer_);
  line = line.substr(begin_, end == std::string::npos ? end : end + 1 - begin_);
  begin_ += line.size();
  if (line.size() > line_bytes_max_ + 1) {
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

void LineReader::Back() {
  begin_ = last_begin_;
  --number_;
}

}  // namespace stemma
