#include "graph/export/json_lines_export.h"

#include <string>

#include "graph/export/json_line.h"

namespace stemma {
namespace {

constexpr size_t kChunkBytes = size_t{256} << 10;

class Writer {
 public:
  Writer(const GraphView& graph, const std::optional<std::unordered_set<NodeId>>& part,
         const ChunkWriter& write)
      : graph_(graph), part_(part), write_(write) {}

  Status Visit(const ArrivedNode* node, const ArrivedEdge* edge) {
    if (node != nullptr) {
      STEMMA_ASSIGN(const bool in, InPart(node->assertion.id));
      return in ? Write(node->assertion) : Status();
    }
    STEMMA_ASSIGN(const bool from_in, InPart(edge->assertion.from));
    STEMMA_ASSIGN(const bool to_in, InPart(edge->assertion.to));
    return from_in && to_in ? Write(edge->assertion) : Status();
  }

  Status Flush() {
    STEMMA_TRY(write_(chunk_));
    chunk_.clear();
    return {};
  }

 private:
  Result<bool> InPart(const std::string& id) const {
    if (!part_) {
      return true;
    }
    STEMMA_ASSIGN(const auto node, graph_.Find(id));
    return node && part_->contains(*node);
  }

  template <class Assertion>
  Status Write(Assertion assertion) {
    assertion.at_given = true;
    chunk_ += WriteJsonLine(assertion);
    chunk_ += '\n';
    return chunk_.size() < kChunkBytes ? Status() : Flush();
  }

  const GraphView& graph_;
  const std::optional<std::unordered_set<NodeId>>& part_;
  const ChunkWriter& write_;
  std::string chunk_;
};

}  // namespace

Status ExportJsonLines(const GraphView& graph,
                       const std::optional<std::unordered_set<NodeId>>& part,
                       const ChunkWriter& write) {
  Writer writer(graph, part, write);
  Status status;
  STEMMA_TRY(graph.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge* edge) {
    status = writer.Visit(node, edge);
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  return writer.Flush();
}

}  // namespace stemma
