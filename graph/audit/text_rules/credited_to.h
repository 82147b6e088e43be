// Words that credit what stands behind them with something: "according to", "published by".
//
// Source: docs/audit.md, "Within one text".
// Thread safety: pure.
#pragma once

#include <cstdint>

#include "graph/reading/token_view.h"

namespace stemma {

// Whether something is credited to the words that begin with token `begin`, of a sentence that
// begins with `first`: "selon", "d'après", "à en croire", "citing", "published by", "shared with".
bool IsCredited(const TokenView& tokens, uint32_t begin, uint32_t first);

}  // namespace stemma
