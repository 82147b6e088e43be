#include "graph/export/record_scan.h"

#include <algorithm>
#include <vector>

#include "graph/export/private_nodes.h"

namespace stemma {
namespace {

// Nodes come with their texts. Edges come one by one, but the ids of a whole batch are kept, and
// the more ids are asked for at once, the more of them stand in one block of a store.
constexpr size_t kNodesAtOnce = 256;
constexpr size_t kEdgesAtOnce = size_t{1} << 16;

Result<EdgeRecord> RecordOf(const EdgeFacts& facts, std::vector<ArrivedEdge> all) {
  const auto deciding = std::find_if(
      all.begin(), all.end(), [&](const ArrivedEdge& one) { return one.arrival == facts.arrival; });
  if (deciding == all.end()) {
    return Fail(ErrorCode::kCorruption, "the store is damaged: an edge's assertion is missing");
  }
  EdgeRecord record;
  record.assertions = all.size();
  std::vector<Evidence> evidence;
  if (all.size() > 1) {
    for (const ArrivedEdge& one : all) {
      for (const Evidence& proof : one.assertion.evidence) {
        if (std::find(evidence.begin(), evidence.end(), proof) == evidence.end()) {
          evidence.push_back(proof);
        }
      }
    }
    deciding->assertion.evidence = std::move(evidence);
  }
  record.said = std::move(deciding->assertion);
  return record;
}

class EdgeBatches {
 public:
  EdgeBatches(const GraphView& graph, ExportReport* report, const EdgeRecordVisitor& visit)
      : graph_(graph), report_(report), visit_(visit) {}

  Status Add(NodeId from, const EdgeFacts& edge) {
    keys_.push_back({from, edge.kind, edge.other});
    facts_.push_back(edge);
    return keys_.size() < kEdgesAtOnce ? Status() : Visit();
  }

  Status Visit() {
    STEMMA_TRY(graph_.ReadEdgeAssertions(
        keys_, [this](size_t place, std::vector<ArrivedEdge> all) -> Status {
          STEMMA_ASSIGN(EdgeRecord record, RecordOf(facts_[place], std::move(all)));
          record.number = number_++;
          if (report_ != nullptr) {
            report_->LeaveOut("older assertions of edges, but for their evidence", {},
                              record.assertions - 1);
          }
          return visit_(record);
        }));
    keys_.clear();
    facts_.clear();
    return {};
  }

 private:
  const GraphView& graph_;
  ExportReport* report_;
  const EdgeRecordVisitor& visit_;
  std::vector<EdgeKey> keys_;
  std::vector<EdgeFacts> facts_;
  uint64_t number_ = 0;
};

}  // namespace

Status ScanNodeStates(const GraphView& graph, bool with_text, const NodeStateVisitor& visit) {
  std::vector<NodeId> batch;
  const auto visit_batch = [&]() -> Status {
    STEMMA_ASSIGN(const std::vector<NodeState> states,
                  graph.Nodes(batch, kDistantFuture, with_text));
    for (size_t i = 0; i < batch.size(); ++i) {
      STEMMA_TRY(visit(batch[i], states[i]));
    }
    batch.clear();
    return {};
  };
  Status status;
  STEMMA_TRY(graph.ScanNodes([&](NodeId node, const NodeFacts&) {
    batch.push_back(node);
    status = batch.size() < kNodesAtOnce ? Status() : visit_batch();
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  return visit_batch();
}

Status ScanNodeRecords(const GraphView& graph, ExportReport* report,
                       const NodeRecordVisitor& visit) {
  uint64_t count = 0;
  uint64_t private_count = 0;
  STEMMA_TRY(ScanNodeStates(graph, /*with_text=*/true, [&](NodeId, const NodeState& state) {
    ++count;
    private_count += IsPrivate(state) ? 1 : 0;
    return visit(state);
  }));
  if (report != nullptr) {
    report->LeaveOut("nodes' histories: when their fields were set, and by whom", {}, count);
    NotePrivate(private_count, *report);
  }
  return {};
}

Status ScanEdgeRecords(const GraphView& graph, ExportReport* report,
                       const EdgeRecordVisitor& visit) {
  EdgeBatches batches(graph, report, visit);
  Status status;
  STEMMA_TRY(graph.ScanEdges([&](NodeId from, const EdgeFacts& edge) {
    status = batches.Add(from, edge);
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  return batches.Visit();
}

void NotePrivate(uint64_t count, ExportReport& report) {
  if (count == 1) {
    report.Remark("1 node marked private is in it");
  } else if (count > 1) {
    report.Remark(std::to_string(count) + " nodes marked private are in it");
  }
}

}  // namespace stemma
