// Independent origins as a person reads them: the number, the chains that show it, and why there
// cannot be more.
//
// Never more is said than is known: who names no source is unknown, not dependent.
// Source: docs/commands/origins.md shows it.
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <string>

#include "cli/terminal.h"
#include "graph/algo/origins.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct OriginsTextOptions {
  Filter filter;            // that of the answer
  uint64_t listed_max = 1;  // of each list
  Terminal terminal;
};

// No line is wider than the terminal. A few reads for each origin listed.
Result<std::string> OriginsText(const GraphView& graph, const Origins& origins,
                                const OriginsTextOptions& options);

}  // namespace stemma
