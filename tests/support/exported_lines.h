// A graph as JSON Lines, in one text: two that say the same give the same.
#pragma once

#include <string>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma::testing {

Result<std::string> ExportedLines(const GraphView& graph);

}  // namespace stemma::testing
