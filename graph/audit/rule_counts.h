// How often each method of the audit was right, of the times it fired, on marked articles.
//
// The table is rule_counts.inc, written by tests/audit/count_rules; nothing in it is typed by hand.
// Source: docs/audit.md, "Measured".
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>

#include "graph/model/assertion.h"

namespace stemma {

// Nothing for a method that was never counted.
std::optional<Confidence> CountedRule(std::string_view method);

}  // namespace stemma
