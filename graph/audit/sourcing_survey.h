// What the rules about chains ask of a whole store, computed once for all its works.
//
// Whether a chain reaches an origin, passes a corrected work, or runs in a circle depends on all
// that a work reaches; asked work by work it would be read again and again. Kept are some bytes a
// node and the circles, not the sourcing graph that they were computed from.
// Source: docs/audit.md; docs/algorithms.md, "The whole store".
// Thread safety: const calls from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/algo/cycles.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

class SourcingSurvey {
 public:
  // Linear in the graph.
  static Result<SourcingSurvey> Of(const GraphView& graph);

  // Of works and quotes; false for all others.
  bool ReachesOrigin(NodeId node) const { return Has(reaches_origin_, node); }
  // Whether it, or what its chains pass, is a work that another one corrects.
  bool ReachesCorrected(NodeId node) const { return Has(reaches_corrected_, node); }
  bool IsCorrected(NodeId node) const { return corrected_.contains(node); }
  // Of a quote's words (WordBits); nothing of any other node.
  std::optional<uint64_t> WordBitsOf(NodeId quote) const;
  // Null when it is in none.
  const Circle* CircleOf(NodeId node) const;

 private:
  static bool Has(const std::vector<bool>& bits, NodeId node) {
    return node.value < bits.size() && bits[node.value];
  }
  Status MarkOrigins(const Survey& survey);
  Status MarkCorrected(const Survey& survey);
  Status TakeCircles(const Survey& survey);
  Status ReadWords(const GraphView& graph);

  std::vector<bool> reaches_origin_;  // by node
  std::vector<bool> reaches_corrected_;
  std::unordered_set<NodeId> corrected_;
  std::vector<uint64_t> word_bits_;  // by node
  std::vector<Circle> circles_;
  std::unordered_map<NodeId, uint32_t> circle_of_;
};

}  // namespace stemma
