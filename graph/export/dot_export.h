// A graph to look at, in Graphviz' DOT language.
//
// Newest on top, as in the picture: edges run from the newer to the older. Works are boxes, quotes
// and claims notes, agents ellipses, first-hand ones twice outlined; inferred edges are dashed,
// disputed ones dotted, and withdrawn ones are left out, because they no longer hold. Source:
// https://graphviz.org/doc/info/lang.html. Thread safety: pure over a const view.
#pragma once

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

// One scan of nodes and one of edges; streams.
Status ExportDot(const GraphView& graph, const ChunkWriter& write, ExportReport& report);

}  // namespace stemma
