// A fixed table of words that every word of every text is looked up in.
//
// The standard's hash table chases three pointers and divides by a prime, which was a third of the
// time of cutting a text into words; here a look-up is mostly one line of cache.
// Source: docs/reading.md, "Choices, measured"; open addressing with linear probing (Knuth, The Art
// of Computer Programming, volume 3, 6.4).
// Thread safety: const functions are pure.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

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

template <class Value>
class WordTable {
 public:
  // The words are borrowed; of equal ones the first counts.
  explicit WordTable(const std::vector<std::pair<std::string_view, Value>>& words)
      : slots_(std::bit_ceil(words.size() * 3 + 1)) {
    for (const auto& [word, value] : words) {
      Slot& slot = slots_[Place(word)];
      if (slot.word.empty()) {
        slot = {word, value};
      }
    }
  }
  WordTable() : slots_(1) {}

  // Null when `word` is not in the table, or empty.
  const Value* Find(std::string_view word) const {
    const Slot& slot = slots_[Place(word)];
    return slot.word.empty() ? nullptr : &slot.value;
  }

 private:
  struct Slot {
    std::string_view word;
    Value value = {};
  };

  // Where `word` is, or would be.
  size_t Place(std::string_view word) const {
    const size_t mask = slots_.size() - 1;
    size_t i = WordHash()(word) & mask;
    while (!slots_[i].word.empty() && slots_[i].word != word) {
      i = (i + 1) & mask;
    }
    return i;
  }

  std::vector<Slot> slots_;  // more than half of them empty
};

}  // namespace stemma
