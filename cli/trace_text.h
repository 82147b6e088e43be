// A trace as a person reads it: the tree of chains, what the work prints, and what it rests on.
//
// Source: docs/commands/trace.md shows it.
// Thread safety: pure functions over a const view.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "graph/algo/filter.h"
#include "graph/algo/trace.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct TraceTextOptions {
  Filter filter;         // that of the trace
  TraceOptions options;  // those of the trace
  Terminal terminal;
};

// No line is wider than the terminal. A few reads for each node shown, and one reading of what the
// node reaches (to say which of them every chain passes).
Result<std::string> TraceText(const GraphView& graph, const Trace& trace,
                              const TraceTextOptions& options);

}  // namespace stemma
