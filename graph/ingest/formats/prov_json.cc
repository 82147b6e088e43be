#include "graph/ingest/formats/prov_json.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "graph/base/escaped_bytes.h"
#include "graph/ingest/formats/attribute_record.h"
#include "graph/ingest/json_lines.h"
#include "graph/ingest/json_value.h"
#include "graph/ingest/whole_document.h"
#include "graph/model/kinds.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;
using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kFormat = "prov";

struct Relation {
  std::string_view group;
  std::string_view from;
  std::string_view to;
};
constexpr std::array<Relation, 4> kRelations = {{
    {"wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity"},
    {"wasAttributedTo", "prov:entity", "prov:agent"},
    {"alternateOf", "prov:alternate1", "prov:alternate2"},
    {"wasInfluencedBy", "prov:influencee", "prov:influencer"},
}};

// A record of the document that waits to be taken.
struct Waiting {
  std::string_view group;
  std::string_view name;
  object attributes;
};

// A value as it is; of one with a type or language, {"$": …}, what stands under "$".
Json PlainValue(const element& value, std::string_view name) {
  object typed;
  element inner;
  if (value.get(typed) == simdjson::SUCCESS && typed.at_key("$").get(inner) == simdjson::SUCCESS) {
    return PlainValue(inner, name);
  }
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    return ValueOfText(name, std::string(text));
  }
  return Json::parse(std::string(simdjson::minify(value)), nullptr, /*allow_exceptions=*/false);
}

std::string TextIn(const object& attributes, std::string_view name) {
  element value;
  if (attributes.at_key(name).get(value) != simdjson::SUCCESS) {
    return {};
  }
  const Json plain = PlainValue(value, "title");  // a text stays one
  return plain.is_string() ? plain.get<std::string>() : std::string();
}

bool HasType(const object& attributes, std::string_view type) {
  element value;
  array list;
  if (attributes.at_key("prov:type").get(value) != simdjson::SUCCESS) {
    return false;
  }
  if (value.get(list) != simdjson::SUCCESS) {
    return TextIn(attributes, "prov:type") == type;
  }
  for (const element one : list) {
    const Json plain = PlainValue(one, "title");
    if (plain.is_string() && plain.get<std::string>() == type) {
      return true;
    }
  }
  return false;
}

class ProvJson : public RecordReader {
 public:
  Status Load(std::string bytes) {
    bytes_ = std::move(bytes);
    const size_t mark = bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    element root;
    object document;
    if (parser_.parse(bytes_.data() + mark, bytes_.size() - mark).get(root) != simdjson::SUCCESS) {
      return InvalidInput(WhatIsWrong(bytes_));
    }
    if (root.get(document) != simdjson::SUCCESS) {
      return Expected("document", "an object of PROV-JSON", root);
    }
    STEMMA_TRY(List(document));
    element bundles;
    object bundled;
    if (document.at_key("bundle").get(bundles) == simdjson::SUCCESS &&
        bundles.get(bundled) == simdjson::SUCCESS) {
      for (const auto& [name, value] : bundled) {
        object inner;
        if (value.get(inner) != simdjson::SUCCESS) {
          return Expected("bundle", "objects of PROV-JSON", value);
        }
        STEMMA_TRY(List(inner));
        tally_.Took("bundle", "bundles");
      }
    }
    NoteKinds();
    return {};
  }

  Result<bool> Next(ReadRecord& record) override {
    while (next_ < waiting_.size()) {
      const Waiting& one = waiting_[next_++];
      FormatTally tally;
      const Result<std::string> line = LineOf(one, tally);
      if (line.has_value() && line->empty()) {
        tally_.LeftOut(one.group);
        continue;
      }
      record.place.line = 0;
      record.error.reset();
      Status parsed =
          line.has_value() ? json_.Parse(*line, record) : Status(tl::make_unexpected(line.error()));
      if (!parsed.has_value()) {
        record.error = std::move(parsed).error();
        record.error->message = std::string(one.name) + ": " + record.error->message;
      } else {
        tally_.Add(tally);
      }
      return true;
    }
    return false;
  }

  uint64_t Line() const override { return 0; }
  std::string Note() const override { return tally_.Text(); }

 private:
  static bool IsNodes(std::string_view group) { return group == "entity" || group == "agent"; }

  // A name whose record is a list has several.
  Status List(const object& document) {
    for (const auto& [group, value] : document) {
      if (group == "prefix" || group == "bundle") {
        continue;
      }
      object records;
      if (value.get(records) != simdjson::SUCCESS) {
        return Expected(group, "an object of records", value);
      }
      for (const auto& [name, record] : records) {
        array list;
        if (record.get(list) != simdjson::SUCCESS) {
          STEMMA_TRY(Add(group, name, record));
          continue;
        }
        for (const element one : list) {
          STEMMA_TRY(Add(group, name, one));
        }
      }
    }
    return {};
  }

  Status Add(std::string_view group, std::string_view name, const element& record) {
    object attributes;
    if (record.get(attributes) != simdjson::SUCCESS) {
      return Expected(std::string(group) + "." + std::string(name), "an object", record);
    }
    waiting_.push_back({group, name, attributes});
    return {};
  }

  // Which kind each node is, before any edge needs it.
  void NoteKinds() {
    std::unordered_map<std::string_view, bool> is_derived;
    for (const Waiting& one : waiting_) {
      std::string_view from;
      if (one.group == "wasDerivedFrom" &&
          one.attributes.at_key("prov:generatedEntity").get(from) == simdjson::SUCCESS) {
        is_derived[from] = true;
      }
    }
    for (const Waiting& one : waiting_) {
      if (!IsNodes(one.group)) {
        continue;
      }
      const auto said = ParseNodeKind(TextIn(one.attributes, "stemma:kind"));
      const bool is_agent = one.group == "agent";
      const NodeKind guessed =
          is_agent ? (HasType(one.attributes, "prov:Organization") ? NodeKind::kOutlet
                                                                   : NodeKind::kSpeaker)
                   : (is_derived.contains(one.name) ? NodeKind::kArticle : NodeKind::kDocument);
      kinds_.emplace(one.name, said.value_or(guessed));
      const std::string id = TextIn(one.attributes, "stemma:id");
      if (!id.empty()) {
        ids_.emplace(one.name, id);
      }
    }
  }

  std::string IdOf(std::string_view name) const {
    const auto known = ids_.find(name);
    return known == ids_.end() ? std::string(name) : known->second;
  }

  std::optional<NodeKind> KindOf(std::string_view name) const {
    const auto known = kinds_.find(name);
    return known == kinds_.end() ? std::nullopt : std::optional(known->second);
  }

  // Those of our own export under our names, others under theirs.
  static NamedValues ValuesOf(const object& attributes, const Relation* relation) {
    constexpr std::string_view kOurs = "stemma:";
    // Its name or title says what the label of PROV does.
    const bool is_own = !TextIn(attributes, "stemma:id").empty();
    // Our own kind says more than the type of PROV beside it.
    element kind;
    const bool has_kind = attributes.at_key("stemma:kind").get(kind) == simdjson::SUCCESS;
    NamedValues values;
    for (const auto& [name, value] : attributes) {
      const bool is_end = relation != nullptr && (name == relation->from || name == relation->to);
      if (is_end || name == "stemma:id" || name == "stemma:kind" || value.is_null() ||
          (name == "prov:type" && has_kind) || (name == "prov:label" && is_own)) {
        continue;
      }
      const bool is_ours = name.starts_with(kOurs);
      const std::string as = is_ours                ? UnescapeBytes(name.substr(kOurs.size()), '%')
                             : name == "prov:label" ? "label"
                                                    : std::string(name);
      values.emplace_back(as, PlainValue(value, as));
    }
    return values;
  }

  // Empty: the model has no place for it.
  Result<std::string> LineOf(const Waiting& one, FormatTally& tally) const {
    if (IsNodes(one.group)) {
      NamedValues values = ValuesOf(one.attributes, nullptr);
      values.emplace_back("kind", std::string(Name(*KindOf(one.name))));
      return NodeLineOf(IdOf(one.name), std::move(values), kFormat, tally);
    }
    for (const Relation& relation : kRelations) {
      if (relation.group == one.group) {
        return EdgeLine(one, relation, tally);
      }
    }
    return std::string();
  }

  Result<std::string> EdgeLine(const Waiting& one, const Relation& relation,
                               FormatTally& tally) const {
    const std::string from = TextIn(one.attributes, relation.from);
    const std::string to = TextIn(one.attributes, relation.to);
    const auto from_kind = KindOf(from);
    const auto to_kind = KindOf(to);
    const auto said = ParseEdgeKind(TextIn(one.attributes, "stemma:kind"));
    NamedValues values = ValuesOf(one.attributes, &relation);
    std::optional<EdgeKind> kind = said;
    if (!kind && from_kind && to_kind) {
      kind = Guess(one, *from_kind, *to_kind, values);
    }
    if (!kind) {
      return std::string();
    }
    values.emplace_back("kind", std::string(Name(*kind)));
    return EdgeLineOf(IdOf(from), IdOf(to), std::move(values), kFormat, tally);
  }

  static std::optional<EdgeKind> Guess(const Waiting& one, NodeKind from, NodeKind to,
                                       NamedValues& values) {
    std::optional<EdgeKind> kind;
    if (one.group == "wasDerivedFrom") {
      const bool is_quote = from == NodeKind::kQuote;
      kind = is_quote                                        ? EdgeKind::kQuotedFrom
             : HasType(one.attributes, "prov:PrimarySource") ? EdgeKind::kCites
                                                             : EdgeKind::kDerivedFrom;
      if (HasType(one.attributes, "prov:Revision")) {
        values.emplace_back("how", "revision");
      }
    } else if (one.group == "wasAttributedTo") {
      kind = from == NodeKind::kQuote  ? EdgeKind::kSpokenBy
             : to == NodeKind::kOutlet ? EdgeKind::kPublishedBy
                                       : EdgeKind::kWrittenBy;
    } else if (one.group == "alternateOf") {
      kind = EdgeKind::kSameAs;
    }
    return kind && MayConnect(*kind, from, to) ? kind : std::nullopt;
  }

  std::string bytes_;
  simdjson::dom::parser parser_;
  std::vector<Waiting> waiting_;
  std::unordered_map<std::string_view, NodeKind> kinds_;   // by the name in the document
  std::unordered_map<std::string_view, std::string> ids_;  // where it is another than the name
  size_t next_ = 0;
  JsonLinesReader json_;
  FormatTally tally_;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> ReadProvJson(LineReader& lines) {
  auto reader = std::make_unique<ProvJson>();
  STEMMA_ASSIGN(std::string bytes, ReadWhole(lines));
  STEMMA_TRY(reader->Load(std::move(bytes)));
  return std::unique_ptr<RecordReader>(std::move(reader));
}

}  // namespace stemma
