// What stands around a number: its hedge before it ("more than"), what it counts behind it.
//
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {

enum class Bound { kExact, kAtLeast, kAtMost };

struct Hedge {
  TokenRange range;
  Bound bound = Bound::kExact;
};

// The longest hedge that ends before token `end`, not before `begin`. O(1).
std::optional<Hedge> HedgeBefore(const TokenView& tokens, uint32_t begin, uint32_t end);

struct Counted {
  TokenRange range;      // as printed, from behind the number on; may be empty
  std::string of;        // "Uighurs", "percent of voters"; may be empty
  bool is_unit = false;  // a percentage or a currency, which needs no noun
};

// What the number that ends before token `i` counts. O(1): looks at some eight tokens.
Counted CountedAt(const TokenView& tokens, uint32_t i, uint32_t end, Language language);

}  // namespace stemma
