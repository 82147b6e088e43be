// News agencies and outlets: the table of those known by name, and how others are told by their
// words ("the Springfield Herald", "broadcaster Kanal 9", "the official Xinhua news agency").
//
// An outlet that is in no table and bears no word of the trade is not found: that costs recall, but
// a committee or a court is then no outlet either.
// Source: docs/reading.md.
// Thread safety: pure; the table is built once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {

struct AgencyMention {
  uint32_t end = 0;  // token behind it
  std::string_view name;
  bool is_photo = false;  // sells pictures alone
  bool is_sure = false;   // its letters hardly mean anything else: not "PA"
};

// An agency's name that begins with token `i`, without an article. O(1).
std::optional<AgencyMention> AgencyAt(const TokenView& tokens, uint32_t i);

struct OutletMention {
  TokenRange range;  // as printed, with its article and what it is called ("the newspaper X")
  std::string name;  // empty when it is vague
  bool is_vague = false;
};

// The outlet that the noun phrase at token `i` names, ending before `end`; also a vague one
// ("local media", "17 media outlets", "unnamed sources"). O(1): looks at a dozen tokens.
std::optional<OutletMention> OutletAt(const TokenView& tokens, uint32_t i, uint32_t end);
std::optional<OutletMention> VagueOutletAt(const TokenView& tokens, uint32_t i, uint32_t end);

// The outlet whose name ends before token `end`, not before `begin`.
std::optional<OutletMention> OutletBefore(const TokenView& tokens, uint32_t begin, uint32_t end);

// The capitalised name that begins with token `i`, with "of", "for", "de" inside; empty if none.
TokenRange NameAt(const TokenView& tokens, uint32_t i, uint32_t end);

// Whether `name` names what news calls an outlet by its last word ("Times") or by the table.
bool IsOutletName(const TokenView& tokens, TokenRange name);

}  // namespace stemma
