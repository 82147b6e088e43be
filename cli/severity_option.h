// --fail-on of `check` and `audit`.
//
// Thread safety: pure.
#pragma once

#include <string>

#include "graph/audit/severity.h"
#include "graph/base/result.h"

namespace stemma {

// InvalidInput "OPTION: expected note, warning or error, found …".
Result<Severity> SeverityOption(const std::string& option, const std::string& word);

}  // namespace stemma
