// One assertion as one line of native JSON Lines; the way back is graph/ingest/json_lines.h.
//
// Source: docs/json.md; RFC 8259.
// Thread safety: pure functions.
#pragma once

#include <span>
#include <string>

#include "graph/model/assertion.h"

namespace stemma {

// Without a line end; keys in the order of docs/json.md, then the extra fields as given. What is
// written never changes from one version to the next: the log of commits is made of it.
void AppendJsonLine(const NodeAssertion& assertion, bool with_at, std::string& out);
void AppendJsonLine(const EdgeAssertion& assertion, bool with_at, std::string& out);
// `at` only where it was given.
std::string WriteJsonLine(const NodeAssertion& assertion);
std::string WriteJsonLine(const EdgeAssertion& assertion);

// The value of a line's `evidence`.
std::string WriteJson(std::span<const Evidence> evidence);

}  // namespace stemma
