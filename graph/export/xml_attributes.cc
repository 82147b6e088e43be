#include "graph/export/xml_attributes.h"

#include "graph/export/attribute_table.h"
#include "graph/export/xml_writer.h"

namespace stemma {

bool IsNameInXml(std::string_view name) {
  return !name.empty() && !ForbiddenInXml(name);
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

std::string EdgeName(const EdgeAssertion& edge) {
  return edge.from + " " + std::string(Name(edge.kind)) + " " + edge.to;
}

}  // namespace stemma
