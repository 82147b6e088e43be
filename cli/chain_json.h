// Traces, depths and circles as the JSON that checks rely on.
//
// They take plain results, so that a test can ask for the JSON of any graph without a store.
// Source: docs/json.md.
// Thread safety: pure functions over a const view.
#pragma once

#include <span>

#include <nlohmann/json_fwd.hpp>

#include "graph/algo/cycles.h"
#include "graph/algo/depth.h"
#include "graph/algo/trace.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// {"node","depth","chains","strands","truncated"}, for a claim "first_stated" too. `truncated` is
// true when chains of the node or of any strand were left out. `known_at`: that of the trace's
// filter; later assertions give no evidence. Reads each edge of the chains once.
Result<nlohmann::ordered_json> TraceJson(const GraphView& graph, const Trace& trace,
                                         Instant known_at);

// {"nodes":[{"id","kind","min","max","ends","witness"}]}, in the order given.
Result<nlohmann::ordered_json> DepthJson(const GraphView& graph, std::span<const NodeDepth> depths);

// {"works","reached","unreached","attributed","histogram","deepest"}.
Result<nlohmann::ordered_json> DistributionJson(const GraphView& graph,
                                                const DepthDistribution& distribution);

// {"cycles":[{"nodes","circle","edges","size"}]}, in the order given.
Result<nlohmann::ordered_json> CirclesJson(const GraphView& graph, std::span<const Circle> circles);

}  // namespace stemma
