// The words that tell what a figure counts where no plural noun behind it does, and which nouns
// count the same.
//
// Source: docs/audit.md, "Within one text".
// Thread safety: pure; the tables are built once.
#pragma once

#include <string>

#include "graph/reading/word_map.h"

namespace stemma {

const WordMap& CurrencyWords();      // the value: which currency
const WordMap& MoneyThings();        // the value: which thing; "loan" and "lent" have one
const WordMap& TermUnits();          // years, months
const WordMap& SentenceNouns();      // of a court
const WordMap& SentencedWords();     // jailed, condemned
const WordMap& ForeignTermWords();   // of a term that is not the one given
const WordMap& ForeignMoneyWords();  // of money that was asked for or offered
const WordMap& AgedWords();          // "aged" 43
const WordMap& ShareNouns();         // a "turnout" of 38 per cent
const WordMap& VoteWords();          // by 27 "votes" to 21
const WordMap& SpelledOrdinals();    // the value: second to twelfth
const WordMap& YearPrepositions();   // "in" 1968
const WordMap& TimeNouns();          // third "day", by their singular
const WordMap& SpelledUnits();       // the value: two to twenty, thirty
const WordMap& StrongWords();        // 12-"strong", 12-"man"
const WordMap& Collectives();        // crew, staff: counted without a plural
const WordMap& PassiveWords();       // 40 "killed"
const WordMap& ActiveWords();        // "kills" 40
const WordMap& SpecificPersons();    // workers, children, by their singular
const WordMap& Vessels();            // those whose crew it is
const WordMap& SceneWords();         // "at the scene", "instantly": of some of them

// What nouns of one meaning have in common, "crew" of "sailors"; else the singular.
std::string KindOf(const std::string& noun);

}  // namespace stemma
