// Edges packed some hundreds to a value: the entries of kOut and kIn, and of kRecent.
//
// A block holds a stretch of the order near, kind, far; its key is its first edge. Blocks do not
// end at nodes, so that a thousand small nodes share one and a hub has as many as it needs. kOut
// and kRecent carry the facts, kIn only says which edges arrive: their facts are read from the
// other end.
//
// Source: docs/key-format.md, "A block of edges". Thread safety: pure functions.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/key_codec.h"

namespace stemma {

// More edges than this make two blocks.
inline constexpr size_t kBlockEdgesMax = 512;

struct PackedEdge {
  Adjacency ends;
  StoredEdge stored;  // not of kIn; facts.kind and facts.other are filled in
};

// `edges` rising, not empty. `with_facts`: not for kIn.
std::string EncodeEdgeBlock(std::span<const PackedEdge> edges, bool with_facts);

// Calls `visit` for each edge until it returns false. False when the bytes cannot be a block with
// this key.
bool DecodeEdgeBlock(std::string_view key, std::string_view value, bool with_facts,
                     const std::function<bool(const PackedEdge&)>& visit);

// What is stored of one edge, by itself: the snapshot's classes are written so.
std::string EncodeEdge(const StoredEdge& edge);
std::optional<StoredEdge> DecodeEdge(const Adjacency& ends, std::string_view value);

}  // namespace stemma
