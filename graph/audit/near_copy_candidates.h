// Which texts are worth comparing whole, and the stored texts one after the other: what both ways
// of near_copies.h ask.
//
// Source: docs/audit.md, "Near copies".
// Thread safety: pure; a scan as of GraphView.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "graph/audit/shared_text.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// Fingerprints that two texts share, by how many works share them.
struct SharedCounts {
  uint64_t rare = 0;    // kPairedMax works at most
  uint64_t common = 0;  // more
};

// `fewer_fingerprints`: of the text that has fewer. Of few fingerprints it is chance how many are
// shared, so that half of the share asked for in the end, less one, is enough here. What many works
// share counts only where it is half of a text, not a passage below it.
bool IsCandidate(SharedCounts shared, uint64_t fewer_fingerprints);

inline bool SaysEnough(const ComparedText& text) {
  return text.OwnShingles().size() >= kOwnShinglesMin;
}

// Every stored work that has a text.
Status ForEachText(const GraphView& graph,
                   const std::function<Status(NodeId work, std::string_view text)>& visit);

}  // namespace stemma
