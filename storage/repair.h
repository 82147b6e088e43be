// Makes a damaged store whole again, as far as what was said can be read.
//
// Everything but the assertions, the log and what was redacted follows from them: so they are
// imported anew, in their order and under their own arrivals, into a new database beside. What
// cannot be read is listed. The damaged database is kept.
// Source: docs/reliability.md, "Damage". Thread safety: one thread; processes are told apart by
// the writer's lock.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "graph/base/result.h"

namespace stemma {

struct Repair {
  uint64_t assertions = 0;        // that are there afterwards
  uint64_t lost = 0;              // that the log knows of
  std::vector<std::string> what;  // was lost: a line each, for a person
  std::filesystem::path kept;     // the damaged database
};

// Cost: an import of all of it, and its space once more. A process that is killed has changed
// nothing. NotFound, Locked, Io. Corruption: nothing could be read. InvalidInput: the database of
// an earlier repair is still kept.
Result<Repair> RepairStore(const std::filesystem::path& path);

}  // namespace stemma
