#include "graph/export/prov_n_export.h"

#include <string>

#include "graph/export/chunk_buffer.h"
#include "graph/export/prov_records.h"

namespace stemma {
namespace {

// A string literal: what its production excludes is escaped (PROV-N 3.7.3, STRING_LITERAL).
std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        quoted += "\\\"";
        break;
      case '\\':
        quoted += "\\\\";
        break;
      case '\n':
        quoted += "\\n";
        break;
      case '\r':
        quoted += "\\r";
        break;
      default:
        quoted += c;
    }
  }
  return quoted + "\"";
}

std::string LiteralOf(const Attribute& attribute) {
  switch (attribute.type) {
    case AttributeType::kBoolean:
      return Quoted(attribute.value) + " %% xsd:boolean";
    case AttributeType::kInteger:
      return Quoted(attribute.value) + " %% xsd:long";
    case AttributeType::kNumber:
      return Quoted(attribute.value) + " %% xsd:double";
    default:
      return Quoted(attribute.value);
  }
}

// "[prov:type='stemma:article', …]".
std::string AttributesOf(const ProvRecord& record) {
  std::string list;
  const auto add = [&list](const std::string& name, const std::string& value) {
    list += (list.empty() ? "" : ", ") + name + "=" + value;
  };
  for (const std::string& type : record.types) {
    add("prov:type", "'" + type + "'");
  }
  if (!record.label.empty()) {
    add("prov:label", Quoted(record.label));
  }
  for (const Attribute& attribute : record.attributes) {
    add(ProvName("stemma", attribute.name), LiteralOf(attribute));
  }
  return "[" + list + "]";
}

std::string ExpressionOf(ProvRelation relation, const ProvRecord& record) {
  const std::string ends =
      std::string(NameOf(relation).name) + "(" + record.from + ", " + record.to;
  // PROV-DM 5.5.2: alternateOf has neither an identifier nor attributes.
  return relation == ProvRelation::kAlternate ? ends + ")"
                                              : ends + ", " + AttributesOf(record) + ")";
}

}  // namespace

Status ExportProvN(const GraphView& graph, const ChunkWriter& write, ExportReport& report) {
  STEMMA_ASSIGN(const ProvRecords records, ProvRecords::Of(graph, report));
  ChunkBuffer chunks(write);
  STEMMA_TRY(chunks.Add("document\n"));
  for (const ProvPrefix& one : kProvPrefixes) {
    STEMMA_TRY(chunks.Add("  prefix " + std::string(one.prefix) + " <" +
                          std::string(one.name_space) + ">\n"));
  }
  STEMMA_TRY(records.VisitEntities([&](const ProvRecord& record) {
    return chunks.Add("  entity(" + record.name + ", " + AttributesOf(record) + ")\n");
  }));
  STEMMA_TRY(records.VisitAgents([&](const ProvRecord& record) {
    return chunks.Add("  agent(" + record.name + ", " + AttributesOf(record) + ")\n");
  }));
  for (const ProvRelation relation : kProvRelations) {
    STEMMA_TRY(records.VisitRelations(relation, [&](const ProvRecord& record) {
      return chunks.Add("  " + ExpressionOf(relation, record) + "\n");
    }));
  }
  STEMMA_TRY(chunks.Add("endDocument\n"));
  return chunks.Flush();
}

}  // namespace stemma
