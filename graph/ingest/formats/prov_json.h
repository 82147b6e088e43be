// PROV-JSON: entities and agents as works and agents, derivations and attributions as edges.
//
// What our own export writes comes back by its `stemma:` attributes; of any other document the
// types of PROV say as much as they can, and what they cannot is counted.
// Source: The PROV-JSON Serialization (W3C member submission, 2013); PROV-DM, 5.2 to 5.5;
// docs/exchange.md, "PROV"; docs/commands/import.md. Thread safety: one thread.
#pragma once

#include <memory>

#include "graph/ingest/record_reader.h"

namespace stemma {

// Reads all of `lines` at once, see whole_document.h. InvalidInput when it is no PROV-JSON. Borrows
// `lines`.
Result<std::unique_ptr<RecordReader>> ReadProvJson(LineReader& lines);

}  // namespace stemma
