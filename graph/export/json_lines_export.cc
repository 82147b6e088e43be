#include "graph/export/json_lines_export.h"

#include <string>

#include "graph/export/chunk_buffer.h"
#include "graph/export/json_line.h"
#include "graph/export/private_nodes.h"
#include "graph/export/record_scan.h"

namespace stemma {
namespace {

template <class Assertion>
Status Write(Assertion assertion, ChunkBuffer& out) {
  assertion.at_given = true;
  return out.Add(WriteJsonLine(assertion) + "\n");
}

}  // namespace

Status ExportJsonLines(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  ChunkBuffer out(write);
  Status status;
  STEMMA_TRY(graph.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge* edge) {
    status = node != nullptr ? Write(node->assertion, out) : Write(edge->assertion, out);
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  STEMMA_ASSIGN(const auto hidden, PrivateNodes(graph));
  NotePrivate(hidden.size(), report);
  return out.Flush();
}

}  // namespace stemma
