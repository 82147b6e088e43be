// Independent origins as the JSON that checks rely on.
//
// Source: docs/json.md.
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>

#include <nlohmann/json_fwd.hpp>

#include "graph/algo/origins.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// {"of","origins","independent":{"count","paths","cut"},"choke_points","no_origin",…}. Each list
// holds at most `listed_max`; "truncated" says whether one was cut. `filter` is that of the answer.
Result<nlohmann::ordered_json> OriginsJson(const GraphView& graph, const Origins& origins,
                                           const Filter& filter, uint64_t listed_max);

}  // namespace stemma
