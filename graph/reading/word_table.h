// A fixed table of words that every word of every text is looked up in.
//
// The standard's hash table chases three pointers and divides by a prime, which was a third of the
// time of cutting a text into words; here a look-up is mostly one line of cache.
// Source: docs/reading.md, "Choices, measured"; open addressing with linear probing (Knuth, The Art
// of Computer Programming, volume 3, 6.4).
// Thread safety: const functions are pure.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace stemma {

// Of the first and the last bytes, up to eight each; the words of a lexicon seldom agree in both.
// No copy of a length that is only known when it runs: that is a call, and cost more than the rest.
struct WordHash {
  size_t operator()(std::string_view word) const noexcept {
    constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;
    uint64_t head = 0;
    uint64_t tail = 0;
    const size_t size = word.size();
    const char* bytes = word.data();
    if (size >= sizeof head) {
      head = Load<uint64_t>(bytes);
      tail = Load<uint64_t>(bytes + size - sizeof tail);
    } else if (size >= sizeof(uint32_t)) {
      head = Load<uint32_t>(bytes);
      tail = Load<uint32_t>(bytes + size - sizeof(uint32_t));
    } else if (size > 0) {
      head = static_cast<unsigned char>(bytes[0]);
      tail = static_cast<unsigned char>(bytes[size - 1]) |
             static_cast<unsigned>(static_cast<unsigned char>(bytes[size / 2])) << 8U;
    }
    const uint64_t mixed = (head ^ (tail << 23U | tail >> 41U) ^ size) * kMultiplier;
    return mixed ^ mixed >> 32U;
  }

 private:
  template <class Number>
  static Number Load(const char* bytes) noexcept {
    Number number = 0;
    std::memcpy(&number, bytes, sizeof number);
    return number;
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
