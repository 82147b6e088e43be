// Who does something: the noun phrase before a verb or behind it, without a parser.
//
// A phrase is followed over the words that may stand in one, as far as its article, its name or
// the next verb, preposition or clause; what is put between commas is stepped over.
// Source: docs/reading.md.
// Thread safety: pure. Each call looks at a bounded number of words.
#pragma once

#include <optional>

#include "graph/reading/text_parts.h"

namespace stemma {

class NounPhrases {
 public:
  explicit NounPhrases(const TextParts& parts) : parts_(parts), tokens_(parts.tokens) {}

  // The subject of the verb at `verb`, which stands before it at or behind `begin`; of a relative
  // clause its pronoun, "who".
  std::optional<TokenRange> SubjectBefore(uint32_t begin, uint32_t verb) const;
  // The phrase that begins at `begin`, or behind adverbs there, and ends before `end`.
  std::optional<TokenRange> PhraseAt(uint32_t begin, uint32_t end) const;
  // The phrase that ends before `end`, not before `begin`.
  std::optional<TokenRange> PhraseBefore(uint32_t begin, uint32_t end) const;

  bool Is(uint32_t token, WordClasses classes) const {
    return (tokens_[token].classes & classes) != 0;
  }
  bool IsMark(uint32_t token, char32_t mark) const { return tokens_[token].mark == mark; }
  bool IsPronoun(uint32_t token) const;
  // "recently", "also": may stand between a subject and its verb.
  bool IsAdverb(uint32_t token) const;
  // Back from `at`, not before `begin`, over the adverbs that stand there.
  uint32_t BeforeAdverbs(uint32_t begin, uint32_t at) const;

 private:
  bool IsPointing(uint32_t token) const;
  bool EndsPhrase(uint32_t token) const;
  bool IsNominal(uint32_t token) const;
  bool IsSpeaker(TokenRange phrase) const;
  uint32_t WalkBack(uint32_t begin, uint32_t end) const;
  uint32_t WalkName(uint32_t begin, uint32_t at) const;
  uint32_t StepOverInsertion(uint32_t begin, uint32_t at) const;
  uint32_t StepOverTail(uint32_t begin, uint32_t at) const;
  uint32_t BehindSubject(uint32_t begin, uint32_t at, bool is_inserted) const;

  const TextParts& parts_;
  const std::vector<Token>& tokens_;
};

}  // namespace stemma
