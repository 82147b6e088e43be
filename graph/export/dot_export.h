// A graph to look at, in Graphviz' DOT language.
//
// Works are boxes, quotes and claims notes, agents ellipses; inferred edges are dashed, disputed
// ones dotted, and withdrawn ones are left out, because they no longer hold. Source:
// https://graphviz.org/doc/info/lang.html. Thread safety: pure over a const view.
#pragma once

#include <optional>
#include <unordered_set>

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/model/graph_view.h"

namespace stemma {

// `part`: only its nodes, and the edges between them. One read for each node; streams.
Status ExportDot(const GraphView& graph, const std::optional<std::unordered_set<NodeId>>& part,
                 const ChunkWriter& write);

}  // namespace stemma
