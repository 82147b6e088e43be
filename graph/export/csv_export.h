// A graph as two tables for neo4j-admin's bulk import, and for `stemma import`, which gives it
// back.
//
// One table of nodes, one of edges, each with a header of typed columns. Lists of texts are arrays
// split at ";". What CSV has no type for (objects, other lists, columns of several types, texts
// with a ";" in them) is a text of JSON: a column's own name then ends in ".json", and a list
// begins with "[". Counts of a confidence are the columns `confidence.right` and
// `confidence.fired`. Source: Neo4j operations manual, "neo4j-admin import", CSV header format; RFC
// 4180; the way back is graph/ingest/csv_header.h. Thread safety: pure over a const view.
#pragma once

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

// Each two passes, because the header comes first; stream. They leave out, and count, texts that
// are empty: CSV does not tell them from none.
Status ExportCsvNodes(const GraphView& graph, const ChunkWriter& write, ExportReport& report);
Status ExportCsvEdges(const GraphView& graph, const ChunkWriter& write, ExportReport& report);

// Both in one stream, an empty line between them.
Status ExportCsv(const GraphView& graph, const ChunkWriter& write, ExportReport& report);

}  // namespace stemma
