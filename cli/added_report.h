// What `add` did, for a person and as JSON.
//
// Source: docs/commands/add.md.
// Thread safety: one thread.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/context.h"
#include "graph/adding/added.h"

namespace stemma {

nlohmann::ordered_json JsonOf(const AddedArticle& article);

// One line for the article, then what matched, what is new, and what was left apart, with reasons.
void PrintAdded(const Context& context, const AddedArticle& article);

}  // namespace stemma
