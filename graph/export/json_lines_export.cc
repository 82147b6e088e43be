#include "graph/export/json_lines_export.h"

#include <string>

#include "graph/export/json_line.h"

namespace stemma {
namespace {

constexpr size_t kChunkBytes = size_t{256} << 10;

class Writer {
 public:
  explicit Writer(const ChunkWriter& write) : write_(write) {}

  template <class Assertion>
  Status Write(Assertion assertion) {
    assertion.at_given = true;
    chunk_ += WriteJsonLine(assertion);
    chunk_ += '\n';
    return chunk_.size() < kChunkBytes ? Status() : Flush();
  }

  Status Flush() {
    STEMMA_TRY(write_(chunk_));
    chunk_.clear();
    return {};
  }

 private:
  const ChunkWriter& write_;
  std::string chunk_;
};

}  // namespace

Status ExportJsonLines(const GraphView& graph, const ChunkWriter& write, ExportReport&) {
  Writer writer(write);
  Status status;
  STEMMA_TRY(graph.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge* edge) {
    status = node != nullptr ? writer.Write(node->assertion) : writer.Write(edge->assertion);
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  return writer.Flush();
}

}  // namespace stemma
