#include "graph/export/attribute_table.h"

namespace stemma {
namespace {

bool IsNumber(AttributeType type) {
  return type == AttributeType::kInteger || type == AttributeType::kNumber;
}
bool IsJson(AttributeType type) {
  return type == AttributeType::kTextList || type == AttributeType::kJson;
}

AttributeType Joined(AttributeType a, AttributeType b) {
  if (a == b) {
    return a;
  }
  if (IsNumber(a) && IsNumber(b)) {
    return AttributeType::kNumber;
  }
  return IsJson(a) && IsJson(b) ? AttributeType::kJson : AttributeType::kMixed;
}

}  // namespace

void AttributeTable::Note(std::span<const Attribute> attributes) {
  for (const Attribute& attribute : attributes) {
    if (const auto known = numbers_.find(attribute.name); known != numbers_.end()) {
      if (!IsTaken(attribute, own_)) {
        Column& column = columns_[known->second];
        column.type = Joined(column.type, attribute.type);
      }
    } else if (columns_.size() < kColumnsMax && !IsTaken(attribute, own_) &&
               fits_(attribute.name)) {
      numbers_.emplace(attribute.name, columns_.size());
      columns_.push_back({std::string(attribute.name), attribute.type, columns_.size()});
    }
  }
}

const AttributeTable::Column* AttributeTable::ColumnOf(const Attribute& attribute,
                                                       std::string_view id,
                                                       ExportReport& report) const {
  const auto known = numbers_.find(attribute.name);
  if (known != numbers_.end() && !IsTaken(attribute, own_)) {
    return &columns_[known->second];
  }
  if (IsTaken(attribute, own_)) {
    LeaveTaken(attribute, id, report);
  } else {
    report.LeaveOut(fits_(attribute.name) ? "values of fields beyond the first 1000 names"
                                          : "fields with a name that the format cannot hold",
                    PlaceOf(attribute.name, id));
  }
  return nullptr;
}

Status NoteNodeColumns(const GraphView& graph, ListNode list, AttributeTable& table) {
  std::vector<Attribute> attributes;
  return ScanNodeRecords(graph, nullptr, [&](const NodeState& node) -> Status {
    list(node, attributes);
    table.Note(attributes);
    return {};
  });
}

Status NoteEdgeColumns(const GraphView& graph, ListEdge list, AttributeTable& table) {
  std::vector<Attribute> attributes;
  return ScanEdgeRecords(graph, nullptr, [&](const EdgeRecord& edge) -> Status {
    list(edge, attributes);
    table.Note(attributes);
    return {};
  });
}

}  // namespace stemma
