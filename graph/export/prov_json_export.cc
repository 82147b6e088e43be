#include "graph/export/prov_json_export.h"

#include <functional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "graph/export/chunk_buffer.h"
#include "graph/export/prov_records.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

// Texts, truth and numbers as they are; anything else as the text that it is in JSON.
Json ValueOf(const Attribute& attribute) {
  const bool is_native = attribute.type == AttributeType::kBoolean ||
                         attribute.type == AttributeType::kInteger ||
                         attribute.type == AttributeType::kNumber;
  return is_native ? Json::parse(attribute.value, nullptr, /*allow_exceptions=*/false)
                   : Json(attribute.value);
}

Json QualifiedName(const std::string& name) {
  return {{"$", name}, {"type", "prov:QUALIFIED_NAME"}};
}

void AddAttributes(const ProvRecord& record, Json& json) {
  if (record.types.size() == 1) {
    json["prov:type"] = QualifiedName(record.types.front());
  }
  if (!record.label.empty()) {
    json["prov:label"] = record.label;
  }
  for (const Attribute& attribute : record.attributes) {
    json[ProvName("stemma", attribute.name)] = ValueOf(attribute);
  }
}

class ProvJson {
 public:
  ProvJson(const ProvRecords& records, const ChunkWriter& write)
      : records_(records), chunks_(write) {}

  Status Write() {
    Json prefixes = Json::object();
    for (const ProvPrefix& one : kProvPrefixes) {
      prefixes[std::string(one.prefix)] = one.name_space;
    }
    STEMMA_TRY(chunks_.Add("{\"prefix\":" + prefixes.dump()));
    STEMMA_TRY(Group("entity", [this](const ProvRecords::Visitor& visit) {
      return records_.VisitEntities(visit);
    }));
    STEMMA_TRY(Group("agent", [this](const ProvRecords::Visitor& visit) {
      return records_.VisitAgents(visit);
    }));
    for (const ProvRelation relation : kProvRelations) {
      STEMMA_TRY(Relations(relation));
    }
    STEMMA_TRY(chunks_.Add("}\n"));
    return chunks_.Flush();
  }

 private:
  using Visit = std::function<Status(const ProvRecords::Visitor&)>;

  // A group with nothing in it is left out.
  Status Open(std::string_view group) {
    if (is_open_) {
      return chunks_.Add(",\n");
    }
    is_open_ = true;
    return chunks_.Add(",\n" + Json(group).dump() + ":{\n");
  }
  Status Close() { return std::exchange(is_open_, false) ? chunks_.Add("}") : Status(); }

  Status Group(std::string_view group, const Visit& visit) {
    const ProvRecords::Visitor add = [&](const ProvRecord& record) -> Status {
      STEMMA_TRY(Open(group));
      Json json = Json::object();
      AddAttributes(record, json);
      return chunks_.Add(Json(record.name).dump() + ":" + json.dump());
    };
    STEMMA_TRY(visit(add));
    return Close();
  }

  Status Relations(ProvRelation relation) {
    const ProvRelationName name = NameOf(relation);
    const ProvRecords::Visitor add = [&](const ProvRecord& record) -> Status {
      STEMMA_TRY(Open(name.name));
      Json json = Json::object();
      json["prov:" + std::string(name.from)] = record.from;
      json["prov:" + std::string(name.to)] = record.to;
      // PROV-DM 5.5.2: alternateOf has neither an identifier nor attributes.
      if (relation != ProvRelation::kAlternate) {
        AddAttributes(record, json);
      }
      return chunks_.Add("\"_:e" + std::to_string(record.number) + "\":" + json.dump());
    };
    STEMMA_TRY(records_.VisitRelations(relation, add));
    return Close();
  }

  const ProvRecords& records_;
  ChunkBuffer chunks_;
  bool is_open_ = false;
};

}  // namespace

Status ExportProvJson(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  STEMMA_ASSIGN(const ProvRecords records, ProvRecords::Of(graph, report));
  return ProvJson(records, write).Write();
}

}  // namespace stemma
