// Single marks that open a quote and have no partner, in a text that quotes with them.
//
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/audit/text_under_audit.h"

namespace stemma {

// Their tokens, in order; none in a text that has other marks for most of its quotes. O(tokens).
std::vector<uint32_t> FindUnclosedSingles(const TextUnderAudit& text);

}  // namespace stemma
