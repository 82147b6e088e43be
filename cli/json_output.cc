#include "cli/json_output.h"

#include <nlohmann/json.hpp>

#include "graph/model/json_line.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

void Add(Json& object, const char* name, const std::optional<std::string>& text) {
  if (text) {
    object[name] = *text;
  }
}

template <class Assertion>
Json LineOf(const Assertion& assertion) {
  std::string line;
  AppendJsonLine(assertion, /*with_at=*/true, line);
  return Json::parse(line, nullptr, /*allow_exceptions=*/false);
}

}  // namespace

Json JsonOf(const Field& field) {
  return field.is_text ? Json(field.value)
                       : Json::parse(field.value, nullptr, /*allow_exceptions=*/false);
}

Json JsonOf(const Evidence& evidence) {
  Json value = Json::object();
  if (!evidence.in.empty()) {
    value["in"] = evidence.in;
  }
  if (evidence.start) {
    value["start"] = *evidence.start;
    value["end"] = *evidence.end;
  }
  Add(value, "exact", evidence.exact);
  Add(value, "prefix", evidence.prefix);
  Add(value, "suffix", evidence.suffix);
  for (const Field& field : evidence.extra) {
    value[field.name] = JsonOf(field);
  }
  return value;
}

Json JsonOf(const std::optional<Confidence>& confidence) {
  if (!confidence) {
    return nullptr;
  }
  if (!confidence->counted) {
    return confidence->number;
  }
  return Json{{"right", confidence->right}, {"fired", confidence->fired}};
}

Json JsonOf(const NodeAssertion& assertion) {
  return LineOf(assertion);
}
Json JsonOf(const EdgeAssertion& assertion) {
  return LineOf(assertion);
}

std::string Dump(const Json& value) {
  // A file's name, or what was asked for, may be no UTF-8.
  return value.dump(-1, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace) + "\n";
}

}  // namespace stemma
