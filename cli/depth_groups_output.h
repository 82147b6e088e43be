// Depth by groups, and the distribution of depth, in the forms that they are taken away in.
//
// Source: docs/commands/depth.md and docs/json.md show them.
// Thread safety: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "cli/terminal.h"
#include "graph/algo/depth.h"
#include "graph/algo/depth_groups.h"

namespace stemma {

// "outlet", "lang", "month", as --by takes it.
std::string_view Name(WorkGrouping by);
std::optional<WorkGrouping> ParseWorkGrouping(std::string_view word);

// A table within the terminal's width, and what its columns are; on a narrow one without counts.
std::string GroupsText(const DepthGroups& groups, WorkGrouping by, const Terminal& terminal);

// {"by","groups":[{"key","label","works","reached","share","median","single":{"count","share"}}],
// "truncated"}; `key` is null for the works that have none, a share null where it is of nothing.
nlohmann::ordered_json GroupsJson(const DepthGroups& groups, WorkGrouping by);

// One row for each group, below a header.
std::string GroupsCsv(const DepthGroups& groups, WorkGrouping by);

// One row for each number of hops, below a header; last, with no hops, what reaches no origin.
std::string DistributionCsv(const DepthDistribution& distribution);

}  // namespace stemma
