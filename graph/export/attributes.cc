#include "graph/export/attributes.h"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "graph/model/json_line.h"

namespace stemma {
namespace {

AttributeType TypeOfNumber(std::string_view json) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(json.data(), json.data() + json.size(), number);
  return error == std::errc() && end == json.data() + json.size() ? AttributeType::kInteger
                                                                  : AttributeType::kNumber;
}

AttributeType TypeOfList(std::string_view json) {
  const auto list = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  return list.is_array() && std::all_of(list.begin(), list.end(),
                                        [](const auto& one) { return one.is_string(); })
             ? AttributeType::kTextList
             : AttributeType::kJson;
}

AttributeType TypeOf(const Field& field) {
  if (field.is_text || field.value.empty()) {
    return AttributeType::kText;
  }
  switch (field.value.front()) {
    case 't':
    case 'f':
      return AttributeType::kBoolean;
    case '[':
      return TypeOfList(field.value);
    case '{':
    case 'n':
      return AttributeType::kJson;
    default:
      return TypeOfNumber(field.value);
  }
}

// Appends to a list, in the order of the calls.
class Lister {
 public:
  explicit Lister(std::vector<Attribute>& attributes) : attributes_(attributes) {
    attributes_.clear();
  }

  void Own(std::string_view name, AttributeType type, std::string_view value) {
    attributes_.push_back({name, type, std::string(value), true});
  }
  void Own(std::string_view name, const std::optional<std::string>& text) {
    if (text) {
      Own(name, AttributeType::kText, *text);
    }
  }
  void Fields(const std::vector<Field>& fields) {
    for (const Field& field : fields) {
      attributes_.push_back({field.name, TypeOf(field), field.value, false});
    }
  }

 private:
  std::vector<Attribute>& attributes_;
};

void AddConfidence(const Confidence& confidence, Lister& list) {
  list.Own("confidence", AttributeType::kNumber, nlohmann::json(LowerBound(confidence)).dump());
  if (confidence.counted) {
    list.Own("right", AttributeType::kInteger, std::to_string(confidence.right));
    list.Own("fired", AttributeType::kInteger, std::to_string(confidence.fired));
  }
}

}  // namespace

void ListAttributes(const NodeState& node, std::vector<Attribute>& attributes) {
  Lister list(attributes);
  list.Own("kind", AttributeType::kText, Name(node.kind));
  list.Fields(node.fields);
}

void ListAttributes(const EdgeRecord& edge, std::vector<Attribute>& attributes) {
  const EdgeAssertion& said = edge.said;
  Lister list(attributes);
  list.Own("kind", AttributeType::kText, Name(said.kind));
  list.Own("status", AttributeType::kText, Name(said.status));
  list.Own("how", said.how);
  if (said.judgement != Judgement::kNone) {
    list.Own("judgement", AttributeType::kText, Name(said.judgement));
  }
  if (said.inherited) {
    list.Own("inherited", AttributeType::kBoolean, "true");
  }
  if (!said.claims.empty()) {
    list.Own("claims", AttributeType::kTextList, nlohmann::json(said.claims).dump());
  }
  list.Own("as_printed", said.as_printed);
  if (!said.evidence.empty()) {
    list.Own("evidence", AttributeType::kJson, WriteJson(said.evidence));
  }
  list.Own("method", said.method);
  if (said.confidence) {
    AddConfidence(*said.confidence, list);
  }
  list.Own("by", said.by);
  list.Own("at", AttributeType::kText, FormatInstant(said.at));
  list.Own("because", said.because);
  list.Fields(said.extra);
}

bool IsTaken(const Attribute& attribute, std::span<const std::string_view> own) {
  return !attribute.is_own && std::find(own.begin(), own.end(), attribute.name) != own.end();
}

void LeaveTaken(const Attribute& attribute, std::string_view id, ExportReport& report) {
  report.LeaveOut("fields with the name of one that the format has", PlaceOf(attribute.name, id));
}

std::string PlaceOf(std::string_view field, std::string_view id) {
  const bool is_word = !field.empty() && std::all_of(field.begin(), field.end(), [](char c) {
    return c > ' ' && c < 0x7F && c != '"';
  });
  return (is_word ? std::string(field) : nlohmann::json(field).dump()) + " of " + std::string(id);
}

std::string NameOf(const EdgeAssertion& edge) {
  return edge.from + " " + std::string(Name(edge.kind)) + " " + edge.to;
}

}  // namespace stemma
