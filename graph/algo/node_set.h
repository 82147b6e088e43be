// The nodes that a question reached, and the place of each among them in the order of numbers.
//
// A question that reaches little keeps its few nodes in a hash set; one that reaches much gets a
// bit for every node of the snapshot. With a count before each word, the place of a node is one
// read and a count of bits: a table from nodes to vertices that fits into the cache.
//
// Source: Jacobson 1989, "Space-efficient static trees and graphs" (rank).
// Thread safety: as a std::vector.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <unordered_set>
#include <vector>

#include "graph/algo/node_bits.h"

namespace stemma {

class NodeSet {
 public:
  // For numbers below `bound`, which fits 32 bits.
  explicit NodeSet(uint64_t bound = 0) : bound_(bound) {}

  // Whether it was not in it before.
  bool Add(uint32_t node) { return bits_.WordCount() == 0 ? AddFew(node) : bits_.Add(node); }
  void Remove(uint32_t node) {
    if (bits_.WordCount() == 0) {
      few_.erase(node);
    } else {
      bits_.Remove(node);
    }
  }

  // Ends adding and removing; from here on places are known.
  void Rank() {
    if (bits_.WordCount() == 0) {
      sorted_.assign(few_.begin(), few_.end());
      std::sort(sorted_.begin(), sorted_.end());
      size_ = static_cast<uint32_t>(sorted_.size());
      return;
    }
    before_.resize(bits_.WordCount());
    for (size_t i = 0; i < before_.size(); ++i) {
      before_[i] = size_;
      size_ += CountBits(bits_.Word(i));
    }
  }

  uint32_t Size() const { return size_; }

  // How many are before `node`; kNowhere when it is not in the set.
  static constexpr uint32_t kNowhere = std::numeric_limits<uint32_t>::max();
  uint32_t PlaceOf(NodeId node) const {
    if (node.value >= bound_) {
      return kNowhere;
    }
    const auto number = static_cast<uint32_t>(node.value);
    if (before_.empty()) {
      return PlaceAmongFew(number);
    }
    const uint64_t word = bits_.Word(number / 64);
    const uint64_t bit = NodeBits::BitOf(number);
    return (word & bit) == 0 ? kNowhere : before_[number / 64] + CountBits(word & (bit - 1));
  }

  // Calls `visit` with each node, rising.
  template <class Visit>
  void ForEach(const Visit& visit) const {
    for (const uint32_t node : sorted_) {
      visit(NodeId{node});
    }
    for (size_t i = 0; i < bits_.WordCount(); ++i) {
      for (uint64_t word = bits_.Word(i); word != 0; word &= word - 1) {
        visit(NodeId{i * 64 + static_cast<uint64_t>(std::countr_zero(word))});
      }
    }
  }

 private:
  static constexpr size_t kFewMax = 256;

  // Not std::popcount, which is a call on the oldest machines of the family that is compiled for.
  static uint32_t CountBits(uint64_t word) {
    word -= (word >> 1U) & 0x5555555555555555U;
    word = (word & 0x3333333333333333U) + ((word >> 2U) & 0x3333333333333333U);
    word = (word + (word >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
    return static_cast<uint32_t>((word * 0x0101010101010101U) >> 56U);
  }

  uint32_t PlaceAmongFew(uint32_t node) const {
    const auto place = std::lower_bound(sorted_.begin(), sorted_.end(), node);
    return place == sorted_.end() || *place != node
               ? kNowhere
               : static_cast<uint32_t>(place - sorted_.begin());
  }

  bool AddFew(uint32_t node) {
    const bool is_new = few_.insert(node).second;
    if (few_.size() > kFewMax) {
      bits_ = NodeBits(bound_);
      for (const uint32_t one : few_) {
        bits_.Add(one);
      }
      few_.clear();
    }
    return is_new;
  }

  uint64_t bound_;
  std::unordered_set<uint32_t> few_;
  NodeBits bits_;  // once there are more than a few
  std::vector<uint32_t> sorted_;
  std::vector<uint32_t> before_;  // by word: how many stand before it
  uint32_t size_ = 0;
};

}  // namespace stemma
