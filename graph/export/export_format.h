// The formats that one stream of bytes can hold, by name.
//
// Source: docs/exchange.md. Thread safety: pure functions over a const view.
#pragma once

#include <span>
#include <string_view>

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct ExportFormat {
  std::string_view name;     // as the user types it
  std::string_view purpose;  // in a few words, for the help
  // Writes all of `graph`: which part that is has been decided before. Linear in it; streams.
  using Write = Status (*)(const GraphView& graph, const ChunkWriter& write, ExportReport& report);
  Write write;
  // Of a format that is two tables: each by itself, for whoever writes a file of each.
  Write write_nodes = nullptr;
  Write write_edges = nullptr;
};

std::span<const ExportFormat> ExportFormats();
// Null when there is none of that name.
const ExportFormat* FindExportFormat(std::string_view name);

}  // namespace stemma
