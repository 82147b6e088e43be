#include "graph/export/cytoscape_export.h"

#include <array>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "graph/export/attributes.h"
#include "graph/export/chunk_buffer.h"
#include "graph/export/record_scan.h"

namespace stemma {
namespace {

// `parent` would put a node inside another one.
constexpr std::array<std::string_view, 3> kOwnOfNodes = {"id", "kind", "parent"};
constexpr std::array<std::string_view, 3> kEnds = {"id", "source", "target"};

std::string Quoted(std::string_view text) {
  return nlohmann::json(text).dump();
}

class Cytoscape {
 public:
  Cytoscape(const GraphView& graph, const ChunkWriter& write, ExportReport& report)
      : graph_(graph), report_(report), out_(write) {}

  Status Write() {
    STEMMA_TRY(out_.Add("{\"elements\":{\"nodes\":["));
    STEMMA_TRY(
        ScanNodeRecords(graph_, &report_, [this](const NodeState& node) { return Node(node); }));
    is_first_ = true;
    STEMMA_TRY(out_.Add("\n],\"edges\":["));
    STEMMA_TRY(
        ScanEdgeRecords(graph_, &report_, [this](const EdgeRecord& edge) { return Edge(edge); }));
    STEMMA_TRY(out_.Add("\n]}}\n"));
    return out_.Flush();
  }

 private:
  Status Node(const NodeState& node) {
    ListAttributes(node, attributes_);
    std::string data = "\"id\":" + Quoted(node.id);
    for (const Attribute& attribute : attributes_) {
      if (IsTaken(attribute, kOwnOfNodes)) {
        LeaveTaken(attribute, node.id, report_);
      } else {
        Append(attribute, data);
      }
    }
    return Element(data);
  }

  Status Edge(const EdgeRecord& edge) {
    const EdgeAssertion& said = edge.said;
    ListAttributes(edge, attributes_);
    const std::string id = said.from + "\t" + std::string(Name(said.kind)) + "\t" + said.to;
    std::string data = "\"id\":" + Quoted(id) + ",\"source\":" + Quoted(said.from) +
                       ",\"target\":" + Quoted(said.to);
    for (const Attribute& attribute : attributes_) {
      if (IsTaken(attribute, kEdgeAttributes) || IsTaken(attribute, kEnds)) {
        LeaveTaken(attribute, NameOf(said), report_);
      } else {
        Append(attribute, data);
      }
    }
    return Element(data);
  }

  static void Append(const Attribute& attribute, std::string& data) {
    data += "," + Quoted(attribute.name) + ":";
    data += attribute.type == AttributeType::kText ? Quoted(attribute.value) : attribute.value;
  }

  Status Element(const std::string& data) {
    const std::string_view before = is_first_ ? "\n" : ",\n";
    is_first_ = false;
    return out_.Add(std::string(before) + "{\"data\":{" + data + "}}");
  }

  const GraphView& graph_;
  ExportReport& report_;
  ChunkBuffer out_;
  std::vector<Attribute> attributes_;  // of the record at hand
  bool is_first_ = true;               // of its list
};

}  // namespace

Status ExportCytoscape(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  return Cytoscape(graph, write, report).Write();
}

}  // namespace stemma
