// A graph as GEXF 1.3, static: the native format of Gephi.
//
// Nodes have a label, `kind` and their fields, edges what GraphML gives them. `kind` stands at each
// edge as well, as the attribute that lets GEXF tell parallel edges apart. Lists and objects are
// texts of JSON.
// Source: https://gexf.net/basic.html, data.html; GEXF 1.3, "kind attribute on edge to support
// multi-graph". Thread safety: pure over a const view.
#pragma once

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

// As ExportGraphml.
Status ExportGexf(const GraphView& graph, const ChunkWriter& write, ExportReport& report);

}  // namespace stemma
