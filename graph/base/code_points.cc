#include "graph/base/code_points.h"

#include <algorithm>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kBlockBytes = 256;

bool BeginsCodePoint(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

size_t Begun(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), BeginsCodePoint));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  if (AsciiPrefix(text) == text.size()) {
    return;
  }
  counts_.reserve(text.size() / kBlockBytes + 1);
  size_t count = 0;
  for (size_t begin = 0; begin <= text.size(); begin += kBlockBytes) {
    counts_.push_back(count);
    count += Begun(text.substr(begin, kBlockBytes));
  }
}

size_t CodePoints::At(size_t at) const {
  if (counts_.empty()) {
    return at;
  }
  const size_t block = at / kBlockBytes;
  return counts_[block] + Begun(text_.substr(block * kBlockBytes, at - block * kBlockBytes));
}

size_t CodePoints::ByteOf(size_t position) const {
  if (counts_.empty()) {
    return std::min(position, text_.size());
  }
  // The last block before which no more than `position` code points begin.
  const auto after = std::upper_bound(counts_.begin(), counts_.end(), position);
  const auto block = static_cast<size_t>(after - counts_.begin()) - 1;
  size_t left = position - counts_[block];
  size_t at = block * kBlockBytes;
  for (; at < text_.size(); ++at) {
    if (BeginsCodePoint(text_[at]) && left-- == 0) {
      break;
    }
  }
  return at;
}

std::optional<std::string_view> CodePoints::Slice(size_t start, size_t end) const {
  if (start > end || end > At(text_.size())) {
    return std::nullopt;
  }
  const size_t begin = ByteOf(start);
  return text_.substr(begin, ByteOf(end) - begin);
}

}  // namespace stemma
