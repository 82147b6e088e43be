// What GraphML and GEXF, being XML, cannot hold, in one place.
//
// Thread safety: pure but for the report.
#pragma once

#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/export/attributes.h"
#include "graph/export/export_report.h"

namespace stemma {

bool IsNameInXml(std::string_view name);

// "string", "boolean", "long" or "double", which both formats have by these names.
std::string XmlType(AttributeType type);

// False, and counted, when the value holds a character that XML has no way to write.
bool IsHeldByXml(const Attribute& attribute, std::string_view id, ExportReport& report);

// InvalidInput names an id with such a character: without its id a node cannot be written.
Status RequireInXml(const std::string& id);

}  // namespace stemma
