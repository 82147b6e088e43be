#include "graph/export/json_lines_export.h"

#include <string>

#include "graph/export/chunk_buffer.h"
#include "graph/model/json_line.h"
#include "graph/export/private_nodes.h"
#include "graph/export/record_scan.h"

namespace stemma {

Status ExportJsonLines(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  ChunkBuffer out(write);
  Status status;
  std::string line;
  STEMMA_TRY(graph.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge* edge) {
    line.clear();
    if (node != nullptr) {
      AppendJsonLine(node->assertion, /*with_at=*/true, line);
    } else {
      AppendJsonLine(edge->assertion, /*with_at=*/true, line);
    }
    line += '\n';
    status = out.Add(line);
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  STEMMA_ASSIGN(const auto hidden, PrivateNodes(graph));
  NotePrivate(hidden.size(), report);
  return out.Flush();
}

}  // namespace stemma
