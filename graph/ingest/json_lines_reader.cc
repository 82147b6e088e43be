#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include <simdjson.h>

#include "graph/ingest/json_lines.h"
#include "graph/ingest/json_value.h"
#include "graph/ingest/line_reader.h"

namespace stemma {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

Status TakeText(std::string_view field, const element& value, std::string& place) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    return Expected(field, "a text", value);
  }
  place.assign(text);
  return {};
}

Result<uint64_t> CountOf(std::string_view field, const element& value) {
  uint64_t number = 0;
  if (value.get(number) != simdjson::SUCCESS) {
    return Expected(field, "a whole number from 0", value);
  }
  return number;
}

Result<bool> FlagOf(std::string_view field, const element& value) {
  bool flag = false;
  if (value.get(flag) != simdjson::SUCCESS) {
    return Expected(field, "true or false", value);
  }
  return flag;
}

Result<Instant> InstantOf(std::string_view field, const element& value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    return Expected(field, "a text", value);
  }
  auto instant = ParseInstant(text);
  if (!instant.has_value()) {
    return InvalidInput(std::string(field) + ": " + instant.error().message);
  }
  return *instant;
}

template <class T>
Result<T> OneOf(std::string_view field, const element& value,
                std::optional<T> (*parse)(std::string_view), std::string_view words) {
  std::string_view word;
  if (value.get(word) != simdjson::SUCCESS) {
    return Expected(field, "a text", value);
  }
  const auto parsed = parse(word);
  if (!parsed) {
    return Expected(field, words, value);
  }
  return *parsed;
}

Result<Confidence> ConfidenceOf(const element& value) {
  constexpr std::string_view kWords = "a number from 0 to 1, or {\"right\",\"fired\"}";
  Confidence confidence;
  object counts;
  if (value.get(counts) != simdjson::SUCCESS) {
    if (value.get(confidence.number) != simdjson::SUCCESS) {
      return Expected("confidence", kWords, value);
    }
    return confidence;
  }
  confidence.counted = true;
  element right;
  element fired;
  if (counts.size() != 2 || counts["right"].get(right) != simdjson::SUCCESS ||
      counts["fired"].get(fired) != simdjson::SUCCESS) {
    return Expected("confidence", kWords, value);
  }
  STEMMA_ASSIGN(confidence.right, CountOf("confidence.right", right));
  STEMMA_ASSIGN(confidence.fired, CountOf("confidence.fired", fired));
  return confidence;
}

struct NamedValue {
  std::string_view name;
  element value;
};

constexpr size_t kFewFields = 24;

// Before what is in it is copied: 64 MiB of "{}," would take gigabytes. What has a place of its own
// does not count; the sink counts exactly.
template <class Value>
Status CheckCount(std::string_view field, const Value& list) {
  if (list.size() > kListEntriesMax + kFewFields) {
    return InvalidInput(std::string(field) + ": expected at most " +
                        std::to_string(kListEntriesMax) + ", found more");
  }
  return {};
}

// RFC 8259 leaves double names open; silently keeping one of them would lose the other.
Status CheckNamesDiffer(const std::vector<NamedValue>& fields) {
  // Few names are compared faster than put in order; a line of very many must not cost its square.
  std::set<std::string_view> names;
  for (size_t i = 0; i < fields.size(); ++i) {
    const std::string_view name = fields[i].name;
    const auto is_same = [&](const NamedValue& other) { return other.name == name; };
    const auto end = fields.begin() + static_cast<std::ptrdiff_t>(i);
    const bool is_known = fields.size() <= kFewFields ? std::any_of(fields.begin(), end, is_same)
                                                      : !names.insert(name).second;
    if (is_known) {
      return InvalidInput(std::string(name) + ": given twice");
    }
  }
  return {};
}

Status ListFields(const object& line, std::vector<NamedValue>& fields) {
  STEMMA_TRY(CheckCount("fields", line));
  fields.clear();
  for (const auto& [name, value] : line) {
    fields.push_back({name, value});
  }
  return CheckNamesDiffer(fields);
}

Status TakeEvidence(const element& value, Evidence& evidence) {
  object selectors;
  if (value.get(selectors) != simdjson::SUCCESS) {
    return Expected("evidence", "a list of objects", value);
  }
  std::vector<NamedValue> fields;
  STEMMA_TRY(ListFields(selectors, fields));
  FieldRefill extra(evidence.extra);
  for (const auto& [name, part] : fields) {
    if (name == "in") {
      STEMMA_TRY(TakeText("evidence.in", part, evidence.in));
    } else if (name == "start") {
      STEMMA_ASSIGN(evidence.start, CountOf("evidence.start", part));
    } else if (name == "end") {
      STEMMA_ASSIGN(evidence.end, CountOf("evidence.end", part));
    } else if (name == "exact") {
      STEMMA_TRY(TakeText("evidence.exact", part, evidence.exact.emplace()));
    } else if (name == "prefix") {
      STEMMA_TRY(TakeText("evidence.prefix", part, evidence.prefix.emplace()));
    } else if (name == "suffix") {
      STEMMA_TRY(TakeText("evidence.suffix", part, evidence.suffix.emplace()));
    } else {
      AddTo(extra, name, part);
    }
  }
  return {};
}

template <class T>
Status TakeList(std::string_view field, std::string_view what, const element& value,
                Status (*take)(const element&, T&), std::vector<T>& all) {
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) {
    return Expected(field, what, value);
  }
  STEMMA_TRY(CheckCount(field, list));
  for (const element one : list) {
    STEMMA_TRY(take(one, all.emplace_back()));
  }
  return {};
}

Status TakeClaim(const element& value, std::string& claim) {
  return TakeText("claims", value, claim);
}

Status TakeNode(const std::vector<NamedValue>& line, NodeAssertion& node) {
  Clear(node);
  FieldRefill fields(node.fields);
  for (const auto& [name, value] : line) {
    if (name == "node") {
      STEMMA_ASSIGN(node.kind, OneOf("node", value, ParseNodeKind,
                                     "article, document, quote, claim, speaker or outlet"));
    } else if (name == "id") {
      STEMMA_TRY(TakeText("id", value, node.id));
    } else if (name == "at") {
      STEMMA_ASSIGN(node.at, InstantOf("at", value));
      node.at_given = true;
    } else if (name == "by") {
      STEMMA_TRY(TakeText("by", value, node.by.emplace()));
    } else {
      AddTo(fields, name, value);
    }
  }
  fields.Finish();
  return {};
}

constexpr std::string_view kEdgeWords =
    "derived_from, cites, quotes, states, quoted_from, spoken_by, published_by, written_by, "
    "obtained_by, part_of, mentions, denies, supports, corrects or same_as";

// The fields of an edge that have a place of their own; false for any other.
Result<bool> TakeEdgeText(std::string_view name, const element& value, EdgeAssertion& edge) {
  const std::array<std::pair<std::string_view, std::optional<std::string>*>, 5> places = {{
      {"how", &edge.how},
      {"as_printed", &edge.as_printed},
      {"method", &edge.method},
      {"by", &edge.by},
      {"because", &edge.because},
  }};
  for (const auto& [field, place] : places) {
    if (name == field) {
      STEMMA_TRY(TakeText(name, value, place->emplace()));
      return true;
    }
  }
  return false;
}

// `extra` is for those without.
Status TakeEdgeField(std::string_view name, const element& value, EdgeAssertion& edge,
                     FieldRefill& extra) {
  if (name == "edge") {
    STEMMA_ASSIGN(edge.kind, OneOf("edge", value, ParseEdgeKind, kEdgeWords));
  } else if (name == "from") {
    STEMMA_TRY(TakeText("from", value, edge.from));
  } else if (name == "to") {
    STEMMA_TRY(TakeText("to", value, edge.to));
  } else if (name == "status") {
    STEMMA_ASSIGN(edge.status, OneOf("status", value, ParseAssertionStatus,
                                     "asserted, extracted, inferred, disputed or withdrawn"));
  } else if (name == "judgement") {
    STEMMA_ASSIGN(edge.judgement,
                  OneOf("judgement", value, ParseJudgement, "same, different or unsure"));
  } else if (name == "inherited") {
    STEMMA_ASSIGN(edge.inherited, FlagOf("inherited", value));
  } else if (name == "claims") {
    STEMMA_TRY(TakeList("claims", "a list of ids", value, TakeClaim, edge.claims));
  } else if (name == "evidence") {
    STEMMA_TRY(TakeList("evidence", "a list of objects", value, TakeEvidence, edge.evidence));
  } else if (name == "confidence") {
    STEMMA_ASSIGN(edge.confidence, ConfidenceOf(value));
  } else if (name == "at") {
    STEMMA_ASSIGN(edge.at, InstantOf("at", value));
    edge.at_given = true;
  } else {
    STEMMA_ASSIGN(const bool is_taken, TakeEdgeText(name, value, edge));
    if (!is_taken) {
      AddTo(extra, name, value);
    }
  }
  return {};
}

Status TakeEdge(const std::vector<NamedValue>& line, EdgeAssertion& edge) {
  Clear(edge);
  FieldRefill extra(edge.extra);
  for (const auto& [name, value] : line) {
    if (!value.is_null()) {
      STEMMA_TRY(TakeEdgeField(name, value, edge, extra));
    }
  }
  if (edge.kind == EdgeKind::kSameAs && edge.judgement == Judgement::kNone) {
    edge.judgement = Judgement::kSame;  // that is what the edge's name says
  }
  return {};
}

}  // namespace

struct JsonLinesReader::Parser {
  simdjson::dom::parser dom;
  std::vector<NamedValue> fields;  // of the line, in its order

  bool Holds(std::string_view name) const {
    return std::any_of(fields.begin(), fields.end(),
                       [&](const NamedValue& field) { return field.name == name; });
  }
};

JsonLinesReader::JsonLinesReader() : parser_(std::make_unique<Parser>()) {
}
JsonLinesReader::~JsonLinesReader() = default;

Status JsonLinesReader::Parse(std::string_view line, ReadRecord& record) {
  return Take(line, /*is_padded=*/false, record);
}

Status JsonLinesReader::ParsePadded(std::string_view line, ReadRecord& record) {
  static_assert(kLinePaddingBytes >= simdjson::SIMDJSON_PADDING);
  return Take(line, /*is_padded=*/true, record);
}

Status JsonLinesReader::Take(std::string_view line, bool is_padded, ReadRecord& record) {
  element root;
  const bool copy = !is_padded;
  if (parser_->dom.parse(line.data(), line.size(), copy).get(root) != simdjson::SUCCESS) {
    return InvalidInput(WhatIsWrong(line));
  }
  object object_of_line;
  if (root.get(object_of_line) != simdjson::SUCCESS) {
    return InvalidInput("expected one JSON object, found " + Shown(root));
  }
  STEMMA_TRY(ListFields(object_of_line, parser_->fields));
  record.is_node = parser_->Holds("node");
  if (record.is_node == parser_->Holds("edge")) {
    return InvalidInput("expected a field \"node\" or a field \"edge\", found " +
                        std::string(record.is_node ? "both" : "neither"));
  }
  for (const std::string_view name : {"id", "from", "to"}) {
    if ((name == "id") == record.is_node && !parser_->Holds(name)) {
      return InvalidInput(std::string(name) + ": expected an id, found none");
    }
  }
  return record.is_node ? TakeNode(parser_->fields, record.node)
                        : TakeEdge(parser_->fields, record.edge);
}

}  // namespace stemma
