// A finding of an audit as JSON.
//
// Source: docs/json.md, `audit --json`. Thread safety: pure functions.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "graph/audit/finding.h"

namespace stemma {

// `name` is the node's id, or what the file is called.
nlohmann::ordered_json JsonOf(const Finding& finding, const std::string& name);

}  // namespace stemma
