#include <algorithm>
#include <array>
#include <set>

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "graph/ingest/json_lines.h"

namespace stemma {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

// Where a line that simdjson refused stops being JSON: that parser names no place.
std::string WhatIsBroken(std::string_view line) {
  try {
    [[maybe_unused]] const auto read = nlohmann::json::parse(line);
  } catch (const nlohmann::json::parse_error& error) {
    return error.byte > line.size()
               ? std::string("JSON that stops before its end")
               : "broken JSON at byte " + std::to_string(error.byte) + " of the line";
  } catch (const nlohmann::json::exception&) {
    return "a number out of range";
  }
  return "JSON that is nested too deep or holds a number out of range";
}

std::string Found(const element& value) {
  std::string text = simdjson::minify(value);
  return text.size() > 60 ? text.substr(0, 40) + " and more" : text;
}

tl::unexpected<Error> Expected(std::string_view field, std::string_view what,
                               const element& value) {
  return InvalidInput(std::string(field) + ": expected " + std::string(what) + ", found " +
                      Found(value));
}

Result<std::string> TextOf(std::string_view field, const element& value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    return Expected(field, "a text", value);
  }
  return std::string(text);
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

Field FieldOf(std::string_view name, const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    return {std::string(name), true, std::string(text)};
  }
  return {std::string(name), false, simdjson::minify(value)};
}

Result<Instant> InstantOf(std::string_view field, const element& value) {
  STEMMA_ASSIGN(const std::string text, TextOf(field, value));
  auto instant = ParseInstant(text);
  if (!instant.has_value()) {
    return InvalidInput(std::string(field) + ": " + instant.error().message);
  }
  return *instant;
}

template <class T>
Result<T> OneOf(std::string_view field, const element& value,
                std::optional<T> (*parse)(std::string_view), std::string_view words) {
  STEMMA_ASSIGN(const std::string word, TextOf(field, value));
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

// RFC 8259 leaves double names open; silently keeping one of them would lose the other.
Status CheckNamesDiffer(const object& line) {
  std::set<std::string_view> names;
  for (const auto& [name, value] : line) {
    if (!names.insert(name).second) {
      return InvalidInput(std::string(name) + ": given twice");
    }
  }
  return {};
}

Result<Evidence> EvidenceOf(const element& value) {
  object selectors;
  if (value.get(selectors) != simdjson::SUCCESS) {
    return Expected("evidence", "a list of objects", value);
  }
  STEMMA_TRY(CheckNamesDiffer(selectors));
  Evidence evidence;
  for (const auto& [name, part] : selectors) {
    if (name == "in") {
      STEMMA_ASSIGN(evidence.in, TextOf("evidence.in", part));
    } else if (name == "start") {
      STEMMA_ASSIGN(evidence.start, CountOf("evidence.start", part));
    } else if (name == "end") {
      STEMMA_ASSIGN(evidence.end, CountOf("evidence.end", part));
    } else if (name == "exact") {
      STEMMA_ASSIGN(evidence.exact, TextOf("evidence.exact", part));
    } else if (name == "prefix") {
      STEMMA_ASSIGN(evidence.prefix, TextOf("evidence.prefix", part));
    } else if (name == "suffix") {
      STEMMA_ASSIGN(evidence.suffix, TextOf("evidence.suffix", part));
    } else {
      evidence.extra.push_back(FieldOf(name, part));
    }
  }
  return evidence;
}

template <class T>
Result<std::vector<T>> ListOf(std::string_view field, std::string_view what, const element& value,
                              Result<T> (*read)(const element&)) {
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) {
    return Expected(field, what, value);
  }
  std::vector<T> all;
  for (const element one : list) {
    STEMMA_ASSIGN(all.emplace_back(), read(one));
  }
  return all;
}

Result<std::string> ClaimOf(const element& value) {
  return TextOf("claims", value);
}

Result<Assertion> ReadNode(const object& line) {
  NodeAssertion node;
  for (const auto& [name, value] : line) {
    if (name == "node") {
      STEMMA_ASSIGN(node.kind, OneOf("node", value, ParseNodeKind,
                                     "article, document, quote, claim, speaker or outlet"));
    } else if (name == "id") {
      STEMMA_ASSIGN(node.id, TextOf("id", value));
    } else if (name == "at") {
      STEMMA_ASSIGN(node.at, InstantOf("at", value));
      node.at_given = true;
    } else if (name == "by") {
      STEMMA_ASSIGN(node.by, TextOf("by", value));
    } else {
      node.fields.push_back(FieldOf(name, value));
    }
  }
  return Assertion(std::move(node));
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
      STEMMA_ASSIGN(*place, TextOf(name, value));
      return true;
    }
  }
  return false;
}

Status TakeEdgeField(std::string_view name, const element& value, EdgeAssertion& edge) {
  STEMMA_ASSIGN(const bool taken, TakeEdgeText(name, value, edge));
  if (taken) {
    return {};
  }
  if (name == "edge") {
    STEMMA_ASSIGN(edge.kind, OneOf("edge", value, ParseEdgeKind, kEdgeWords));
  } else if (name == "from") {
    STEMMA_ASSIGN(edge.from, TextOf("from", value));
  } else if (name == "to") {
    STEMMA_ASSIGN(edge.to, TextOf("to", value));
  } else if (name == "status") {
    STEMMA_ASSIGN(edge.status, OneOf("status", value, ParseAssertionStatus,
                                     "asserted, extracted, inferred, disputed or withdrawn"));
  } else if (name == "judgement") {
    STEMMA_ASSIGN(edge.judgement,
                  OneOf("judgement", value, ParseJudgement, "same, different or unsure"));
  } else if (name == "inherited") {
    STEMMA_ASSIGN(edge.inherited, FlagOf("inherited", value));
  } else if (name == "claims") {
    STEMMA_ASSIGN(edge.claims, ListOf("claims", "a list of ids", value, ClaimOf));
  } else if (name == "evidence") {
    STEMMA_ASSIGN(edge.evidence, ListOf("evidence", "a list of objects", value, EvidenceOf));
  } else if (name == "confidence") {
    STEMMA_ASSIGN(edge.confidence, ConfidenceOf(value));
  } else if (name == "at") {
    STEMMA_ASSIGN(edge.at, InstantOf("at", value));
    edge.at_given = true;
  } else {
    edge.extra.push_back(FieldOf(name, value));
  }
  return {};
}

Result<Assertion> ReadEdge(const object& line) {
  EdgeAssertion edge;
  for (const auto& [name, value] : line) {
    if (!value.is_null()) {
      STEMMA_TRY(TakeEdgeField(name, value, edge));
    }
  }
  if (edge.kind == EdgeKind::kSameAs && edge.judgement == Judgement::kNone) {
    edge.judgement = Judgement::kSame;  // that is what the edge's name says
  }
  return Assertion(std::move(edge));
}

}  // namespace

struct JsonLinesReader::Parser {
  simdjson::dom::parser dom;
};

JsonLinesReader::JsonLinesReader() : parser_(std::make_unique<Parser>()) {
}
JsonLinesReader::~JsonLinesReader() = default;

Result<Assertion> JsonLinesReader::Parse(std::string_view line) {
  element root;
  if (parser_->dom.parse(line.data(), line.size()).get(root) != simdjson::SUCCESS) {
    return InvalidInput("expected one JSON object, found " + WhatIsBroken(line));
  }
  object fields;
  if (root.get(fields) != simdjson::SUCCESS) {
    return InvalidInput("expected one JSON object, found " + Found(root));
  }
  STEMMA_TRY(CheckNamesDiffer(fields));
  element kind;
  const bool is_node = fields["node"].get(kind) == simdjson::SUCCESS;
  const bool is_edge = fields["edge"].get(kind) == simdjson::SUCCESS;
  if (is_node == is_edge) {
    return InvalidInput("expected a field \"node\" or a field \"edge\", found " +
                        std::string(is_node ? "both" : "neither"));
  }
  for (const std::string_view name : is_node ? std::vector<std::string_view>{"id"}
                                             : std::vector<std::string_view>{"from", "to"}) {
    if (fields[name].get(kind) != simdjson::SUCCESS) {
      return InvalidInput(std::string(name) + ": expected an id, found none");
    }
  }
  return is_node ? ReadNode(fields) : ReadEdge(fields);
}

}  // namespace stemma
