// A graph as the elements of Cytoscape.js: one JSON object, a line for each node and edge.
//
// Values are JSON as they are in a line of docs/json.md, lists and objects included. An edge's id
// is its source, kind and target with tabs between: ids of nodes hold no tab, so that no edge has
// the id of a node. Source: https://js.cytoscape.org, "Elements JSON". Thread safety: pure over a
// const view.
#pragma once

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

// One pass over the nodes, one over the edges; streams.
Status ExportCytoscape(const GraphView& graph, const ChunkWriter& write, ExportReport& report);

}  // namespace stemma
