// The columns that a format has to name before the first row: names and types over all records.
//
// A first pass collects them, a second asks where each value goes. Names are few in any sane graph;
// a store may still have thousands of odd ones, so there is a bound, and what lies beyond it is
// counted as left out.
// Thread safety: one thread.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/export/attributes.h"
#include "graph/export/export_report.h"
#include "graph/model/graph_view.h"

namespace stemma {

class AttributeTable {
 public:
  static constexpr size_t kColumnsMax = 1000;
  struct Column {
    std::string name;
    AttributeType type = AttributeType::kText;
    size_t number = 0;  // its place in Columns()
  };

  // `own`: the names that a user's fields cannot have in this format. `fits`: whether it can hold a
  // field of this name; borrowed.
  AttributeTable(std::span<const std::string_view> own, bool (*fits)(std::string_view name))
      : own_(own), fits_(fits) {}

  // First pass: each record's attributes.
  void Note(std::span<const Attribute> attributes);

  // In the order first met.
  std::span<const Column> Columns() const { return columns_; }

  // Where a value goes. Null, and counted in `report`, when it has no place; `id` says whose it is.
  const Column* ColumnOf(const Attribute& attribute, std::string_view id,
                         ExportReport& report) const;

 private:
  std::span<const std::string_view> own_;
  bool (*fits_)(std::string_view name);
  std::vector<Column> columns_;
  std::map<std::string, size_t, std::less<>> numbers_;
};

// How a format lists the attributes of a record: ListAttributes, or a variant of it.
using ListNode = void (*)(const NodeState& node, std::vector<Attribute>& attributes);
using ListEdge = void (*)(const EdgeRecord& edge, std::vector<Attribute>& attributes);

// The first pass over all records.
Status NoteNodeColumns(const GraphView& graph, ListNode list, AttributeTable& table);
Status NoteEdgeColumns(const GraphView& graph, ListEdge list, AttributeTable& table);

}  // namespace stemma
