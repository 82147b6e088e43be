// A chain from a node back to where it ends, and the ways in which chains end.
//
// Source: docs/algorithms.md.
// Thread safety: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/facts.h"

namespace stemma {

enum class ChainEnd {
  kOrigin,      // first-hand, or a document with no source of its own
  kAttributed,  // a quote with a named speaker, or a named speaker
  kUnnamed,     // a quote whose speaker is a role only or missing, or such a speaker
  kOutletOnly,  // an outlet: credited, work not identified
  kDeadEnd,     // no source recorded
  kCircle,      // cannot leave a circle
  kTarget,      // arrived at the node asked for
};
inline constexpr int kChainEndCount = 7;

std::string_view Name(ChainEnd end);  // "origin", "outlet-only", …

// How chains end at a node for what it is, whatever edges it has; nothing where they may go on.
inline std::optional<ChainEnd> EndByFacts(NodeKind kind, bool first_hand, bool unnamed) {
  if (first_hand) {
    return ChainEnd::kOrigin;
  }
  if (kind == NodeKind::kOutlet) {
    return ChainEnd::kOutletOnly;
  }
  if (kind == NodeKind::kSpeaker) {
    return unnamed ? ChainEnd::kUnnamed : ChainEnd::kAttributed;
  }
  return std::nullopt;
}

// One step of a chain, as stored: `from` and `to` are the nodes that the edge itself names, which
// folding may show under other ids.
struct Step {
  EdgeKey edge;
  EdgeFacts facts;     // of the strongest of parallel edges
  bool is_hop = true;  // false for a revision, which is followed at no hop
};

struct Chain {
  ChainEnd ends = ChainEnd::kDeadEnd;
  uint64_t hops = 0;
  std::vector<NodeId> nodes;  // as shown: the `to` of the newest `same`, the whole of a part
  std::vector<Step> steps;    // nodes.size() - 1 of them, revisions included
};

// Hops to an origin; both or neither.
struct Depth {
  std::optional<uint64_t> min;
  std::optional<uint64_t> max;
  friend bool operator==(const Depth&, const Depth&) = default;
};

}  // namespace stemma
