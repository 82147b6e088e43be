// The chains between two nodes as a person reads them.
//
// Source: docs/commands/path.md shows it.
// Thread safety: pure functions over a const view.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "graph/algo/chains_between.h"
#include "graph/algo/filter.h"
#include "graph/base/result.h"

namespace stemma {

struct PathTextOptions {
  Filter filter;           // that of the question
  BetweenOptions options;  // those of the question
  Terminal terminal;
};

// The chains as the tree of a trace, or why there is none. A few reads for each node shown.
Result<std::string> PathText(const GraphView& graph, const ChainsBetween& between,
                             const PathTextOptions& options);

}  // namespace stemma
