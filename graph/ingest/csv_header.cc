#include "graph/ingest/csv_header.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "graph/model/kinds.h"

namespace stemma {
namespace {

constexpr std::string_view kEvidence = "evidence.";
constexpr std::string_view kConfidence = "confidence.";
constexpr std::string_view kJsonEnding = ".json";

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char byte) {
    return static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
  });
  return lower;
}

std::string Quoted(std::string_view text) {
  return nlohmann::json(text).dump();
}

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string_view> SplitAtSemicolons(std::string_view cell) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= cell.size();) {
    const size_t end = std::min(cell.find(';', begin), cell.size());
    parts.push_back(cell.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

Result<std::string> NumberOf(const std::string& header, std::string_view cell) {
  const auto number = nlohmann::json::parse(cell, nullptr, /*allow_exceptions=*/false);
  if (!number.is_number()) {
    return InvalidInput(header + ": expected a number, found " + Quoted(cell));
  }
  return std::string(cell);
}

Result<std::string> JsonCell(const std::string& header, std::string_view cell) {
  if (!nlohmann::json::accept(cell)) {
    return InvalidInput(header + ": expected JSON, found " + Quoted(cell));
  }
  return std::string(cell);
}

Result<std::string> FlagOf(const std::string& header, std::string_view cell) {
  const std::string flag = Lower(cell);
  if (flag != "true" && flag != "false") {
    return InvalidInput(header + ": expected true or false, found " + Quoted(cell));
  }
  return flag;
}

// Neo4j lets a node have several labels; the first that is a kind of ours counts.
Result<std::string> KindOf(const std::string& header, std::string_view cell) {
  for (const std::string_view label : SplitAtSemicolons(cell)) {
    if (const auto kind = ParseNodeKind(label)) {
      return std::string(Name(*kind));
    }
  }
  return InvalidInput(header +
                      ": expected article, document, quote, claim, speaker or outlet, "
                      "found " +
                      Quoted(cell));
}

void Append(std::string& object, std::string_view name, std::string_view json) {
  object += object.empty() ? "{" : ",";
  object += Quoted(name);
  object += ':';
  object += json;
}

}  // namespace

bool CsvHeader::IsHeader(std::span<const std::string_view> cells) {
  const auto has = [&](std::string_view role) {
    return std::any_of(cells.begin(), cells.end(), [&](std::string_view cell) {
      return cell.substr(0, cell.find('(')).ends_with(role);
    });
  };
  return (has(":ID") && has(":LABEL")) || (has(":START_ID") && has(":END_ID") && has(":TYPE"));
}

bool CsvHeader::Has(Role role) const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [&](const Column& column) { return column.role == role; });
}

Status CsvHeader::TakeType(const std::string& written, Column& column) {
  std::string type = Lower(written);
  if (type.ends_with("[]")) {
    column.is_array = true;
    type.resize(type.size() - 2);
  }
  if (IsOneOf(type, {"int", "long", "float", "double", "byte", "short"})) {
    column.value = Value::kNumber;
  } else if (type == "boolean") {
    column.value = Value::kFlag;
  } else if (!IsOneOf(type, {"string", "char", "point", "date", "localtime", "time",
                             "localdatetime", "datetime", "duration"})) {
    return InvalidInput(column.header +
                        ": unknown type in the header, expected ID, LABEL, "
                        "START_ID, END_ID, TYPE, IGNORE, string, int, long, float, double or "
                        "boolean, an array of them with []");
  }
  return {};
}

Result<CsvHeader::Column> CsvHeader::ReadColumn(std::string_view cell) {
  Column column;
  column.header = cell;
  const size_t colon = cell.rfind(':');
  column.name = cell.substr(0, colon);
  std::string type(colon == std::string_view::npos ? "" : cell.substr(colon + 1));
  type = type.substr(0, type.find('('));
  const std::map<std::string, Role> roles = {
      {"ID", Role::kId},      {"LABEL", Role::kLabel}, {"START_ID", Role::kStart},
      {"END_ID", Role::kEnd}, {"TYPE", Role::kType},   {"IGNORE", Role::kIgnored}};
  if (const auto role = roles.find(type); role != roles.end()) {
    column.role = role->second;
    return column;
  }
  if (column.name.empty()) {
    return InvalidInput("header: expected a name in each column, found " + Quoted(cell));
  }
  if (column.name.ends_with(kJsonEnding)) {
    column.name.resize(column.name.size() - kJsonEnding.size());
    column.value = Value::kJson;
    column.is_named_json = true;
    return column;
  }
  // These have a type by their meaning, whether the header says so or not.
  if (IsOneOf(column.name, {"first_hand", "unnamed", "inherited"})) {
    column.value = Value::kFlag;
  } else if (IsOneOf(column.name, {"aliases", "claims"})) {
    column.is_array = true;
  } else if (IsOneOf(column.name, {"confidence", "evidence.start", "evidence.end"})) {
    column.value = Value::kNumber;
  } else if (column.name == "evidence") {
    column.value = Value::kJson;
  } else if (!type.empty()) {
    STEMMA_TRY(TakeType(type, column));
  }
  return column;
}

Result<CsvHeader> CsvHeader::Read(std::span<const std::string_view> cells) {
  CsvHeader header;
  std::set<std::string> names;
  for (const std::string_view cell : cells) {
    STEMMA_ASSIGN(Column column, ReadColumn(cell));
    const bool may_repeat = column.role == Role::kIgnored || column.role == Role::kLabel;
    const std::string key =
        column.role == Role::kField ? column.name : std::to_string(static_cast<int>(column.role));
    if (!may_repeat && !names.insert(key).second) {
      return InvalidInput("header: " + Quoted(cell) + " is given twice");
    }
    header.columns_.push_back(std::move(column));
  }
  const bool is_nodes = header.Has(Role::kId);
  const bool is_edges = header.Has(Role::kStart) || header.Has(Role::kEnd);
  if (is_nodes == is_edges || (is_nodes && !header.Has(Role::kLabel)) ||
      (is_edges &&
       !(header.Has(Role::kStart) && header.Has(Role::kEnd) && header.Has(Role::kType)))) {
    return InvalidInput(
        "header: expected :ID and :LABEL for nodes, or :START_ID, :END_ID and "
        ":TYPE for edges");
  }
  header.is_nodes_ = is_nodes;
  for (Column& column : header.columns_) {
    column.is_plain = header.IsPlain(column);
  }
  return header;
}

// Whether what a cell of the column says can neither be refused nor stand anywhere but in the id,
// the kind or the fields of a line. Of an edge's own fields none can: many of them have a meaning.
bool CsvHeader::IsPlain(const Column& column) const {
  switch (column.role) {
    case Role::kIgnored:
      return true;
    case Role::kId:
    case Role::kLabel:
      return is_nodes_;
    case Role::kStart:
    case Role::kEnd:
    case Role::kType:
      return !is_nodes_;
    case Role::kField:
      break;
  }
  return is_nodes_ && column.value == Value::kText && !column.is_array &&
         !column.name.starts_with(kEvidence) &&
         !IsOneOf(column.name, {"node", "edge", "id", "at", "by"});
}

bool CsvHeader::TakePlain(std::span<const std::string_view> cells, ReadRecord& record) const {
  for (size_t i = 0; i < columns_.size(); ++i) {
    if (!columns_[i].is_plain && !cells[i].empty()) {
      return false;
    }
  }
  record.is_node = is_nodes_;
  return is_nodes_ ? TakePlainNode(cells, record.node) : TakePlainEdge(cells, record.edge);
}

bool CsvHeader::TakePlainNode(std::span<const std::string_view> cells, NodeAssertion& node) const {
  Clear(node);
  FieldRefill fields(node.fields);
  bool has_kind = false;
  for (size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    if (column.role == Role::kIgnored || cells[i].empty()) {
      continue;
    }
    if (column.role == Role::kId) {
      node.id.assign(cells[i]);
    } else if (column.role == Role::kLabel) {
      const auto kind = ParseNodeKind(cells[i]);
      if (!kind || has_kind) {
        return false;
      }
      node.kind = *kind;
      has_kind = true;
    } else {
      fields.Add(column.name, true, cells[i]);
    }
  }
  fields.Finish();
  return has_kind && !node.id.empty();
}

bool CsvHeader::TakePlainEdge(std::span<const std::string_view> cells, EdgeAssertion& edge) const {
  Clear(edge);
  std::optional<EdgeKind> kind;
  for (size_t i = 0; i < columns_.size(); ++i) {
    switch (columns_[i].role) {
      case Role::kStart:
        edge.from.assign(cells[i]);
        break;
      case Role::kEnd:
        edge.to.assign(cells[i]);
        break;
      case Role::kType:
        kind = ParseEdgeKind(cells[i]);
        break;
      default:
        break;
    }
  }
  // same_as has a judgement as well, which is the other reader's to give.
  if (!kind || kind == EdgeKind::kSameAs || edge.from.empty() || edge.to.empty()) {
    return false;
  }
  edge.kind = *kind;
  return true;
}

Result<std::string> CsvHeader::JsonOf(const Column& column, std::string_view cell) {
  const auto one = [&](std::string_view text) -> Result<std::string> {
    switch (column.value) {
      case Value::kNumber:
        return NumberOf(column.header, text);
      case Value::kFlag:
        return FlagOf(column.header, text);
      case Value::kJson:
        return JsonCell(column.header, text);
      case Value::kText:
        break;
    }
    return Quoted(text);
  };
  if (!column.is_array) {
    return one(cell);
  }
  if (column.value == Value::kText && cell.starts_with('[') && nlohmann::json::accept(cell)) {
    return std::string(cell);
  }
  std::string list = "[";
  for (const std::string_view part : SplitAtSemicolons(cell)) {
    STEMMA_ASSIGN(const std::string value, one(part));
    list += (list.size() > 1 ? "," : "") + value;
  }
  return list + "]";
}

// Where a field's value goes: into the line, or into a part of it that several columns make up.
void CsvHeader::Place(const Column& column, const std::string& value, Parts& parts) const {
  const std::string_view name = column.name;
  if (column.is_named_json) {
    Append(parts.line, name, value);
  } else if (name.starts_with(kEvidence)) {
    Append(parts.evidence, name.substr(kEvidence.size()), value);
  } else if (!is_nodes_ && name.starts_with(kConfidence)) {
    Append(parts.counts, name.substr(kConfidence.size()), value);
  } else if (!is_nodes_ && name == "confidence") {
    parts.confidence = value;
  } else {
    Append(parts.line, name, value);
  }
}

Result<std::string> CsvHeader::JsonLineOf(std::span<const std::string_view> cells) const {
  Parts parts;
  for (size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    const std::string_view cell = cells[i];
    if (column.role == Role::kIgnored || cell.empty()) {
      continue;
    }
    if (column.role == Role::kLabel) {
      STEMMA_ASSIGN(const std::string kind, KindOf(column.header, cell));
      Append(parts.line, "node", Quoted(kind));
    } else if (column.role != Role::kField) {
      Append(parts.line,
             column.role == Role::kId      ? "id"
             : column.role == Role::kStart ? "from"
             : column.role == Role::kEnd   ? "to"
                                           : "edge",
             Quoted(cell));
    } else {
      STEMMA_ASSIGN(const std::string value, JsonOf(column, cell));
      Place(column, value, parts);
    }
  }
  if (!parts.evidence.empty()) {
    Append(parts.line, "evidence", "[" + parts.evidence + "}]");
  }
  // The counts say more than the number that they come to.
  if (!parts.counts.empty()) {
    Append(parts.line, "confidence", parts.counts + "}");
  } else if (!parts.confidence.empty()) {
    Append(parts.line, "confidence", parts.confidence);
  }
  return (parts.line.empty() ? "{" : parts.line) + "}";
}

bool LooksLikeCsvHeader(std::string_view line) {
  return line.find(":ID") != std::string_view::npos ||
         line.find(":START_ID") != std::string_view::npos;
}

}  // namespace stemma
