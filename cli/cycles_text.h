// Circular sourcing as a person reads it.
//
// Thread safety: pure functions over a const view.
#pragma once

#include <span>
#include <string>

#include "cli/terminal.h"
#include "graph/algo/cycles.h"
#include "graph/base/result.h"

namespace stemma {

// One block for each circle: its size, and one round of it; that there is none, when there is none.
Result<std::string> CirclesText(const GraphView& graph, std::span<const Circle> circles,
                                const Filter& filter, const Terminal& terminal);

}  // namespace stemma
