// What the audit finds in the works of a picture.
//
// Source: web/README.md, "The data"; docs/audit.md. Thread safety: one thread.
#pragma once

#include <functional>
#include <span>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "cli/export_part.h"
#include "graph/base/result.h"

namespace stemma {

// Adds "findings" to those of `json` that have some, which stand for `nodes` in their order. What
// the part's filter leaves out is not there for the audit either. Of a large store near copies are
// not looked for, since that reads all stored texts for each work. `progress` may be empty.
Status AddPictureFindings(const GraphView& graph, const Part& part, std::span<const NodeId> nodes,
                          const std::function<void(const std::string&)>& progress,
                          nlohmann::ordered_json& json);

}  // namespace stemma
