#include "cli/node_report.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/json_output.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

Status AddEdges(const GraphView& graph, NodeId node, Direction direction, uint64_t edges_max,
                std::vector<ReportedEdge>& edges, uint64_t& total) {
  const std::vector<NodeId> asked = {node};
  STEMMA_ASSIGN(const auto lists, graph.Edges(asked, direction));
  total = lists.front().size();
  for (size_t i = 0; i < lists.front().size() && i < edges_max; ++i) {
    ReportedEdge edge;
    edge.facts = lists.front()[i];
    edge.direction = direction;
    const EdgeKey key = direction == Direction::kOut
                            ? EdgeKey{node, edge.facts.kind, edge.facts.other}
                            : EdgeKey{edge.facts.other, edge.facts.kind, node};
    STEMMA_ASSIGN(std::vector<ArrivedEdge> said, graph.EdgeAssertions(key));
    for (size_t n = 0; n < said.size(); ++n) {
      if (said[n].arrival == edge.facts.arrival) {
        edge.deciding = n;
      }
      edge.said.push_back(std::move(said[n].assertion));
    }
    edges.push_back(std::move(edge));
  }
  return {};
}

}  // namespace

Result<NodeReport> ReportOf(const GraphView& graph, NodeId node, uint64_t edges_max) {
  NodeReport report;
  STEMMA_ASSIGN(report.state, graph.Node(node, /*with_text=*/true));
  STEMMA_TRY(AddEdges(graph, node, Direction::kOut, edges_max, report.out, report.out_total));
  STEMMA_TRY(AddEdges(graph, node, Direction::kIn, edges_max, report.in, report.in_total));
  STEMMA_ASSIGN(std::vector<ArrivedNode> said, graph.NodeAssertions(node));
  for (ArrivedNode& one : said) {
    report.history.push_back(std::move(one.assertion));
  }
  return report;
}

std::string ShownValue(const Field& field) {
  const nlohmann::ordered_json list = field.is_text ? nlohmann::ordered_json() : JsonOf(field);
  if (!list.is_array() || list.empty()) {
    return Printable(field.value);
  }
  std::string shown;
  for (const auto& one : list) {
    shown += shown.empty() ? "" : "; ";
    shown += one.is_string() ? one.get<std::string>() : one.dump();
  }
  return Printable(shown);
}

}  // namespace stemma
