#include "graph/export/dot_export.h"

#include <string>

#include "graph/base/utf8.h"
#include "graph/export/chunk_buffer.h"
#include "graph/export/record_scan.h"

namespace stemma {
namespace {

constexpr size_t kLabelColumns = 40;

// A quoted string of DOT: quotation marks and backslashes escaped, so that no escape of a label
// ("\N", "\l") is meant by accident; control characters made spaces.
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

// Shape and a fill that stays apart from the others for every kind of colour sight, in print too:
// tints of Okabe and Ito's palette (2008).
struct NodeLook {
  std::string_view shape;
  std::string_view fill;
};

NodeLook LookOf(NodeKind kind) {
  switch (kind) {
    case NodeKind::kDocument:
      return {"box3d", "#f6d9b8"};
    case NodeKind::kArticle:
      return {"box", "#d6e8f5"};
    case NodeKind::kQuote:
      return {"note", "#ffffff"};
    case NodeKind::kClaim:
      return {"note", "#f7f2c4"};
    case NodeKind::kSpeaker:
      return {"ellipse", "#f1dbe6"};
    case NodeKind::kOutlet:
      return {"ellipse", "#cfe9e0"};
  }
  return {"box", "#ffffff"};
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

// What it is called and when it was published; its id where it has no name, and for who points at
// it.
std::string NodeLine(const NodeState& state) {
  const NodeFacts facts = FactsOf(state);
  const NodeLook look = LookOf(facts.kind);
  const std::string label = TruncateToWidth(state.Label(), kLabelColumns);
  std::string shown = Quoted(label.empty() ? std::string_view(state.id) : label);
  if (const auto date = state.Text("date")) {
    shown.pop_back();
    shown += "\\n" + Quoted(*date).substr(1);
  }
  return "  " + Quoted(state.id) + " [label=" + shown + ", tooltip=" + Quoted(state.id) +
         ", shape=" + std::string(look.shape) + ", fillcolor=\"" + std::string(look.fill) + "\"" +
         (facts.first_hand ? ", peripheries=2];\n" : "];\n");
}

std::string EdgeLine(const EdgeAssertion& said) {
  std::string label(Name(said.kind));
  if (said.judgement != Judgement::kNone) {
    label += ": " + std::string(Name(said.judgement));
  }
  return "  " + Quoted(said.from) + " -> " + Quoted(said.to) + " [label=" + Quoted(label) +
         std::string(StyleOf(said.status)) + "];\n";
}

}  // namespace

Status ExportDot(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  ChunkBuffer chunks(write);
  STEMMA_TRY(chunks.Add("digraph stemma {\n  rankdir=TB;\n"
                        "  node [fontname=\"sans-serif\", style=filled, color=\"#555555\"];\n"
                        "  edge [fontname=\"sans-serif\", fontsize=10, color=\"#555555\"];\n"));
  STEMMA_TRY(ScanNodeRecords(graph, nullptr,
                             [&](const NodeState& node) { return chunks.Add(NodeLine(node)); }));
  STEMMA_TRY(ScanEdgeRecords(graph, nullptr, [&](const EdgeRecord& edge) -> Status {
    if (edge.said.status == AssertionStatus::kWithdrawn) {
      report.LeaveOut("withdrawn edges");
      return {};
    }
    return chunks.Add(EdgeLine(edge.said));
  }));
  STEMMA_TRY(chunks.Add("}\n"));
  return chunks.Flush();
}

}  // namespace stemma
