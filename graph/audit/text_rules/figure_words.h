// The words beside a figure that tell what happened to what it counts, and that it is no count to
// be held against another.
//
// Source: docs/audit.md, "Figures".
// Thread safety: pure; the tables are built once.
#pragma once

#include "graph/reading/language.h"
#include "graph/reading/word_map.h"

namespace stemma {

const WordMap& ActionWords();      // the value: which action; "killed" and "dead" have one
const WordMap& PersonNouns();      // people, persons, individuals
const WordMap& NeverCompared();    // nouns: durations, lengths, scores
const WordMap& MeasureNouns();     // tonnes, hectares, crates
const WordMap& ChangeWords();      // of a sentence: rose, initially, compared
const WordMap& PlanWords();        // near a figure: could, expected, average, up
const WordMap& RevisionWords();    // of a paragraph: revised, corrected
const WordMap& PartWords();        // before a figure: including, another, of
const WordMap& PartWordsBehind();  // behind it: others, each, per, aged
const WordMap& CountingVerbs();    // police counted, organisers put
const WordMap& PlacePrepositions();
const WordMap& Stopwords();  // of a clause, what says nothing of its matter

}  // namespace stemma
