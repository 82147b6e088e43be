// A set of node numbers, one bit each: small enough to stay in the cache for millions of nodes.
//
// Thread safety: as a std::vector.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "graph/algo/zeroed_array.h"
#include "graph/model/facts.h"

namespace stemma {

class NodeBits {
 public:
  // For numbers below `bound`, which fits 32 bits.
  explicit NodeBits(uint64_t bound = 0) : words_((bound + 63) / 64) {}

  size_t WordCount() const { return words_.size(); }
  uint64_t Word(size_t i) const { return words_[i]; }

  // Whether it was not in it before.
  bool Add(uint32_t node) {
    uint64_t& word = words_[node / 64];
    const uint64_t bit = BitOf(node);
    const bool is_new = (word & bit) == 0;
    word |= bit;
    return is_new;
  }
  void Remove(uint32_t node) { words_[node / 64] &= ~BitOf(node); }

  void ClearAll() {
    for (size_t i = 0; i < words_.size(); ++i) {
      words_[i] = 0;
    }
  }
  // Whoever shares a word with `node` goes too.
  void ClearAround(NodeId node) {
    if (node.value / 64 < words_.size()) {
      words_[node.value / 64] = 0;
    }
  }

  static uint64_t BitOf(uint32_t node) { return uint64_t{1} << (node % 64); }

 private:
  ZeroedArray<uint64_t> words_;
};

// Node numbers behind one another. Whether a number is taken is not a branch, which would be
// guessed wrong for every other node of a search.
class NodeList {
 public:
  // Room for `more` offers.
  void Expect(size_t more) {
    if (numbers_.size() < size_ + more) {
      numbers_.resize((size_ + more) * 2);
    }
  }
  // Takes `number` if told so; there is room.
  void Offer(uint32_t number, bool takes) {
    numbers_[size_] = number;
    size_ += takes ? 1 : 0;
  }
  // Moves all into `numbers`, which was used before.
  void MoveTo(std::vector<uint32_t>& numbers) {
    numbers.assign(numbers_.begin(), numbers_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ = 0;
  }
  void Clear() { size_ = 0; }
  bool IsEmpty() const { return size_ == 0; }

 private:
  std::vector<uint32_t> numbers_;
  size_t size_ = 0;  // of them that were taken
};

// Sorts node numbers. Many are laid out over all numbers, which reads a word for 64 of them.
class NodeSorter {
 public:
  explicit NodeSorter(uint64_t bound) : bound_(bound) {}

  // `nodes` are distinct and below the bound.
  void Sort(std::vector<uint32_t>& nodes) {
    constexpr uint64_t kNumbersForOne = 4096;
    if (nodes.size() < 2 || nodes.size() * kNumbersForOne < bound_) {
      std::sort(nodes.begin(), nodes.end());
      return;
    }
    if (bits_.WordCount() == 0) {
      bits_ = NodeBits(bound_);
    }
    uint32_t least = nodes.front();
    uint32_t most = nodes.front();
    for (const uint32_t node : nodes) {
      bits_.Add(node);
      least = std::min(least, node);
      most = std::max(most, node);
    }
    nodes.clear();
    for (uint32_t i = least / 64; i <= most / 64; ++i) {
      for (uint64_t word = bits_.Word(i); word != 0; word &= word - 1) {
        nodes.push_back(i * 64 + static_cast<uint32_t>(std::countr_zero(word)));
      }
      bits_.ClearAround(NodeId{uint64_t{i} * 64});
    }
  }

 private:
  uint64_t bound_;
  NodeBits bits_;  // empty but while it sorts
};

}  // namespace stemma
