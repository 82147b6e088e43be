// From a node of a store to its vertex in a sourcing graph.
//
// A question that reaches little looks its few nodes up in a hash map; one that reaches much gets a
// flat table over the numbers of the snapshot, where a look-up is one read.
// Thread safety: as a std::vector.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "graph/algo/zeroed_array.h"
#include "graph/model/facts.h"

namespace stemma {

using Vertex = uint32_t;
inline constexpr Vertex kVerticesMax = (Vertex{1} << 31U) - 2;

// What is known of a node: nothing yet, that the filter leaves it out, or its vertex.
class VertexSlot {
 public:
  VertexSlot() = default;
  static VertexSlot Absent() { return VertexSlot(1); }
  static VertexSlot Of(Vertex vertex, bool is_folded) {
    return VertexSlot((vertex + 1) << 1U | (is_folded ? 1U : 0U));
  }

  bool IsUnknown() const { return bits_ == 0; }
  bool IsAbsent() const { return bits_ == 1; }
  bool HasVertex() const { return bits_ > 1; }
  Vertex Get() const { return (bits_ >> 1U) - 1; }
  bool IsFolded() const { return (bits_ & 1U) != 0; }  // shares the vertex with other nodes

 private:
  explicit VertexSlot(uint32_t bits) : bits_(bits) {}
  uint32_t bits_ = 0;
};

class VertexMap {
 public:
  // The flat table, once there is one, is over node numbers below `flat_max`.
  explicit VertexMap(uint64_t flat_max = 0) : flat_max_(flat_max) {}

  // Valid until the next call.
  VertexSlot& Slot(NodeId node) {
    return node.value < flat_.size() ? flat_[node.value] : SlotElsewhere(node);
  }
  // The vertex of a node, if it has been reached.
  std::optional<Vertex> Find(NodeId node) const {
    VertexSlot slot = VertexSlot::Absent();
    if (node.value < flat_.size()) {
      slot = flat_[node.value];
    } else if (const auto known = others_.find(node.value); known != others_.end()) {
      slot = known->second;
    }
    return slot.HasVertex() ? std::optional(slot.Get()) : std::nullopt;
  }
  void Prefetch(NodeId node) const {
    if (node.value < flat_.size()) {
      __builtin_prefetch(&flat_[node.value]);
    }
  }

 private:
  static constexpr size_t kFlatFrom = 256;

  VertexSlot& SlotElsewhere(NodeId node) {
    if (flat_.empty() && others_.size() >= kFlatFrom && node.value < flat_max_) {
      flat_ = ZeroedArray<VertexSlot>(flat_max_);
      for (const auto& [number, slot] : others_) {
        if (number < flat_max_) {
          flat_[number] = slot;
        }
      }
      return flat_[node.value];
    }
    return others_.try_emplace(node.value, VertexSlot()).first->second;
  }

  uint64_t flat_max_;
  ZeroedArray<VertexSlot> flat_;
  std::unordered_map<uint64_t, VertexSlot> others_;
};

}  // namespace stemma
