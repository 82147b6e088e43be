// The nodes that their owner keeps to himself: those with `"private": true`.
//
// Source: docs/json.md. Thread safety: pure functions over a const view.
#pragma once

#include <unordered_set>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

bool IsPrivate(const NodeState& state);

// One scan, and one reading of all fields but texts.
Result<std::unordered_set<NodeId>> PrivateNodes(const GraphView& graph);

}  // namespace stemma
