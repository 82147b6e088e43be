// What the loss of nodes does to the rest: for a person, and as JSON.
//
// Source: docs/commands/what-if.md and docs/json.md show it.
// Thread safety: pure functions over a const view.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "cli/terminal.h"
#include "graph/algo/what_if.h"
#include "graph/base/result.h"

namespace stemma {

// A sentence with the counts, then both lists, each node with its depth before and after; why
// nothing changes, when nothing does. One read for each node listed.
Result<std::string> WhatIfText(const GraphView& graph, const WhatIf& answer, const Filter& filter,
                               const Terminal& terminal);

// {"without","works","claims","lost":{"count","nodes","truncated"},"deeper":{…}}.
Result<nlohmann::ordered_json> WhatIfJson(const GraphView& graph, const WhatIf& answer,
                                          const Filter& filter);

}  // namespace stemma
