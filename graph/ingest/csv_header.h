// The header of a bulk CSV file, and a row by it as one line of native JSON.
//
// Rows become JSON Lines and go through that reader, so that both formats mean and refuse the same.
// Source: Neo4j admin-import, "CSV header format": `name:TYPE`, `:ID`, `:LABEL`, `:START_ID`,
// `:END_ID`, `:TYPE`, `:IGNORE`, arrays `TYPE[]` split at ";", id groups in parentheses (ignored,
// because ids are unique across kinds here).
// Thread safety: pure once read.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"

namespace stemma {

class CsvHeader {
 public:
  // InvalidInput names the column and what was expected.
  static Result<CsvHeader> Read(std::span<const std::string> cells);

  size_t Columns() const { return columns_.size(); }

  // An empty cell gives nothing. `evidence.exact` and the like make one evidence. InvalidInput
  // names the column. `cells` has Columns() entries, each well-formed UTF-8.
  Result<std::string> JsonLineOf(std::span<const std::string> cells) const;

 private:
  enum class Role { kId, kLabel, kStart, kEnd, kType, kIgnored, kField };
  enum class Value { kText, kNumber, kFlag };
  struct Column {
    std::string header;  // as written, for messages
    Role role = Role::kField;
    std::string name;  // of a field
    Value value = Value::kText;
    bool is_array = false;
  };

  static Result<Column> ReadColumn(const std::string& cell);
  static Status TakeType(const std::string& type, Column& column);
  static Result<std::string> JsonOf(const Column& column, const std::string& cell);
  bool Has(Role role) const;

  std::vector<Column> columns_;
};

// Whether `line` looks like such a header, for files whose name does not tell.
bool LooksLikeCsvHeader(std::string_view line);

}  // namespace stemma
