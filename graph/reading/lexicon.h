// What is known of single words: which of them report speech, stand for persons, join clauses.
//
// Closed classes are listed whole. Open ones (verbs that report, nouns for people and bodies) hold
// the common words of news, by lemma; their forms are made by rule.
// Source: docs/reading.md; the English and French grammars it names.
// Thread safety: pure; the tables are built once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/reading/language.h"
#include "graph/reading/word_table.h"

namespace stemma {

// One bit for each WordClass.
using WordClasses = uint64_t;

enum class WordClass : uint8_t {
  kSays,      // a finite form of a verb that reports speech whatever follows: "said"
  kSaysThat,  // one that does so only before "that", a quote or a clause: "argues", "reports"
  kSaying,    // a participle of either: "adding", "calling"
  kSay,       // the bare form: "say"; finite only behind a plural subject
  kAsks,      // one by which something is asked, promised or warned of: "urged them to"
  kListens,   // among them: takes whom it is said to: "told"
  kNoun,      // a form that is a noun or an adjective as often: "claims", "suspected"
  kHe,        // pronouns, by whom they may stand for
  kShe,
  kThey,
  kI,           // I, we: seldom a speaker that is printed
  kIt,          // it, which, that
  kArticle,     // the, a, an
  kOwner,       // his, her, their, Trump's: begins a noun phrase as an article does
  kDeterminer,  // some, several, another, two
  kPreposition,
  kLinks,      // those that tie one noun to another: of, for, from
  kAccording,  // before whom something is so to: "according", "selon"
  kAnd,        // and, or
  kBut,        // joins clauses alone: but, so, yet
  kJoins,      // subordinates: that, when, because, if
  kWho,        // who, which
  kAuxiliary,  // has, was, will
  kBe,         // of them the forms of be: with a participle, a passive
  kNot,
  kAdverb,     // also, later, then, again
  kTime,       // Monday, today, January
  kTitle,      // before a name: Mr., Sen., President, Gen.
  kHonorific,  // of them those that say nothing but that a name follows: Mr.
  kRole,       // a noun for a person by what they do: spokeswoman, senator, expert
  kMan,        // of roles and titles, those that tell
  kWoman,
  kBody,          // a noun for a body that speaks: ministry, committee, campaign
  kPrinted,       // a noun for something written that speaks: report, statement, letter
  kAbbreviation,  // its period ends no sentence: Gen., Inc., vs.
  kPossessive,    // the 's of a possessive
  kPlural,        // of roles, bodies and pronouns: a speaker of several
};

static_assert(static_cast<unsigned>(WordClass::kPlural) < 64);

constexpr WordClasses Bit(WordClass word_class) {
  return WordClasses{1} << static_cast<unsigned>(word_class);
}
template <class... Rest>
constexpr WordClasses Bits(WordClass first, Rest... rest) {
  return (Bit(first) | ... | Bit(rest));
}

class Lexicon {
 public:
  static const Lexicon& Of(Language language);

  // `word`: lower case, typographic apostrophes as straight ones; none of what is not known.
  WordClasses ClassesOf(std::string_view word) const {
    const WordClasses* classes = classes_.Find(word);
    return classes == nullptr ? 0 : *classes;
  }

 private:
  friend class LexiconBuilder;
  std::vector<std::string> forms_;  // that `classes_` borrows
  WordTable<WordClasses> classes_;
};

}  // namespace stemma
