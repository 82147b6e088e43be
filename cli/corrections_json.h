// Corrections on record as JSON: the same list wherever chains are printed.
//
// Source: docs/json.md.
// Thread safety: pure functions over a const view.
#pragma once

#include <span>

#include <nlohmann/json_fwd.hpp>

#include "graph/algo/corrections.h"
#include "graph/base/result.h"

namespace stemma {

// [{"node","by","how","date","status","corrects"}], of the nodes in the order given, each once;
// "node" is the one given, "corrects" the one that the edge names, which may be folded with it.
// Loads what is not loaded; one more read where there is a correction.
Result<nlohmann::ordered_json> CorrectionsJson(const GraphView& graph, Corrections& corrections,
                                               std::span<const NodeId> nodes);

// The same for one list, by itself.
Result<nlohmann::ordered_json> CorrectionsJson(const FilteredView& view,
                                               std::span<const NodeId> nodes);

}  // namespace stemma
