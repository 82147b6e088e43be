// A graph as PROV-JSON, which the PROV libraries read.
//
// Source: "The PROV-JSON Serialization" (W3C Member Submission 2013); graph/export/prov_records.h.
// Thread safety: pure over a const view.
#pragma once

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

// Groups records by type, as the format asks, with one scan for each type; streams.
Status ExportProvJson(const GraphView& graph, const ChunkWriter& write, ExportReport& report);

}  // namespace stemma
