// Figures of a text with what tells whether two of them are of one thing: what is counted, what
// happened to it, where, when, and who says so.
//
// All is told by closed lists of words near the figure; where they do not tell, two figures are
// taken for two things.
// Source: docs/audit.md, "Within one text".
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/audit/text_under_audit.h"

namespace stemma {

// "in the old mill": which preposition, and the stem of a word behind it.
struct Phrase {
  int preposition = 0;
  std::string stem;
};

// Of the vessel whose crew it is, beside the prepositions of PhrasePrepositions.
inline constexpr int kVesselOnly = 7;

struct Figure {
  Span span;
  uint32_t paragraph = 0;
  uint32_t sentence = 0;  // its first token
  double low = 0;  // the values that the words leave open; "nearly" and "about" go some way down
  double high = 0;
  double printed = 0;        // the value as it stands there
  bool low_is_open = false;  // "more than": without the end itself
  bool high_is_open = false;
  bool is_hedged = false;
  bool is_definite = false;  // "the nine cows", "its nine cows": those that were told of before
  bool is_changed = false;   // its sentence tells of a change
  bool is_planned = false;   // or of a plan
  bool is_unique = false;    // an age, one side of a vote: there is one for its noun
  bool is_unit = false;      // of years, money, percent: little is said of what it counts
  bool is_common = false;    // of points, pages, seats: an article may count them of many things
  bool is_quoted = false;    // between quotation marks
  bool is_other = false;     // of another thing, as its sentence says: "a second raid"
  bool is_thing = false;     // a loan, a crew: mostly one of its kind in an article
  bool is_joined = false;    // beside others in one phrase: "and a nurse"
  std::string noun;          // "person", "home"; of people all the same; may be empty
  std::string kind;          // of those: "worker"; "person" where nothing more is told
  std::vector<std::string> qualifiers;  // before it: "chinese"
  std::string of;                       // "cod" of "60 tonnes of cod"
  int action = 0;                       // see ActionWords; 0: not known
  bool action_tells_which = false;      // "the six injured", "the six who fled"
  std::vector<std::string> context;     // stems of the other words of its clause
  std::vector<Phrase> phrases;          // of its clause: in the mill, at night
  std::vector<std::string> places;      // names behind "in", "at" of its sentence
  std::vector<std::string> names;       // all names of its sentence
  std::vector<std::string> times;       // years, months and "last year" of its sentence
  std::vector<std::string> days;        // of its clause
  std::vector<std::string> matter;      // stems of the words of its sentence, sorted
  std::string source;                   // who says so; empty: the article itself
};

// Those that may be compared at all, in order: no rates, ranges, parts of others or revised ones.
// O(bytes).
std::vector<Figure> FindFigures(const TextUnderAudit& text);

// Whether what is said of it tells what it counts: no share, duration, change or plan.
bool IsPlainCount(const Figure& figure);

// What figures of one kind have in common: "person", "money 2", else the noun.
std::string ClassOf(const Figure& figure);

// Whether no value is both.
bool AreDisjoint(const Figure& a, const Figure& b);

// Farther apart, in times of each other, two figures are of two things.
inline constexpr double kHedgedRatioMax = 3;
inline constexpr double kExactRatioMax = 2;

// How many times the one is the other, at least, of disjoint ones; of nothing, more than any limit
// for hedged ones.
double RatioOf(const Figure& a, const Figure& b);

}  // namespace stemma
