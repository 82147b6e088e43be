#include "graph/export/graphml_export.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "graph/base/escaped_bytes.h"
#include "graph/export/attribute_table.h"
#include "graph/export/record_scan.h"
#include "graph/export/xml_attributes.h"
#include "graph/export/xml_writer.h"

namespace stemma {
namespace {

constexpr std::array<std::string_view, 2> kOwnOfNodes = {"kind", "id"};

bool IsPlainInToken(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') ||
         byte == '.' || byte == '-';
}

// The id itself where it is a name token in ASCII; else ":" and the id with each other byte as "_"
// and two digits. No two ids give the same, because those that begin with ":" are rewritten too.
std::string TokenOf(const std::string& id) {
  const bool is_token =
      id.front() != ':' && std::all_of(id.begin(), id.end(), [](char c) {
        return IsPlainInToken(static_cast<unsigned char>(c)) || c == '_' || c == ':';
      });
  return is_token ? id : ":" + EscapeBytes(id, '_', IsPlainInToken);
}

void ListWithId(const NodeState& node, std::vector<Attribute>& attributes) {
  ListAttributes(node, attributes);
  if (TokenOf(node.id) != node.id) {
    attributes.insert(attributes.begin(), {"id", AttributeType::kText, node.id, true});
  }
}

class Graphml {
 public:
  Graphml(const GraphView& graph, const ChunkWriter& write, ExportReport& report)
      : graph_(graph), report_(report), xml_(write) {}

  Status Write() {
    STEMMA_TRY(NoteNodeColumns(graph_, ListWithId, nodes_));
    STEMMA_TRY(NoteEdgeColumns(graph_, ListAttributes, edges_));
    xml_.Start("graphml");
    xml_.Attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
    xml_.Attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml_.Attribute("xsi:schemaLocation",
                   "http://graphml.graphdrawing.org/xmlns "
                   "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
    Keys("node", nodes_);
    Keys("edge", edges_);
    xml_.Start("graph");
    xml_.Attribute("id", "stemma");
    xml_.Attribute("edgedefault", "directed");
    STEMMA_TRY(
        ScanNodeRecords(graph_, &report_, [this](const NodeState& node) { return Node(node); }));
    STEMMA_TRY(
        ScanEdgeRecords(graph_, &report_, [this](const EdgeRecord& edge) { return Edge(edge); }));
    return xml_.Finish();
  }

 private:
  static std::string KeyOf(const char* owner, const AttributeTable::Column& column) {
    return std::string(1, *owner) + std::to_string(column.number);
  }

  void Keys(const char* owner, const AttributeTable& table) {
    for (const AttributeTable::Column& column : table.Columns()) {
      xml_.Start("key");
      xml_.Attribute("id", KeyOf(owner, column));
      xml_.Attribute("for", owner);
      xml_.Attribute("attr.name", column.name);
      xml_.Attribute("attr.type", XmlType(column.type));
      xml_.End();
    }
  }

  void Data(const char* owner, const AttributeTable& table, const std::string& id) {
    for (const Attribute& attribute : attributes_) {
      const AttributeTable::Column* column = table.ColumnOf(attribute, id, report_);
      if (column != nullptr && IsHeldByXml(attribute, id, report_)) {
        xml_.Start("data");
        xml_.Attribute("key", KeyOf(owner, *column));
        xml_.Text(attribute.value);
        xml_.End();
      }
    }
  }

  Status Node(const NodeState& node) {
    STEMMA_TRY(RequireInXml(node.id));
    ListWithId(node, attributes_);
    xml_.Start("node");
    xml_.Attribute("id", TokenOf(node.id));
    Data("node", nodes_, node.id);
    xml_.End();
    return xml_.Written();
  }

  Status Edge(const EdgeRecord& edge) {
    ListAttributes(edge, attributes_);
    xml_.Start("edge");
    xml_.Attribute("id", "e" + std::to_string(edge.number));
    xml_.Attribute("source", TokenOf(edge.said.from));
    xml_.Attribute("target", TokenOf(edge.said.to));
    Data("edge", edges_, NameOf(edge.said));
    xml_.End();
    return xml_.Written();
  }

  const GraphView& graph_;
  ExportReport& report_;
  XmlWriter xml_;
  AttributeTable nodes_{kOwnOfNodes, IsNameInXml};
  AttributeTable edges_{kEdgeAttributes, IsNameInXml};
  std::vector<Attribute> attributes_;  // of the record at hand
};

}  // namespace

Status ExportGraphml(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  return Graphml(graph, write, report).Write();
}

}  // namespace stemma
