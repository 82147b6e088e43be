#include "graph/ingest/formats/attribute_record.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "graph/base/edtf.h"
#include "graph/ingest/format_fields.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;
using Names = std::set<std::string_view>;

const Names& TextNames() {
  static const Names names = {"name", "title", "text",       "url",    "lang",
                              "date", "owner", "as_printed", "method", "because",
                              "by",   "at",    "how",        "status", "judgement"};
  return names;
}

std::string TextOf(const NamedValues& values, std::string_view name) {
  for (const auto& [known, value] : values) {
    if (known == name && value.is_string()) {
      return value.get<std::string>();
    }
  }
  return {};
}

bool Has(const NamedValues& values, std::string_view name) {
  return std::any_of(values.begin(), values.end(),
                     [&](const auto& one) { return one.first == name; });
}

void Remove(NamedValues& values, std::string_view name) {
  std::erase_if(values, [&](const auto& one) { return one.first == name; });
}

// Takes the first of the names that say a kind out of the values.
template <class Kind>
std::optional<Kind> TakeKind(NamedValues& values, std::optional<Kind> (*parse)(std::string_view)) {
  for (const std::string_view name : {"kind", "type", "label"}) {
    if (const auto kind = parse(TextOf(values, name))) {
      Remove(values, name);
      return kind;
    }
  }
  return std::nullopt;
}

// A value whose field means something here keeps the name where it is fit for it.
std::string NameFor(const std::string& name, const Json& value, const Names& known,
                    std::string_view format) {
  const bool is_fit = known.contains(name) && (value.is_string() || !TextNames().contains(name)) &&
                      (name != "date" || ParseEdtf(value.get<std::string>()).has_value());
  return is_fit ? name : KeptName(format, name);
}

// Two that come to one name are refused: a line has room for one.
Status Put(const NamedValues& values, const Names& known, std::string_view format, Json& line,
           FormatTally& tally) {
  for (const auto& [name, value] : values) {
    const std::string as = NameFor(name, value, known, format);
    if (line.contains(as)) {
      return InvalidInput(as + ": given twice");
    }
    line[as] = value;
    if (!known.contains(as)) {
      tally.Kept(as);
    }
  }
  return {};
}

}  // namespace

Json ValueOfText(std::string_view name, const std::string& text) {
  const bool is_json =
      !text.empty() && (text.front() == '[' || text.front() == '{') && !TextNames().contains(name);
  Json value = is_json ? Json::parse(text, nullptr, /*allow_exceptions=*/false) : Json(text);
  return value.is_discarded() ? Json(text) : value;
}

Result<std::string> NodeLineOf(const std::string& id, NamedValues values, std::string_view format,
                               FormatTally& tally) {
  static const Names kKnown = {"name", "title",      "text",    "aliases", "url",     "date",
                               "lang", "first_hand", "unnamed", "owner",   "private", "role"};
  const NodeKind kind = TakeKind(values, ParseNodeKind).value_or(NodeKind::kDocument);
  const std::string_view labelled = IsAgent(kind) ? "name" : "title";
  if (!Has(values, labelled) && !Has(values, "text")) {
    for (const std::string_view name : {"label", "name", "title"}) {
      const std::string label = TextOf(values, name);
      if (!label.empty()) {
        Remove(values, name);
        values.emplace_back(labelled, label);
        break;
      }
    }
  }
  Json line = {{"node", Name(kind)}, {"id", id}};
  STEMMA_TRY(Put(values, kKnown, format, line, tally));
  tally.Took("node", "nodes");
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<std::string> EdgeLineOf(const std::string& from, const std::string& to, NamedValues values,
                               std::string_view format, FormatTally& tally) {
  static const Names kKnown = {"status",   "how",        "judgement", "inherited",
                               "claims",   "at",         "by",        "as_printed",
                               "evidence", "confidence", "method",    "because"};
  const EdgeKind kind = TakeKind(values, ParseEdgeKind).value_or(EdgeKind::kCites);
  Json right;
  Json fired;
  for (const auto& [name, value] : values) {
    right = name == "right" ? value : right;
    fired = name == "fired" ? value : fired;
  }
  if (right.is_number() && fired.is_number()) {
    for (const std::string_view name : {"right", "fired", "confidence"}) {
      Remove(values, name);
    }
    values.emplace_back("confidence", Json{{"right", right}, {"fired", fired}});
  }
  Json line = {{"edge", Name(kind)}, {"from", from}, {"to", to}};
  STEMMA_TRY(Put(values, kKnown, format, line, tally));
  tally.Took("edge", "edges");
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace stemma
