// The header of a bulk CSV file, and a row by it as an assertion or as one line of native JSON.
//
// A row becomes a line of JSON and goes through that reader, so that both formats mean and refuse
// the same. Bulk files are nearly all ids, kinds and plain texts, where nothing can be refused:
// rows of these alone go straight to an assertion, ten times as fast, and a test holds that both
// ways give the same.
// Source: Neo4j admin-import, "CSV header format": `name:TYPE`, `:ID`, `:LABEL`, `:START_ID`,
// `:END_ID`, `:TYPE`, `:IGNORE`, arrays `TYPE[]` split at ";", id groups in parentheses (ignored,
// because ids are unique across kinds here). Beyond it, for what our own export writes
// (graph/export/csv_export.h): cells of a column whose name ends in ".json", and of `evidence`, are
// JSON; an array of texts that begins with "[" and is JSON is taken as that; an edge's
// `confidence.right` and `confidence.fired` are the counts of its confidence.
// Thread safety: pure once read.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/ingest/read_record.h"

namespace stemma {

class CsvHeader {
 public:
  // InvalidInput names the column and what was expected.
  static Result<CsvHeader> Read(std::span<const std::string_view> cells);

  // Whether these cells are a header and no row: they name all that either table must have.
  static bool IsHeader(std::span<const std::string_view> cells);

  size_t Columns() const { return columns_.size(); }

  // Fills the node or the edge of `record` from a row of ids, kind and plain texts. False: the row
  // has more, or less, and must go by JsonLineOf. `cells` as there.
  bool TakePlain(std::span<const std::string_view> cells, ReadRecord& record) const;

  // An empty cell gives nothing. `evidence.exact` and the like make one evidence. InvalidInput
  // names the column. `cells` has Columns() entries, each well-formed UTF-8.
  Result<std::string> JsonLineOf(std::span<const std::string_view> cells) const;

 private:
  enum class Role { kId, kLabel, kStart, kEnd, kType, kIgnored, kField };
  enum class Value { kText, kNumber, kFlag, kJson };
  struct Column {
    std::string header;  // as written, for messages
    Role role = Role::kField;
    std::string name;  // of a field
    Value value = Value::kText;
    bool is_array = false;
    bool is_named_json = false;  // by the ending of its name, which then has no other meaning
    bool is_plain = false;       // its cells can be taken by TakePlain
  };

  // A line of JSON in the making, without its closing brace.
  struct Parts {
    std::string line;
    std::string evidence;    // the one that columns make
    std::string counts;      // of a confidence
    std::string confidence;  // as a number
  };
  void Place(const Column& column, const std::string& value, Parts& parts) const;
  static Result<Column> ReadColumn(std::string_view cell);
  static Status TakeType(const std::string& type, Column& column);
  static Result<std::string> JsonOf(const Column& column, std::string_view cell);
  bool Has(Role role) const;
  bool IsPlain(const Column& column) const;
  bool TakePlainNode(std::span<const std::string_view> cells, NodeAssertion& node) const;
  bool TakePlainEdge(std::span<const std::string_view> cells, EdgeAssertion& edge) const;

  std::vector<Column> columns_;
  bool is_nodes_ = false;
};

// Whether `line` looks like such a header, for files whose name does not tell.
bool LooksLikeCsvHeader(std::string_view line);

}  // namespace stemma
