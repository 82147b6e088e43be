#include "graph/export/json_line.h"

#include <nlohmann/json.hpp>

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

// Texts are checked to be UTF-8 on the way in, so that dumping cannot fail.
std::string Dump(const Json& value) {
  return value.dump();
}

Json ValueOf(const Field& field) {
  return field.is_text ? Json(field.value) : Json::parse(field.value, nullptr, false);
}

// Numbers are written as they were read: JSON libraries would round 1.10 or a long integer.
class Line {
 public:
  void Add(std::string_view name, const Json& value) { AddRaw(name, Dump(value)); }
  void Add(const Field& field) {
    AddRaw(field.name, field.is_text ? Dump(ValueOf(field)) : field.value);
  }
  void AddRaw(std::string_view name, std::string_view json) {
    text_ += text_.empty() ? "{" : ",";
    text_ += Dump(Json(name));
    text_ += ":";
    text_ += json;
  }
  std::string Done() { return (text_.empty() ? "{" : text_) + "}"; }

 private:
  std::string text_;
};

void AddText(Line& line, std::string_view name, const std::optional<std::string>& text) {
  if (text) {
    line.Add(name, *text);
  }
}

std::string Write(const Evidence& evidence) {
  Line line;
  if (!evidence.in.empty()) {
    line.Add("in", evidence.in);
  }
  if (evidence.start) {
    line.Add("start", *evidence.start);
    line.Add("end", *evidence.end);
  }
  AddText(line, "exact", evidence.exact);
  AddText(line, "prefix", evidence.prefix);
  AddText(line, "suffix", evidence.suffix);
  for (const Field& field : evidence.extra) {
    line.Add(field);
  }
  return line.Done();
}

void AddConfidence(Line& line, const std::optional<Confidence>& confidence) {
  if (confidence && confidence->counted) {
    line.Add("confidence", Json{{"right", confidence->right}, {"fired", confidence->fired}});
  } else if (confidence) {
    line.Add("confidence", confidence->number);
  }
}

}  // namespace

std::string WriteJsonLine(const NodeAssertion& assertion) {
  Line line;
  line.Add("node", Name(assertion.kind));
  line.Add("id", assertion.id);
  for (const Field& field : assertion.fields) {
    line.Add(field);
  }
  AddText(line, "by", assertion.by);
  if (assertion.at_given) {
    line.Add("at", FormatInstant(assertion.at));
  }
  return line.Done();
}

std::string WriteJson(std::span<const Evidence> evidence) {
  std::string list = "[";
  for (const Evidence& one : evidence) {
    list += (list.size() > 1 ? "," : "") + Write(one);
  }
  return list + "]";
}

std::string WriteJsonLine(const EdgeAssertion& assertion) {
  Line line;
  line.Add("edge", Name(assertion.kind));
  line.Add("from", assertion.from);
  line.Add("to", assertion.to);
  if (assertion.judgement != Judgement::kNone) {
    line.Add("judgement", Name(assertion.judgement));
  }
  AddText(line, "how", assertion.how);
  if (assertion.inherited) {
    line.Add("inherited", true);
  }
  if (!assertion.claims.empty()) {
    line.Add("claims", assertion.claims);
  }
  AddText(line, "as_printed", assertion.as_printed);
  if (!assertion.evidence.empty()) {
    line.AddRaw("evidence", WriteJson(assertion.evidence));
  }
  if (assertion.status != AssertionStatus::kAsserted) {
    line.Add("status", Name(assertion.status));
  }
  AddText(line, "method", assertion.method);
  AddConfidence(line, assertion.confidence);
  AddText(line, "by", assertion.by);
  if (assertion.at_given) {
    line.Add("at", FormatInstant(assertion.at));
  }
  AddText(line, "because", assertion.because);
  for (const Field& field : assertion.extra) {
    line.Add(field);
  }
  return line.Done();
}

}  // namespace stemma
