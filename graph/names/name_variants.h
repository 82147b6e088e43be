// Spellings of one name that news use side by side, so that none of them is a fault.
//
// "Kiev" and "Kyiv", "Gaddafi" and "Qadhafi", "organisation" and "organization": no distance tells
// these from a misspelling, some are less alike than two different names. The table holds what
// printed news differ in; a pair that is not in it may be a variant all the same.
// Source: common knowledge of the trade.
// Thread safety: pure; the table is built once.
#pragma once

#include <string_view>

namespace stemma {

// Both are words or phrases in small Latin letters (ToLatin); what is no letter or digit does not
// count, so that "al-qaeda", "al qaeda" and "alqaeda" are one. False for the same spelling twice.
bool AreKnownVariants(std::string_view a, std::string_view b);

}  // namespace stemma
