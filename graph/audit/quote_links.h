// Which stored quotes a quote of the work under audit can be compared with, and why.
//
// A quote that is recorded as lifted from another is that one's printing, whatever it says. Without
// such a record there are weaker ties: the same speaker in a work of its chain; and, where a work
// credits whom a speaker told something, what that one printed of the same speaker. How much the
// words must share for a tie to mean anything is the business of the rule.
// Source: docs/audit.md, "Quotes along a chain".
// Thread safety: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/audit/chain_reader.h"

namespace stemma {

enum class QuoteTie : uint8_t {
  kLiftedFrom,    // by `quoted_from`, over any number of hops
  kSameOriginal,  // both were lifted from one quote in another language
  kInChain,       // printed by a work of its chain
  kInCredited,    // the same speaker, printed by a work or outlet that the work cites or mentions
};

struct QuoteLink {
  QuoteTie tie = QuoteTie::kInChain;
  PrintedQuote original;
  uint32_t hops = 0;                   // quotes, or works, from the quote to the original
  std::vector<std::string> languages;  // passed between, other than the quote's; nearest first
  std::vector<NodeId> between;         // quotes or works passed, nearest first
  bool is_uncertain = false;           // a link of it is inferred or disputed
};

// Of one quote: at most kLinksMax, by ties in the order above, nearest first. When a quote is
// recorded as lifted from another, there are no links of the weaker ties.
inline constexpr size_t kLinksMax = 64;
using QuoteLinks = std::vector<QuoteLink>;

// Whether somebody is said to have spoken both, a role alone or a name.
bool ShareSpeaker(const PrintedQuote& a, const PrintedQuote& b);

}  // namespace stemma
