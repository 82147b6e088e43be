#include "graph/audit/text_rules/quote_places.h"

#include <algorithm>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

constexpr uint32_t kLabelMax = 4;  // tokens up to a caption's colon
constexpr uint32_t kNamedMax = 6;  // and up to a headline's
constexpr uint32_t kNear = 12;     // words beside a quote that tell of it

const WordMap& CaptionWords() {
  static const WordMap words("caption photo picture pictured image légende photographie");
  return words;
}
const WordMap& OwnersOfSpeech() {
  static const WordMap words("my our mon ma mes notre nos j' je nous");
  return words;
}
const WordMap& RepeatWords() {
  static const WordMap words(
      "repeated repeats repeating reiterated remark phrase words sentence recalling recalled "
      "quip put répété répète répétait formule mots paroles propos phrase redit rappelant rappelé");
  return words;
}

}  // namespace

bool IsCaption(const TextUnderAudit& text, uint32_t paragraph) {
  const TokenRange range = text.Parts().paragraphs[paragraph];
  if (!text.Tokens().IsIn(range.begin, CaptionWords())) {
    return false;
  }
  for (uint32_t i = range.begin + 1; i < std::min(range.end, range.begin + kLabelMax); ++i) {
    if (text.Tokens().IsMark(i, U':')) {
      return true;
    }
  }
  return false;
}

bool IsPullQuote(const TextUnderAudit& text, uint32_t paragraph) {
  const uint32_t begin = text.Parts().paragraphs[paragraph].begin;
  const uint32_t label = begin + (text.Tokens().IsMark(begin, U'[') ? 1 : 0);
  return text.Tokens().IsMark(begin, U'>') || text.Tokens().Is(label, "exergue") ||
         (text.Tokens().Is(label, "pull") && text.Tokens().Is(label + 1, "quote"));
}

std::optional<Span> UnmarkedHeadline(const TextUnderAudit& text) {
  const TokenView& tokens = text.Tokens();
  const TokenRange title = text.Parts().paragraphs.front();
  const bool has_marks =
      !text.Quoted().empty() && text.Quoted().front().paragraph == text.ParagraphOf(title.begin);
  uint32_t colon = title.begin;
  while (colon < title.end && !tokens.IsMark(colon, U':')) {
    ++colon;
  }
  if (has_marks || colon > title.begin + kNamedMax || colon + 1 >= title.end) {
    return std::nullopt;
  }
  for (uint32_t i = colon + 1; i < title.end; ++i) {
    if (tokens.Has(i, Bit(WordClass::kI)) || tokens.IsIn(i, OwnersOfSpeech())) {
      return text.Parts().SpanOf({colon + 1, title.end});
    }
  }
  return std::nullopt;
}

bool SaysItIsRepeated(const TextUnderAudit& text, const QuotedWords& quoted) {
  const TokenView& tokens = text.Tokens();
  const TokenRange sentence = text.SentenceAt(tokens[quoted.open].begin);
  const uint32_t begin = std::max(sentence.begin, quoted.open - std::min(quoted.open, kNear));
  const uint32_t end = std::min(tokens.Size(), quoted.close + kNear);
  for (uint32_t i = begin; i < end; ++i) {
    if ((i < quoted.open || i > quoted.close) && tokens.IsIn(i, RepeatWords())) {
      return true;
    }
  }
  return false;
}

}  // namespace stemma
