// A hash for short words, cheap enough to ask of every word of every text.
//
// Source: docs/reading.md, "Choices, measured".
// Thread safety: pure.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace stemma {

// Of the first and the last eight bytes; the words of a lexicon seldom agree in both.
struct WordHash {
  size_t operator()(std::string_view word) const noexcept {
    constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;
    uint64_t head = 0;
    uint64_t tail = 0;
    const size_t size = std::min(word.size(), sizeof head);
    if (size > 0) {
      std::memcpy(&head, word.data(), size);
      std::memcpy(&tail, word.data() + word.size() - size, size);
    }
    const uint64_t mixed = (head ^ (tail << 23U | tail >> 41U) ^ word.size()) * kMultiplier;
    return mixed ^ mixed >> 32U;
  }
};

}  // namespace stemma
