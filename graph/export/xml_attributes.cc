#include "graph/export/xml_attributes.h"

#include "graph/export/xml_writer.h"

namespace stemma {

bool IsNameInXml(std::string_view name) {
  return !name.empty() && !ForbiddenInXml(name);
}

std::string XmlType(AttributeType type) {
  switch (type) {
    case AttributeType::kBoolean:
      return "boolean";
    case AttributeType::kInteger:
      return "long";
    case AttributeType::kNumber:
      return "double";
    default:
      return "string";
  }
}

bool IsHeldByXml(const Attribute& attribute, std::string_view id, ExportReport& report) {
  const auto forbidden = ForbiddenInXml(attribute.value);
  if (forbidden) {
    report.LeaveOut("values with a character that XML cannot hold",
                    PlaceOf(attribute.name, id) + ": " + *forbidden);
  }
  return !forbidden;
}

Status RequireInXml(const std::string& id) {
  if (const auto forbidden = ForbiddenInXml(id)) {
    return InvalidInput("id \"" + id + "\": XML cannot hold its " + *forbidden);
  }
  return {};
}

}  // namespace stemma
