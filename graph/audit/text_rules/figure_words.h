// The words beside a figure that tell what happened to what it counts, and that it is no count to
// be held against another.
//
// Source: docs/audit.md, "Within one text".
// Thread safety: pure; the tables are built once.
#pragma once

#include <string>
#include <string_view>

#include "graph/reading/word_map.h"

namespace stemma {

const WordMap& ActionWords();         // the value: which action; "killed" and "dead" have one
bool AreOneAction(int a, int b);      // who is held was arrested
const WordMap& CasualtyNouns();       // actions that stand for people: "40 dead", "trois morts"
const WordMap& PersonNouns();         // people, persons, individuals
const WordMap& Units();               // nouns: durations, lengths, degrees
const WordMap& CommonNouns();         // points, pages, seats
const WordMap& ChangeWords();         // of a sentence: rose, initially, compared
const WordMap& PlanWords();           // near a figure: could, expected, average, up
const WordMap& RevisionWords();       // of a paragraph: revised, corrected
const WordMap& PartWords();           // before a figure: including, another, of
const WordMap& OtherWords();          // before a figure: another, rival, second
const WordMap& PhrasePrepositions();  // the value: which; "in" and "dans" have one
const WordMap& PartWordsBehind();     // behind it, near: others, each, per
const WordMap& KindWordsBehind();     // right behind it: aged, with
const WordMap& RateNouns();           // par "jour"
const WordMap& CountingVerbs();       // police counted, organisers put
const WordMap& PlacePrepositions();
const WordMap& Stopwords();  // of a clause, what says nothing of its matter

// "home" of "homes", "person" of "people"; `word` is folded.
std::string SingularOf(std::string word);
// The letters that the forms of a word mostly share.
std::string StemOf(const std::string& word);
// What stands for a word and for all that say the same: "killed" and "dead" have one. Else its
// stem.
std::string MatterOf(std::string_view word);

}  // namespace stemma
