// Takes the words of nodes out of a store for good: out of what holds, of history and of old files.
//
// What was said stays as far as chains are computed on it, and the log of commits still verifies:
// it keeps the hash of each line that was changed, and says so in an entry of its own.
// Source: docs/reliability.md, "Redaction". Thread safety: one thread; processes are told apart by
// the writer's lock.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "storage/commit_log.h"

namespace stemma {

class StoreFolder;

struct RedactionRequest {
  std::vector<std::string> ids;
  std::string because;
  std::string by;
};

// Where a name or title that was taken out is printed still.
struct StillPrinted {
  std::string node;   // its id, or that of where an edge comes from
  std::string where;  // a field, or the edge's kind
};

struct Redaction {
  uint64_t lines = 0;               // assertions that lost words
  Head head;                        // of the log afterwards
  std::vector<StillPrinted> still;  // the first kStillListedMax
  uint64_t still_printed = 0;       // all of them
};
inline constexpr size_t kStillListedMax = 20;

// Durable on return, and no file of the store holds the words then. A process that is killed has
// changed nothing, or the next that writes to the store goes on. Cost: reads all assertions, and
// writes every file anew. InvalidInput: no such node, or a repair has kept a damaged database.
// NotFound, Locked, Corruption, Io.
Result<Redaction> RedactNodes(const std::filesystem::path& path, const RedactionRequest& request);
// What it would do; writes nothing. `head` is that of now.
Result<Redaction> PlanRedaction(const std::filesystem::path& path,
                                const std::vector<std::string>& ids);

// For who has the writer's lock and the database closed: what a killed redaction left to do.
// Returns the newest head.
Result<Head> FinishRedaction(const StoreFolder& folder);

}  // namespace stemma
