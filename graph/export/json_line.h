// One assertion as one line of native JSON Lines; the way back is graph/ingest/json_lines.h.
//
// Source: docs/json.md; RFC 8259.
// Thread safety: pure functions.
#pragma once

#include <span>
#include <string>

#include "graph/model/assertion.h"

namespace stemma {

// Without a line end; keys in the order of docs/json.md, then the extra fields as given. `at` only
// where it was given.
std::string WriteJsonLine(const NodeAssertion& assertion);
std::string WriteJsonLine(const EdgeAssertion& assertion);

// The value of a line's `evidence`.
std::string WriteJson(std::span<const Evidence> evidence);

}  // namespace stemma
