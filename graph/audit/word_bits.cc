#include "graph/audit/word_bits.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace stemma {

uint64_t WordBits(std::string_view words) {
  constexpr size_t kShort = 3;
  uint64_t bits = 0;
  uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
  size_t length = 0;
  for (size_t i = 0; i <= words.size(); ++i) {
    const char c = i < words.size() ? words[i] : ' ';
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool is_word = (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c < 0;
    if (is_word) {
      hash = (hash ^ static_cast<uint8_t>(small)) * 0x100000001B3ULL;
      ++length;
      continue;
    }
    bits |= length > kShort ? uint64_t{1} << (hash >> 58U) : 0;
    hash = 0xCBF29CE484222325ULL;
    length = 0;
  }
  return bits;
}

double ShareOfBits(uint64_t a, uint64_t b) {
  const int fewer = std::min(std::popcount(a), std::popcount(b));
  return fewer == 0 ? 0 : static_cast<double>(std::popcount(a & b)) / fewer;
}

}  // namespace stemma
