// Traces, depths and paths as the JSON that checks rely on.
//
// They take plain results, so that a test can ask for the JSON of any graph without a store.
// Source: docs/json.md.
// Thread safety: pure functions over a const view.
#pragma once

#include <span>

#include <nlohmann/json_fwd.hpp>

#include "graph/algo/chains_between.h"
#include "graph/algo/depth.h"
#include "graph/algo/trace.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// {"min","max"}: hops, or null when no origin is reached.
nlohmann::ordered_json JsonOf(const Depth& depth);

// {"node","depth","chains","strands","truncated"}, for a claim "first_stated" too. `truncated` is
// true when chains of the node or of any strand were left out. `filter`: that of the trace;
// assertions later than its second clock give no evidence. Reads each edge of the chains once.
Result<nlohmann::ordered_json> TraceJson(const GraphView& graph, const Trace& trace,
                                         const Filter& filter);

// {"from","to","chains","truncated","hops_beyond","hops_back","ends_before"}. As of TraceJson.
Result<nlohmann::ordered_json> PathJson(const GraphView& graph, const ChainsBetween& between,
                                        const Filter& filter);

// {"nodes":[{"id","kind","min","max","ends","witness","corrected"}]}, in the order given.
// `corrected` is of the node and of its witness. `filter`: the one they were measured with.
Result<nlohmann::ordered_json> DepthJson(const GraphView& graph, std::span<const NodeDepth> depths,
                                         const Filter& filter);

// {"works","reached","unreached","attributed","histogram","deepest"}.
Result<nlohmann::ordered_json> DistributionJson(const GraphView& graph,
                                                const DepthDistribution& distribution);

}  // namespace stemma
