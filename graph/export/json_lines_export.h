// Every assertion as native JSON Lines: what comes out goes in again, and is then the same.
//
// Assertions are written in order of arrival, each with the `at` it has, so that a second store
// given the export answers every question alike, `--known-at` included.
// Source: docs/json.md. Thread safety: pure over a const view.
#pragma once

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

// Linear in all assertions; streams, and leaves nothing out.
Status ExportJsonLines(const GraphView& graph, const ChunkWriter& write, ExportReport& report);

}  // namespace stemma
