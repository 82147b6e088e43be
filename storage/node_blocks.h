// Nodes packed 64 to a value: facts and ids, the entries of kNodes.
//
// The number says which block a node is in, so that a node is one look-up; neighbours, which
// usually came in together, share it.
// Source: docs/key-format.md, "A block of nodes". Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "graph/model/facts.h"

namespace stemma {

inline constexpr uint64_t kBlockNodes = 64;

struct StoredNode {
  NodeFacts facts;
  Instant earliest = 0;  // of its assertions
  Instant latest = 0;
  uint64_t arrival = 0;      // of the first of them
  bool has_history = false;  // more than one: kNodeHistory has them all
  std::string id;
  friend bool operator==(const StoredNode&, const StoredNode&) = default;
};

// By number. Numbers may be missing: an import that rejected lines leaves gaps.
using NodeBlock = std::map<uint64_t, StoredNode>;

// The block's key is NumberKey(BlockOf(node)).
inline uint64_t BlockOf(NodeId node) {
  return node.value / kBlockNodes;
}

std::string EncodeNodeBlock(uint64_t block, const NodeBlock& nodes);
std::optional<NodeBlock> DecodeNodeBlock(uint64_t block, std::string_view value);

}  // namespace stemma
