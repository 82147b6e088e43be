// Depths as a person reads them.
//
// Thread safety: pure functions over a const view.
#pragma once

#include <span>
#include <string>

#include "cli/terminal.h"
#include "graph/algo/depth.h"
#include "graph/base/result.h"

namespace stemma {

// Of each node: the hops to an origin, the ends reached, one shortest chain with the corrections on
// record of it; and the depth without inferred and disputed edges where it differs.
Result<std::string> DepthText(const GraphView& graph, std::span<const NodeDepth> depths,
                              const Filter& filter, const Terminal& terminal);

// A histogram, and the deepest works.
Result<std::string> DistributionText(const GraphView& graph, const DepthDistribution& distribution,
                                     const Terminal& terminal);

}  // namespace stemma
