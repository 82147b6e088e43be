#include "graph/reading/word_map.h"

#include <algorithm>
#include <utility>
#include <vector>

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
  // No letter's case is told by its first byte, but for ASCII.
  if (printed.size() < lower.size() || LowerAscii(static_cast<unsigned char>(printed.front())) !=
                                           static_cast<unsigned char>(lower.front())) {
    return false;
  }
  WordBuffer buffer;
  return LowerWord(printed, buffer) == lower;
}

void WordMap::AddSizes(char byte, uint64_t sizes, std::array<uint64_t, 256>& by_byte) {
  const auto lower = static_cast<unsigned char>(byte);
  by_byte[lower] |= sizes;
  // Upper case is 32 below, in ASCII and in the second bytes of Latin-1's letters; an apostrophe
  // may be printed curved.
  if ((lower >= 'a' && lower <= 'z') || lower >= 0xA0U) {
    by_byte[lower - 32U] |= sizes;
  }
  if (lower == '\'') {
    by_byte[static_cast<unsigned char>(kApostrophe.front())] |= sizes;
    by_byte[static_cast<unsigned char>(kApostrophe.back())] |= sizes;
  }
}

WordMap::WordMap(std::initializer_list<std::pair<std::string_view, int>> lists) {
  std::vector<std::pair<std::string_view, int>> words;
  for (const auto& [list, value] : lists) {
    for (std::string_view rest = list; !rest.empty();) {
      const size_t end = std::min(rest.find(' '), rest.size());
      const std::string_view word = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (word.empty()) {
        continue;
      }
      words.emplace_back(word, value);
      // As printed it may have a period behind it, and apostrophes of three bytes.
      const auto apostrophes = std::count(word.begin(), word.end(), '\'');
      uint64_t sizes = uint64_t{3} << word.size();
      for (auto i = apostrophes; i > 0; --i) {
        sizes |= sizes << (kApostrophe.size() - 1);
      }
      AddSizes(word.front(), sizes, sizes_by_first_);
      AddSizes(word.back(), sizes, sizes_by_last_);
      AddSizes('.', sizes, sizes_by_last_);
    }
  }
  values_ = WordTable<int>(words);
}

std::optional<int> WordMap::FindLower(std::string_view printed) const {
  WordBuffer buffer;
  const int* value = values_.Find(LowerWord(printed, buffer));
  return value == nullptr ? std::nullopt : std::optional<int>(*value);
}

}  // namespace stemma
