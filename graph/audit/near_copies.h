// Which stored works are near copies of each other, or of one text (shared_text.h says what one
// is).
//
// Few pairs are worth a comparison: those that share fingerprints. For the whole store they are
// found by sorting fingerprints with their works, and then the pairs, both outside memory: what is
// held is one fingerprint's works, a few texts and the sorter's buffers, however large the store
// is. A fingerprint of more than kSharedMax works is boilerplate and pairs nobody; one of more
// than kPairedMax pairs each with the next kNextPaired only, so that a story that hundreds print
// is found, but not each of them with each other. Whatever shares fingerprints is compared whole.
// Source: Schleimer, Wilkerson, Aiken 2003; docs/audit.md.
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/audit/shared_text.h"
#include "graph/base/pair_sorter.h"
#include "graph/model/graph_view.h"

namespace stemma {

// Works that print a fingerprint: above the first number not all of their pairs are looked at,
// above the second none.
inline constexpr size_t kPairedMax = 50;
inline constexpr size_t kNextPaired = 4;
inline constexpr size_t kSharedMax = 1000;

struct NearCopiesOf {
  std::vector<NodeId> works;  // rising
  uint64_t compared = 0;      // stored works with enough text to say anything
};

// Stored works that are near copies of `text`, but for `self`, the work whose text it is. Reads
// every stored text once; in memory are the fingerprints of `text`, and the works that share many.
Result<NearCopiesOf> FindNearCopiesOf(const GraphView& graph, std::string_view text,
                                      std::optional<NodeId> self);

struct NearCopyCounts {
  uint64_t compared = 0;    // works with enough text to say anything
  uint64_t candidates = 0;  // pairs that were compared whole
  uint64_t pairs = 0;       // near copies
};

// Calls `visit` once for each work that has near copies, works and copies rising; each pair is told
// of both its works. Reads every text once, those of candidates again. `make` gives the sorters:
// two at most hold something at once.
using NearCopyVisitor = std::function<Status(NodeId work, std::span<const NodeId> copies)>;
Result<NearCopyCounts> FindAllNearCopies(const GraphView& graph, const MakePairSorter& make,
                                         const NearCopyVisitor& visit);

// The text of a stored work; empty when it has none.
Result<std::string> StoredText(const GraphView& graph, NodeId work);

}  // namespace stemma
