// Words that report speech, with who they say speaks: "X said", "said X", "according to X".
//
// Source: docs/reading.md.
// Thread safety: pure. Each call looks at a bounded number of words.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "graph/reading/noun_phrases.h"
#include "graph/reading/quote_marks.h"
#include "graph/reading/text_parts.h"

namespace stemma {

struct Attribution {
  TokenRange speaker;
  TokenRange cue;
  std::string_view method;
};

class Cues {
 public:
  Cues(const TextParts& parts, const std::vector<QuotedWords>& quoted)
      : parts_(parts), tokens_(parts.tokens), phrases_(parts), quoted_(quoted) {}

  // In the words behind a quote, from `begin`. `is_parted`: a mark stands between them.
  std::optional<Attribution> Behind(uint32_t begin, uint32_t end, bool is_parted) const;
  // In the words from `begin` to quote `i`; what other quotes there hold is passed over.
  std::optional<Attribution> Before(uint32_t begin, size_t i) const;
  // "…, a ajouté X, …": within the words of a quote, as French prints it.
  std::optional<Attribution> Inside(TokenRange words) const;
  // "…, X said" at the end of a sentence.
  std::optional<Attribution> Final(uint32_t begin, uint32_t end) const;
  // "according to X", which may stand anywhere.
  std::optional<Attribution> According(uint32_t begin, uint32_t end) const;

  // The last finite cue of a sentence without quotes.
  std::optional<Attribution> Told(TokenRange sentence) const;

  // Whose verb a participle is: "…, adding that".
  std::optional<TokenRange> SubjectOfParticiple(uint32_t begin, uint32_t at) const;
  // Whether a word is a verb that reports, with a subject of its own.
  bool IsFinite(uint32_t at) const;
  // Whose verb a finite one is: its subject, or whom a passive names.
  std::optional<TokenRange> SubjectOf(uint32_t begin, uint32_t verb, uint32_t end) const;

  const NounPhrases& Phrases() const { return phrases_; }

 private:
  std::optional<Attribution> Inverted(uint32_t begin, uint32_t end) const;
  std::optional<Attribution> SubjectFirst(uint32_t begin, uint32_t end) const;
  std::optional<Attribution> At(uint32_t begin, uint32_t at, uint32_t open) const;
  bool EndsClause(uint32_t at, uint32_t end) const;
  uint32_t BehindListener(uint32_t cue, uint32_t end) const;
  std::optional<Attribution> Opening(uint32_t begin, uint32_t open) const;
  std::optional<Attribution> Outer(uint32_t begin, uint32_t end, uint32_t open) const;
  std::optional<TokenRange> SubjectOfSentence(uint32_t begin, uint32_t verb) const;
  bool MayBeReported(const Attribution& inner) const;
  bool IsPassive(uint32_t begin, uint32_t verb) const;
  uint32_t AccordingAt(uint32_t at) const;
  std::optional<Attribution> AccordingTo(uint32_t at, uint32_t end) const;
  bool HasPluralHead(uint32_t end) const;
  std::string_view MethodBefore(uint32_t cue, uint32_t open) const;

  const TextParts& parts_;
  const std::vector<Token>& tokens_;
  NounPhrases phrases_;
  const std::vector<QuotedWords>& quoted_;
};

}  // namespace stemma
