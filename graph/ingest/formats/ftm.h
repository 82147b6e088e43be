// FollowTheMoney entities, one a line: people and organisations as agents with their names.
//
// It has no words for works, quotes or claims, and its ties are of owners and offices, not of
// sourcing; so what comes in is who there is, and all else is counted.
// Source: FollowTheMoney's documentation (id, schema, properties, whose values are lists of texts);
// docs/commands/import.md.
// Thread safety: one thread.
#pragma once

#include <memory>

#include "graph/ingest/mapped_lines.h"

namespace stemma {

std::unique_ptr<LineMapper> MapFtm();

}  // namespace stemma
