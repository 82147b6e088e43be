// The assertion that gives an edge its state, with what facts leave out: how, which claims, words.
//
// Facts name it by its arrival, so that only what is shown or must be known is read.
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>

#include "graph/base/result.h"
#include "graph/model/assertion.h"
#include "graph/model/graph_view.h"

namespace stemma {

// `arrival` is that of the edge's facts. Corruption when no such assertion of it is stored. One
// read.
Result<EdgeAssertion> DecidingAssertion(const GraphView& graph, const EdgeKey& edge,
                                        uint64_t arrival);

}  // namespace stemma
