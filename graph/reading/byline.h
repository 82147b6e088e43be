// Bylines: "By Jane Doe and John Roe, The Associated Press", "Par Jeanne Dupont avec AFP".
//
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>

#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {

struct Byline {
  TokenRange names;   // without "By"; may be empty
  TokenRange outlet;  // that stands behind them, or alone; may be empty
  std::string outlet_name;
  bool is_agency = false;
};

// The byline that `paragraph` is. O(1): looks at some thirty tokens.
std::optional<Byline> BylineOf(const TokenView& tokens, TokenRange paragraph);

}  // namespace stemma
