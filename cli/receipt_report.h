// What an import did, for a person and as JSON: `import` and `add` tell it alike.
//
// Source: docs/json.md, `import`.
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/context.h"
#include "graph/model/graph_sink.h"

namespace stemma {

nlohmann::ordered_json OrphansJson(const std::vector<Orphan>& orphans);

// "nodes", "edges", "unchanged", "rejected", "rejections", "orphaned", "orphans".
nlohmann::ordered_json ReceiptJson(const Receipt& receipt,
                                   const std::vector<std::string>& rejections);

// A note for each orphan.
void NoteOrphans(const Context& context, const std::vector<Orphan>& orphans, uint64_t orphaned);

// What was left out, on standard error, with and without --quiet.
void ListRejected(const Context& context, const std::vector<std::string>& rejections,
                  uint64_t rejected);

// The counts, on standard output.
void PrintCounts(const Context& context, const Receipt& receipt);

}  // namespace stemma
