// Which of the words beside an acronym it stands for.
//
// Source: Schwartz & Hearst (2003) for the alignment of letters; docs/reading.md.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>

#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {

// Whether `long_form` has a noun for a body ("federation") at a place where a name's head stands.
bool HasBodyNoun(const TokenView& tokens, TokenRange long_form);

// Words of three letters or more that begin with a capital.
uint32_t CapitalWords(const TokenView& tokens, TokenRange long_form);

// Whether all of the letters, but for one at most, are initials of the words, in any order.
bool AreMostlyInitials(const TokenView& tokens, TokenRange words, std::string_view letters);

// Whether the initials of all content words, hyphens parting words, spell `letters`; those of
// function words may be spelled too.
bool InitialsSpell(const TokenView& tokens, TokenRange words, std::string_view letters);

// The words before token `end`, not before `begin`, that `letters` stand for.
std::optional<TokenRange> LongFormBefore(const TokenView& tokens, uint32_t begin, uint32_t end,
                                         std::string_view letters, Language language);

}  // namespace stemma
