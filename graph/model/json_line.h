// One assertion as one line of native JSON Lines; the way back is graph/ingest/json_lines.h.
//
// Source: docs/json.md; RFC 8259.
// Thread safety: pure functions.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "graph/model/assertion.h"

namespace stemma {

// Without a line end; keys in the order of docs/json.md, then the extra fields as given. What is
// written never changes from one version to the next: the log of commits is made of it.
void AppendJsonLine(const NodeAssertion& assertion, bool with_at, std::string& out);
void AppendJsonLine(const EdgeAssertion& assertion, bool with_at, std::string& out);

// The lines of bare edges (assertion.h) that are alike but for their ends: what they have in common
// is written once.
class BareEdgeLines {
 public:
  // The ends of `like` do not matter.
  explicit BareEdgeLines(EdgeAssertion like);
  // As AppendJsonLine, with `at`.
  void Append(std::string_view from, std::string_view to, std::string& out) const;

 private:
  std::string before_from_;
  std::string behind_to_;
};

// `at` only where it was given.
std::string WriteJsonLine(const NodeAssertion& assertion);
std::string WriteJsonLine(const EdgeAssertion& assertion);

// The value of a line's `evidence`.
std::string WriteJson(std::span<const Evidence> evidence);

}  // namespace stemma
