// Circular sourcing as a person reads it.
//
// Thread safety: pure functions over a const view.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "graph/algo/circle_dates.h"
#include "graph/base/result.h"

namespace stemma {

// One block for each circle: its size, one round of it with dates, what the dates say of it, and
// corrections on record; that there is none, when there is none. `filter`: the one they were found
// with.
Result<std::string> CirclesText(const GraphView& graph, const CircleListing& listing,
                                const Filter& filter, const Terminal& terminal);

}  // namespace stemma
