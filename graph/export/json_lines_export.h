// Every assertion as native JSON Lines: what comes out goes in again, and is then the same.
//
// Assertions are written in order of arrival, each with the `at` it has, so that a second store
// given the export answers every question alike, `--known-at` included.
// Source: docs/json.md. Thread safety: pure over a const view.
#pragma once

#include <optional>
#include <unordered_set>

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/model/graph_view.h"

namespace stemma {

// `part`: only its nodes, and the edges between them. Linear in all assertions; streams.
Status ExportJsonLines(const GraphView& graph,
                       const std::optional<std::unordered_set<NodeId>>& part,
                       const ChunkWriter& write);

}  // namespace stemma
