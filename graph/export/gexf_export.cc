#include "graph/export/gexf_export.h"

#include <string>
#include <vector>

#include "graph/base/utf8.h"
#include "graph/export/attribute_table.h"
#include "graph/export/record_scan.h"
#include "graph/export/xml_attributes.h"
#include "graph/export/xml_writer.h"

namespace stemma {
namespace {

constexpr size_t kLabelColumns = 60;

std::string LabelOf(const NodeState& node) {
  const std::string label = TruncateToWidth(node.Label(), kLabelColumns);
  return label.empty() || ForbiddenInXml(label) ? node.id : label;
}

class Gexf {
 public:
  Gexf(const GraphView& graph, const ChunkWriter& write, ExportReport& report)
      : graph_(graph), report_(report), xml_(write) {}

  Status Write() {
    STEMMA_TRY(NoteNodeColumns(graph_, ListAttributes, nodes_));
    STEMMA_TRY(NoteEdgeColumns(graph_, ListAttributes, edges_));
    xml_.Start("gexf");
    xml_.Attribute("xmlns", "http://gexf.net/1.3");
    xml_.Attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml_.Attribute("xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd");
    xml_.Attribute("version", "1.3");
    xml_.Start("graph");
    xml_.Attribute("defaultedgetype", "directed");
    xml_.Attribute("mode", "static");
    Columns("node", nodes_);
    Columns("edge", edges_);
    xml_.Start("nodes");
    STEMMA_TRY(
        ScanNodeRecords(graph_, &report_, [this](const NodeState& node) { return Node(node); }));
    xml_.End();
    xml_.Start("edges");
    STEMMA_TRY(
        ScanEdgeRecords(graph_, &report_, [this](const EdgeRecord& edge) { return Edge(edge); }));
    return xml_.Finish();
  }

 private:
  void Columns(const char* owner, const AttributeTable& table) {
    xml_.Start("attributes");
    xml_.Attribute("class", owner);
    for (const AttributeTable::Column& column : table.Columns()) {
      xml_.Start("attribute");
      xml_.Attribute("id", std::to_string(column.number));
      xml_.Attribute("title", column.name);
      xml_.Attribute("type", XmlType(column.type));
      xml_.End();
    }
    xml_.End();
  }

  void Values(const AttributeTable& table, const std::string& id) {
    xml_.Start("attvalues");
    for (const Attribute& attribute : attributes_) {
      const AttributeTable::Column* column = table.ColumnOf(attribute, id, report_);
      if (column != nullptr && IsHeldByXml(attribute, id, report_)) {
        xml_.Start("attvalue");
        xml_.Attribute("for", std::to_string(column->number));
        xml_.Attribute("value", attribute.value);
        xml_.End();
      }
    }
    xml_.End();
  }

  Status Node(const NodeState& node) {
    STEMMA_TRY(RequireInXml(node.id));
    ListAttributes(node, attributes_);
    xml_.Start("node");
    xml_.Attribute("id", node.id);
    xml_.Attribute("label", LabelOf(node));
    Values(nodes_, node.id);
    xml_.End();
    return xml_.Written();
  }

  Status Edge(const EdgeRecord& edge) {
    ListAttributes(edge, attributes_);
    xml_.Start("edge");
    xml_.Attribute("id", std::to_string(edge.number));
    xml_.Attribute("source", edge.said.from);
    xml_.Attribute("target", edge.said.to);
    xml_.Attribute("kind", std::string(Name(edge.said.kind)));
    Values(edges_, NameOf(edge.said));
    xml_.End();
    return xml_.Written();
  }

  const GraphView& graph_;
  ExportReport& report_;
  XmlWriter xml_;
  AttributeTable nodes_{kNodeAttributes, IsNameInXml};
  AttributeTable edges_{kEdgeAttributes, IsNameInXml};
  std::vector<Attribute> attributes_;  // of the record at hand
};

}  // namespace

Status ExportGexf(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  return Gexf(graph, write, report).Write();
}

}  // namespace stemma
