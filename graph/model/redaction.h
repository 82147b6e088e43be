// What is left of an assertion once its words are taken out of it, for good.
//
// What chains are computed on stays: ids, kinds, dates, status, counts, who said so and when. What
// somebody wrote or printed goes: texts, names, links, evidence, reasons.
// Source: docs/reliability.md, "Redaction". Thread safety: pure functions.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "graph/model/assertion.h"

namespace stemma {

// The field of a node that says why it was redacted.
inline constexpr std::string_view kRedactedField = "redacted";

NodeAssertion WithoutWords(NodeAssertion assertion);
// Evidence keeps the work that it is in, and its position.
EdgeAssertion WithoutWords(EdgeAssertion assertion);

// Whether anything would be taken out.
bool HasWords(const NodeAssertion& assertion);
bool HasWords(const EdgeAssertion& assertion);

// Whether the edge begins or ends at such a node, or quotes its text: then its words may be the
// node's.
bool SpeaksOf(const EdgeAssertion& assertion,
              const std::function<bool(const std::string& id)>& is_such);

}  // namespace stemma
