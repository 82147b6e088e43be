#include "support/exported_lines.h"

#include "graph/export/json_lines_export.h"

namespace stemma::testing {

Result<std::string> ExportedLines(const GraphView& graph) {
  std::string lines;
  ExportReport report;
  const ChunkWriter write = [&](std::string_view chunk) -> Status {
    lines += chunk;
    return {};
  };
  STEMMA_TRY(ExportJsonLines(graph, write, report));
  return lines;
}

}  // namespace stemma::testing
