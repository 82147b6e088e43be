#include "graph/ingest/formats/ftm.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "graph/base/utf8.h"
#include "graph/ingest/format_fields.h"

namespace stemma {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kFormat = "ftm";

// LegalEntity and what descends from it.
constexpr std::array<std::string_view, 5> kAgents = {"LegalEntity", "Person", "Organization",
                                                     "Company", "PublicBody"};
// In the order in which they are taken for the name.
constexpr std::array<std::string_view, 5> kNames = {"name", "alias", "previousName", "abbreviation",
                                                    "weakAlias"};
// Where an entity says what its business is.
constexpr std::array<std::string_view, 4> kBusiness = {"topics", "classification", "sector",
                                                       "keywords"};

template <size_t kCount>
bool IsOneOf(std::string_view word, const std::array<std::string_view, kCount>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Calls `take` with each text of a property, which may be one text or a list of them.
template <class Take>
Status ForEachText(const object& properties, std::string_view property, Take take) {
  element value;
  if (properties.at_key(property).get(value) != simdjson::SUCCESS || value.is_null()) {
    return {};
  }
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    take(text);
    return {};
  }
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) {
    return Expected("properties." + std::string(property), "a list of texts", value);
  }
  for (const element one : list) {
    if (one.get(text) != simdjson::SUCCESS) {
      return Expected("properties." + std::string(property), "a list of texts", one);
    }
    take(text);
  }
  return {};
}

// The one to be shown first; each once.
Result<std::vector<std::string>> NamesIn(const object& entity, const object& properties) {
  std::vector<std::string> names;
  const auto take = [&](std::string_view name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
      names.emplace_back(name);
    }
  };
  for (const std::string_view property : kNames) {
    STEMMA_TRY(ForEachText(properties, property, take));
  }
  if (names.empty()) {
    STEMMA_ASSIGN(const auto caption, OptionalText(entity, "caption"));
    take(caption.value_or(""));
  }
  return names;
}

// Whether its business is to publish, by its own classification.
Result<bool> IsMedia(const object& properties) {
  constexpr std::array<std::string_view, 8> kWords = {"media", "newspaper",   "newspapers",
                                                      "news",  "broadcaster", "broadcasting",
                                                      "press", "journalism"};
  bool is_media = false;
  const auto look = [&](std::string_view text) {
    for (const std::string& word : FoldedWords(text)) {
      is_media = is_media || IsOneOf(word, kWords);
    }
  };
  for (const std::string_view property : kBusiness) {
    STEMMA_TRY(ForEachText(properties, property, look));
  }
  return is_media;
}

class Ftm : public LineMapper {
 public:
  Status Map(const object& line, Mapped& out) override {
    STEMMA_TRY(CheckNamesDiffer(line));
    STEMMA_ASSIGN(const std::string_view id, RequiredText(line, "id"));
    STEMMA_ASSIGN(const std::string_view schema, RequiredText(line, "schema"));
    if (!IsOneOf(schema, kAgents)) {
      out.tally.LeftOut(schema);
      return {};
    }
    element value;
    object properties;
    if (line.at_key("properties").get(value) != simdjson::SUCCESS) {
      return InvalidInput("properties: expected an object, found none");
    }
    if (value.get(properties) != simdjson::SUCCESS) {
      return Expected("properties", "an object", value);
    }
    STEMMA_TRY(CheckNamesDiffer(properties));
    STEMMA_ASSIGN(const std::vector<std::string> names, NamesIn(line, properties));
    if (names.empty()) {
      out.tally.LeftOut("entities without a name");
      return {};
    }
    STEMMA_ASSIGN(const bool is_media, IsMedia(properties));
    const bool is_outlet = is_media && schema != "Person";
    NodeAssertion& node = out.records.AddNode(is_outlet ? NodeKind::kOutlet : NodeKind::kSpeaker);
    node.id = id;
    PutNames(names, node);
    PutText(node, "schema", schema);
    out.tally.Kept("schema");
    KeepRest(line, properties, node, out);
    out.tally.Took(is_outlet ? "outlet" : "speaker", is_outlet ? "outlets" : "speakers");
    return {};
  }

 private:
  static void PutNames(const std::vector<std::string>& names, NodeAssertion& node) {
    PutText(node, "name", names.front());
    if (names.size() > 1) {
      const nlohmann::json aliases(std::vector<std::string>(names.begin() + 1, names.end()));
      node.fields.push_back({"aliases", /*is_text=*/false, aliases.dump()});
    }
  }

  // Of a property with one value the value. A name that stands on both levels is that of the inner.
  static void KeepRest(const object& line, const object& properties, NodeAssertion& node,
                       Mapped& out) {
    for (const auto& [name, value] : properties) {
      simdjson::dom::array list;
      if (IsOneOf(name, kNames)) {
        continue;
      }
      const bool is_one = value.get(list) == simdjson::SUCCESS && list.size() == 1;
      Keep(out, node.fields, kFormat, name, is_one ? list.at(0).value_unsafe() : value);
    }
    for (const auto& [name, value] : line) {
      element inner;
      if (name != "id" && name != "schema" && name != "properties" && name != "caption" &&
          properties.at_key(name).get(inner) != simdjson::SUCCESS) {
        Keep(out, node.fields, kFormat, name, value);
      }
    }
  }
};

}  // namespace

std::unique_ptr<LineMapper> MapFtm() {
  return std::make_unique<Ftm>();
}

}  // namespace stemma
