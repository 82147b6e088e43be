// The ancestors of a node as a plain listing: for a person, and as JSON.
//
// Source: docs/commands/trace.md and docs/json.md show it.
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "cli/terminal.h"
#include "graph/algo/ancestors.h"
#include "graph/base/result.h"

namespace stemma {

struct AncestorListing {
  NodeId of;
  std::span<const Ancestor> shown;  // nearest first
  uint64_t left_out = 0;            // by the limit
  uint64_t further = 0;             // than `hops_max`
};

// What is listed of all ancestors, nearest first: those within `hops_max`, at most `limit`.
AncestorListing ListingOf(NodeId node, std::span<const Ancestor> all,
                          std::optional<uint64_t> hops_max, uint64_t limit);

// One line for each, and below it what corrects it. A few reads for each node shown.
Result<std::string> AncestorsText(const GraphView& graph, const AncestorListing& listing,
                                  const Filter& filter, const Terminal& terminal);

// {"node","ancestors":[{"id","kind","hops"}],"truncated","corrected"}. A few reads for all.
// `filter`: that of the search.
Result<nlohmann::ordered_json> AncestorsJson(const GraphView& graph, const AncestorListing& listing,
                                             const Filter& filter);

}  // namespace stemma
