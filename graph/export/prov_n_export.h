// A graph as PROV-N, the notation of the PROV documents that people read.
//
// Source: PROV-N (W3C Recommendation 2013), 3 and 5; graph/export/prov_records.h.
// Thread safety: pure over a const view.
#pragma once

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

// Entities, agents, then each kind of relation, with one scan for each; streams.
Status ExportProvN(const GraphView& graph, const ChunkWriter& write, ExportReport& report);

}  // namespace stemma
