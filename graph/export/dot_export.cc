#include "graph/export/dot_export.h"

#include <algorithm>
#include <string>
#include <vector>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kLabelColumns = 40;

// A quoted string of DOT: quotation marks and backslashes escaped, line ends made spaces.
std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
    }
    const auto byte = static_cast<unsigned char>(c);
    quoted += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return quoted + "\"";
}

std::string_view ShapeOf(NodeKind kind) {
  switch (kind) {
    case NodeKind::kDocument:
      return "box3d";
    case NodeKind::kArticle:
      return "box";
    case NodeKind::kQuote:
    case NodeKind::kClaim:
      return "note";
    case NodeKind::kSpeaker:
    case NodeKind::kOutlet:
      return "ellipse";
  }
  return "box";
}

std::string_view StyleOf(AssertionStatus status) {
  switch (status) {
    case AssertionStatus::kInferred:
      return ", style=dashed";
    case AssertionStatus::kDisputed:
      return ", style=dotted";
    default:
      return "";
  }
}

std::string NodeLine(const NodeState& state, const NodeFacts& facts) {
  const std::string label = TruncateToWidth(state.Label(), kLabelColumns);
  std::string shown = state.id;
  std::string line = "  " + Quoted(state.id) + " [shape=" + std::string(ShapeOf(facts.kind));
  if (!label.empty() && label != state.id) {
    shown += ": " + label;
  }
  if (const auto date = state.Text("date")) {
    shown += " (" + std::string(*date) + ")";
  }
  line += ", label=" + Quoted(shown);
  return line + (facts.first_hand ? ", peripheries=2];\n" : "];\n");
}

std::string EdgeLine(const std::string& from, const std::string& to, const EdgeFacts& edge) {
  std::string label(Name(edge.kind));
  if (edge.judgement != Judgement::kNone) {
    label += ": " + std::string(Name(edge.judgement));
  }
  return "  " + Quoted(from) + " -> " + Quoted(to) + " [label=" + Quoted(label) +
         std::string(StyleOf(edge.status)) + "];\n";
}

Result<std::vector<NodeId>> NodesOf(const GraphView& graph) {
  std::vector<NodeId> nodes;
  STEMMA_TRY(graph.ScanNodes([&](NodeId node, const NodeFacts&) {
    nodes.push_back(node);
    return true;
  }));
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

}  // namespace

Status ExportDot(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  STEMMA_ASSIGN(const std::vector<NodeId> nodes, NodesOf(graph));
  STEMMA_TRY(write("digraph stemma {\n  rankdir=BT;\n  node [fontname=\"sans-serif\"];\n"));
  for (const NodeId node : nodes) {
    const std::vector<NodeId> one = {node};
    STEMMA_ASSIGN(const std::vector<NodeFacts> facts, graph.Facts(one));
    const bool is_work = IsWork(facts.front().kind);
    STEMMA_ASSIGN(const NodeState state, graph.Node(node, /*with_text=*/!is_work));
    STEMMA_TRY(write(NodeLine(state, facts.front())));
  }
  for (const NodeId node : nodes) {
    const std::vector<NodeId> one = {node};
    STEMMA_ASSIGN(const auto lists, graph.Edges(one, Direction::kOut));
    STEMMA_ASSIGN(const std::vector<std::string> from, graph.Ids(one));
    for (const EdgeFacts& edge : lists.front()) {
      if (edge.status == AssertionStatus::kWithdrawn) {
        report.LeaveOut("withdrawn edges");
        continue;
      }
      const std::vector<NodeId> other = {edge.other};
      STEMMA_ASSIGN(const std::vector<std::string> to, graph.Ids(other));
      STEMMA_TRY(write(EdgeLine(from.front(), to.front(), edge)));
    }
  }
  return write("}\n");
}

}  // namespace stemma
