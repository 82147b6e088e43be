// A graph as GraphML: what networkx, igraph, Gephi, yEd and Cytoscape read.
//
// Nodes carry `kind` and their fields, edges `kind`, `status` and what else their deciding
// assertion says, under the names of docs/json.md; lists and objects are texts of JSON. GraphML's
// ids are XML name tokens: an id that is none is written in a form that is one, and stands as data
// `id` beside. Source: http://graphml.graphdrawing.org/specification.html and its schema. Thread
// safety: pure over a const view.
#pragma once

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

// Two passes, because types stand before what has them; streams. Leaves out, and counts, values
// that XML 1.0 cannot hold. InvalidInput when an id is one.
Status ExportGraphml(const GraphView& graph, const ChunkWriter& write, ExportReport& report);

}  // namespace stemma
