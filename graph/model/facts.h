// The few bytes of a node or an edge that tracing reads; everything else lives in records apart.
//
// Source: docs/key-format.md, which gives the bytes these are stored as.
// Thread safety: plain values.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

#include "graph/base/edtf.h"
#include "graph/model/kinds.h"

namespace stemma {

// A node's dense number within one store, given on arrival. Never shown to a user.
struct NodeId {
  uint64_t value = 0;
  friend auto operator<=>(const NodeId&, const NodeId&) = default;
};

enum class Direction { kOut, kIn };

// A set of edge kinds, one bit each.
using EdgeKindSet = uint32_t;
inline constexpr EdgeKindSet kAllEdgeKinds = ~EdgeKindSet{0};
constexpr EdgeKindSet SetOf(EdgeKind kind) {
  return EdgeKindSet{1} << static_cast<uint32_t>(kind);
}
// Of those kinds of which `is_in` holds.
constexpr EdgeKindSet SetOf(bool (*is_in)(EdgeKind)) {
  EdgeKindSet set = 0;
  for (const EdgeKind kind : kEdgeKinds) {
    set |= is_in(kind) ? SetOf(kind) : 0;
  }
  return set;
}

struct NodeFacts {
  NodeKind kind = NodeKind::kArticle;
  bool first_hand = false;
  bool unnamed = false;
  bool dated = false;
  DateInterval date;  // unbounded when not dated
  friend bool operator==(const NodeFacts&, const NodeFacts&) = default;
};

struct EdgeFacts {
  EdgeKind kind = EdgeKind::kCites;
  NodeId other;  // the far end, seen from the node that was asked
  AssertionStatus status = AssertionStatus::kAsserted;
  Judgement judgement = Judgement::kNone;
  bool inherited = false;   // a credit taken over with its parent's text: not followed
  bool revision = false;    // derived_from, how: revision: followed at no hop
  bool has_claims = false;  // names the claims that it serves; see the assertions
  bool by_person = true;    // the deciding assertion has no method
  Instant at = 0;           // of the deciding assertion
  uint64_t arrival = 0;     // of the deciding assertion: its place in the order of arrival
  // As a number from 0 to 1; absent counts as 1 if asserted, else as 0.
  float confidence = 1;
  friend bool operator==(const EdgeFacts&, const EdgeFacts&) = default;
};

struct EdgeKey {
  NodeId from;
  EdgeKind kind = EdgeKind::kCites;
  NodeId to;
  friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;
};

}  // namespace stemma

template <>
struct std::hash<stemma::NodeId> {
  size_t operator()(stemma::NodeId id) const noexcept {
    return std::hash<uint64_t>()(id.value * 0x9E3779B97F4A7C15ULL);
  }
};
