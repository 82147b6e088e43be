// Everything that is recorded of one node, gathered for `show`.
//
// Source: docs/commands/.
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct ReportedEdge {
  EdgeFacts facts;
  Direction direction = Direction::kOut;
  std::vector<EdgeAssertion> said;  // in order of arrival
  size_t deciding = 0;              // of `said`
};

struct NodeReport {
  NodeState state;
  std::vector<ReportedEdge> out;
  std::vector<ReportedEdge> in;
  uint64_t out_total = 0;
  uint64_t in_total = 0;
  std::vector<NodeAssertion> history;  // in order of arrival
};

// At most `edges_max` edges of each direction are read with their assertions.
Result<NodeReport> ReportOf(const GraphView& graph, NodeId node, uint64_t edges_max);

// A field as a person reads it: a list of texts between semicolons, anything else as it is.
std::string ShownValue(const Field& field);

}  // namespace stemma
