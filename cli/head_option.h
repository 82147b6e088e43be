// --head: a head of the log of commits, as log --head prints it.
//
// Thread safety: pure functions.
#pragma once

#include <optional>
#include <string>

#include "graph/base/result.h"
#include "storage/commit_log.h"

namespace stemma {

// Nothing where nothing was given; InvalidInput where it is no head.
Result<std::optional<Head>> HeadOption(const std::string& text);

}  // namespace stemma
