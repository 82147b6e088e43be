#include "graph/export/json_lines_export.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "graph/export/chunk_buffer.h"
#include "graph/export/json_line.h"
#include "graph/export/record_scan.h"

namespace stemma {
namespace {

template <class Assertion>
Status Write(Assertion assertion, ChunkBuffer& out) {
  assertion.at_given = true;
  return out.Add(WriteJsonLine(assertion) + "\n");
}

// Which nodes are private, told from their lines alone: only those that say so either way are kept.
class PrivateNodes {
 public:
  void Note(const NodeAssertion& said) {
    const auto field = std::find_if(said.fields.begin(), said.fields.end(),
                                    [](const Field& one) { return one.name == "private"; });
    if (field == said.fields.end()) {
      return;
    }
    const bool is_private = !field->is_text && field->value == "true";
    const auto [known, is_new] = nodes_.emplace(said.id, Said{said.at, is_private});
    if (!is_new && known->second.at <= said.at) {
      known->second = {said.at, is_private};
    }
  }

  uint64_t Count() const {
    return static_cast<uint64_t>(std::count_if(
        nodes_.begin(), nodes_.end(), [](const auto& node) { return node.second.is_private; }));
  }

 private:
  struct Said {
    Instant at = 0;
    bool is_private = false;
  };
  std::unordered_map<std::string, Said> nodes_;
};

}  // namespace

Status ExportJsonLines(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  ChunkBuffer out(write);
  PrivateNodes private_nodes;
  Status status;
  STEMMA_TRY(graph.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge* edge) {
    if (node != nullptr) {
      private_nodes.Note(node->assertion);
    }
    status = node != nullptr ? Write(node->assertion, out) : Write(edge->assertion, out);
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  NotePrivate(private_nodes.Count(), report);
  return out.Flush();
}

}  // namespace stemma
