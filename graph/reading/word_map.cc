#include "graph/reading/word_map.h"

#include <algorithm>

namespace stemma {
namespace {

constexpr std::string_view kApostrophe = "’";

unsigned char LowerAscii(unsigned char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c + 32) : c;
}

}  // namespace

std::string_view LowerWord(std::string_view printed, WordBuffer& buffer) {
  if (printed.size() > 1 && printed.back() == '.') {
    printed.remove_suffix(1);
  }
  if (printed.size() > buffer.size()) {
    return {};
  }
  size_t size = 0;
  for (size_t i = 0; i < printed.size(); ++i) {
    auto c = static_cast<unsigned char>(printed[i]);
    if (c == 0xC3U && i + 1 < printed.size()) {  // À to Þ, but not the sign of multiplication
      buffer[size++] = printed[i++];
      c = static_cast<unsigned char>(printed[i]);
      c = c >= 0x80U && c <= 0x9EU && c != 0x97U ? static_cast<unsigned char>(c + 32) : c;
    } else if (c == 0xE2U && printed.substr(i).starts_with(kApostrophe)) {
      c = '\'';
      i += kApostrophe.size() - 1;
    } else {
      c = LowerAscii(c);
    }
    buffer[size++] = static_cast<char>(c);
  }
  return {buffer.data(), size};
}

bool IsSameWord(std::string_view printed, std::string_view lower) {
  // No letter's case is told by its first byte, but for ASCII; only a period and apostrophes, of
  // which a word has two at most, make a word longer.
  if (printed.size() < lower.size() ||
      printed.size() > lower.size() + 1 + 2 * (kApostrophe.size() - 1) ||
      LowerAscii(static_cast<unsigned char>(printed.front())) !=
          static_cast<unsigned char>(lower.front())) {
    return false;
  }
  WordBuffer buffer;
  return LowerWord(printed, buffer) == lower;
}

WordMap::WordMap(std::initializer_list<std::pair<std::string_view, int>> lists) {
  for (const auto& [list, value] : lists) {
    for (std::string_view rest = list; !rest.empty();) {
      const size_t end = std::min(rest.find(' '), rest.size());
      const std::string_view word = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (word.empty()) {
        continue;
      }
      values_.emplace(word, value);
      // A period behind it, and each apostrophe that is printed curved, make it longer.
      const auto apostrophes = static_cast<size_t>(std::count(word.begin(), word.end(), '\''));
      uint64_t sizes = 0;
      for (size_t more = 0; more <= apostrophes; ++more) {
        const size_t size = word.size() + more * (kApostrophe.size() - 1);
        sizes |= uint64_t{3} << std::min(size, kListedBytesMax);
      }
      const auto first = static_cast<unsigned char>(word.front());
      sizes_[first] |= sizes;
      if (first >= 'a' && first <= 'z') {
        sizes_[first - 32U] |= sizes;
      }
    }
  }
}

std::optional<int> WordMap::Find(std::string_view printed) const {
  if (printed.empty() || printed.size() > kListedBytesMax ||
      (sizes_[static_cast<unsigned char>(printed.front())] >> printed.size() & 1U) == 0) {
    return std::nullopt;
  }
  WordBuffer buffer;
  const std::string_view word = LowerWord(printed, buffer);
  const auto found = values_.find(word);
  return found == values_.end() ? std::nullopt : std::optional<int>(found->second);
}

}  // namespace stemma
