// Circular sourcing as the JSON that checks rely on.
//
// Source: docs/json.md.
// Thread safety: pure functions over a const view.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "graph/algo/circle_dates.h"
#include "graph/base/result.h"

namespace stemma {

// {"cycles":[{"nodes","circle","edges","size","dates","first","later":[{"from","to","kind",
// "from_date","to_date"}],"later_truncated","verdict","corrected"}],"truncated"}, in the order
// given. `filter`: the one they were found with.
Result<nlohmann::ordered_json> CirclesJson(const GraphView& graph, const CircleListing& listing,
                                           const Filter& filter);

}  // namespace stemma
