#include "graph/export/csv_export.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "graph/export/attribute_table.h"
#include "graph/export/chunk_buffer.h"
#include "graph/export/csv_cell.h"
#include "graph/export/record_scan.h"

namespace stemma {
namespace {

constexpr std::string_view kJsonEnding = ".json";
constexpr std::string_view kRight = "confidence.right";
constexpr std::string_view kFired = "confidence.fired";
// The attributes that stand elsewhere in a row: a field of this name has its place all the same.
constexpr std::span<const std::string_view> kNoneOwn;

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool FitsCsv(std::string_view) {
  return true;
}

void ListForCsv(const NodeState& node, std::vector<Attribute>& attributes) {
  ListAttributes(node, attributes);
  attributes.erase(attributes.begin());  // the kind, which is the label
}

// Names of fields cannot collide with an edge's own: a line's reader takes those first. `right` and
// `fired` are no fields of a line, so they stand under a longer name.
void ListForCsv(const EdgeRecord& edge, std::vector<Attribute>& attributes) {
  ListAttributes(edge, attributes);
  attributes.erase(attributes.begin());
  for (Attribute& attribute : attributes) {
    if (attribute.is_own && attribute.name == "right") {
      attribute.name = kRight;
    } else if (attribute.is_own && attribute.name == "fired") {
      attribute.name = kFired;
    }
  }
}

// A list of texts with ";" between them, or JSON where that would not come back as it is.
std::string ArrayCell(const std::string& json) {
  const auto list = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  std::string cell;
  for (size_t i = 0; i < list.size(); ++i) {
    const auto& text = list[i].get_ref<const std::string&>();
    if (text.find(';') != std::string::npos) {
      return json;
    }
    cell += (i == 0 ? "" : ";") + text;
  }
  return cell.empty() || cell.front() == '[' ? json : cell;
}

// How a column of this name and type stands in the file, so that the reader takes it for the same.
class CsvColumn {
 public:
  CsvColumn(const AttributeTable::Column& column, bool is_nodes)
      : type_(column.type), is_json_(NeedsJson(column, is_nodes)) {
    header_ = column.name + std::string(is_json_ ? kJsonEnding : "");
    const std::string_view type = TypeName();
    if (!type.empty()) {
      header_ += ":" + std::string(type);
    } else if (header_.find(':') != std::string::npos) {
      header_ += ":string";
    }
  }

  const std::string& Header() const { return header_; }

  std::string Cell(const Attribute& attribute) const {
    if (is_json_) {
      return attribute.type == AttributeType::kText ? nlohmann::json(attribute.value).dump()
                                                    : attribute.value;
    }
    return type_ == AttributeType::kTextList ? ArrayCell(attribute.value) : attribute.value;
  }

 private:
  // Names that the reader gives a type, whatever the header says.
  static bool NeedsJson(const AttributeTable::Column& column, bool is_nodes) {
    constexpr std::array<std::string_view, 4> kOfEdges = {"inherited", "claims", "confidence",
                                                          "evidence"};
    const std::string& name = column.name;
    if (!is_nodes && (IsOneOf(name, kOfEdges) || name == kRight || name == kFired)) {
      return false;
    }
    const bool is_flag = name == "first_hand" || name == "unnamed";
    if (is_nodes && (is_flag || name == "aliases")) {
      return column.type != (is_flag ? AttributeType::kBoolean : AttributeType::kTextList);
    }
    return column.type == AttributeType::kJson || column.type == AttributeType::kMixed ||
           name.ends_with(kJsonEnding) || name.empty() || is_flag || name == "aliases" ||
           IsOneOf(name, kOfEdges) || name.starts_with("evidence.") ||
           name.starts_with("confidence.");
  }

  std::string_view TypeName() const {
    if (is_json_) {
      return "";
    }
    switch (type_) {
      case AttributeType::kBoolean:
        return "boolean";
      case AttributeType::kInteger:
        return "long";
      case AttributeType::kNumber:
        return "double";
      case AttributeType::kTextList:
        return "string[]";
      default:
        return "";
    }
  }

  AttributeType type_;
  bool is_json_;
  std::string header_;
};

// The rows of one table: what stands first, the columns, what stands last.
class CsvTable {
 public:
  CsvTable(const AttributeTable& table, bool is_nodes, const ChunkWriter& write,
           ExportReport& report)
      : table_(table), report_(report), out_(write) {
    for (const AttributeTable::Column& column : table.Columns()) {
      columns_.emplace_back(column, is_nodes);
    }
  }

  Status Header(std::string_view first, std::string_view last) {
    std::string row(first);
    for (const CsvColumn& column : columns_) {
      row += "," + CsvCell(column.Header());
    }
    return out_.Add(row + std::string(last) + "\n");
  }

  // `id` is whose row it is, for the report.
  Status Row(const std::string& first, std::span<const Attribute> attributes, std::string_view last,
             const std::string& id) {
    cells_.assign(columns_.size(), std::string());
    for (const Attribute& attribute : attributes) {
      const AttributeTable::Column* column = table_.ColumnOf(attribute, id, report_);
      if (column == nullptr) {
        continue;
      }
      cells_[column->number] = CsvCell(columns_[column->number].Cell(attribute));
      if (cells_[column->number].empty()) {
        report_.LeaveOut("texts that are empty", PlaceOf(attribute.name, id));
      }
    }
    std::string row = first;
    for (const std::string& cell : cells_) {
      row += ',';
      row += cell;
    }
    row += last;
    row += '\n';
    return out_.Add(row);
  }

  Status Finish() { return out_.Flush(); }

 private:
  const AttributeTable& table_;
  ExportReport& report_;
  ChunkBuffer out_;
  std::vector<CsvColumn> columns_;
  std::vector<std::string> cells_;
};

}  // namespace

Status ExportCsvNodes(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  AttributeTable columns(kNoneOwn, FitsCsv);
  STEMMA_TRY(NoteNodeColumns(graph, ListForCsv, columns));
  CsvTable table(columns, /*is_nodes=*/true, write, report);
  STEMMA_TRY(table.Header("id:ID", ",:LABEL"));
  std::vector<Attribute> attributes;
  STEMMA_TRY(ScanNodeRecords(graph, &report, [&](const NodeState& node) {
    ListForCsv(node, attributes);
    return table.Row(CsvCell(node.id), attributes, "," + std::string(Name(node.kind)), node.id);
  }));
  return table.Finish();
}

Status ExportCsvEdges(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  constexpr std::array<std::string_view, 2> kOwn = {kRight, kFired};
  AttributeTable columns(kOwn, FitsCsv);
  STEMMA_TRY(NoteEdgeColumns(graph, ListForCsv, columns));
  CsvTable table(columns, /*is_nodes=*/false, write, report);
  STEMMA_TRY(table.Header(":START_ID,:END_ID,:TYPE", ""));
  std::vector<Attribute> attributes;
  STEMMA_TRY(ScanEdgeRecords(graph, &report, [&](const EdgeRecord& edge) {
    ListForCsv(edge, attributes);
    const EdgeAssertion& said = edge.said;
    return table.Row(
        CsvCell(said.from) + "," + CsvCell(said.to) + "," + std::string(Name(said.kind)),
        attributes, "", NameOf(said));
  }));
  return table.Finish();
}

Status ExportCsv(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  STEMMA_TRY(ExportCsvNodes(graph, write, report));
  STEMMA_TRY(write("\n"));
  return ExportCsvEdges(graph, write, report);
}

}  // namespace stemma
