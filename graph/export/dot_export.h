// A graph to look at, in Graphviz' DOT language.
//
// Works are boxes, quotes and claims notes, agents ellipses; inferred edges are dashed, disputed
// ones dotted, and withdrawn ones are left out, because they no longer hold. Source:
// https://graphviz.org/doc/info/lang.html. Thread safety: pure over a const view.
#pragma once

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

// One read for each node; streams.
Status ExportDot(const GraphView& graph, const ChunkWriter& write, ExportReport& report);

}  // namespace stemma
