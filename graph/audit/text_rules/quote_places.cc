#include "graph/audit/text_rules/quote_places.h"

#include <algorithm>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

constexpr uint32_t kLabelMax = 4;      // tokens up to a caption's colon
constexpr uint32_t kNamedMax = 6;      // and up to a headline's
constexpr uint32_t kSignatureMax = 4;  // tokens of a name
constexpr uint32_t kNear = 12;         // words beside a quote that tell of it

const WordMap& CaptionWords() {
  static const WordMap words(
      "caption photo picture pictured image illustration légende photographie");
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

const WordMap& PluperfectWords() {
  static const WordMap words("had avait avaient");
  return words;
}
constexpr WordClasses kSpeech = Bits(WordClass::kSays, WordClass::kSay, WordClass::kSaysThat);

// "Pull quote", "En exergue", also in brackets.
bool HasPullLabel(const TextUnderAudit& text, uint32_t at) {
  const TokenView& tokens = text.Tokens();
  at += tokens.IsMark(at, U'[') ? 1 : 0;
  at += tokens.Is(at, "en") ? 1 : 0;
  return tokens.Is(at, "exergue") || (tokens.Is(at, "pull") && tokens.Is(at + 1, "quote"));
}

// A line that says no more than that a pull quote follows.
bool IsPullLabel(const TextUnderAudit& text, uint32_t paragraph) {
  const TokenRange range = text.Parts().paragraphs[paragraph];
  return range.end - range.begin <= kLabelMax && HasPullLabel(text, range.begin);
}

}  // namespace

bool IsCaption(const TextUnderAudit& text, uint32_t paragraph) {
  const TokenView& tokens = text.Tokens();
  const TokenRange range = text.Parts().paragraphs[paragraph];
  const bool is_bracketed = tokens.IsMark(range.begin, U'[');
  const uint32_t label = range.begin + (is_bracketed ? 1 : 0);
  if (!tokens.IsIn(label, CaptionWords())) {
    return false;
  }
  const char32_t end = is_bracketed ? U']' : U':';
  for (uint32_t i = label + 1; i < std::min(range.end, label + kLabelMax); ++i) {
    if (tokens.IsMark(i, end) || tokens.IsDash(i)) {
      return true;
    }
  }
  return false;
}

bool IsPullQuote(const TextUnderAudit& text, uint32_t paragraph) {
  const TokenRange range = text.Parts().paragraphs[paragraph];
  const bool is_labelled = HasPullLabel(text, range.begin) && !IsPullLabel(text, paragraph);
  return text.Tokens().IsMark(range.begin, U'>') || is_labelled ||
         (paragraph > 0 && IsPullLabel(text, paragraph - 1));
}

bool IsSignedQuote(const TextUnderAudit& text, const QuotedWords& quoted) {
  const TokenView& tokens = text.Tokens();
  const auto& paragraphs = text.Parts().paragraphs;
  const TokenRange range = paragraphs[quoted.paragraph];
  const bool is_behind = quoted.close + 1 < range.end;  // the name is, in one paragraph
  if (quoted.open != range.begin || !quoted.is_closed ||
      (!is_behind && quoted.paragraph + 1 == paragraphs.size())) {
    return false;
  }
  const TokenRange name =
      is_behind ? TokenRange{quoted.close + 1, range.end} : paragraphs[quoted.paragraph + 1];
  bool is_name = tokens.IsDash(name.begin) && name.end > name.begin + 1 &&
                 name.end <= name.begin + 1 + kSignatureMax;
  for (uint32_t i = name.begin + 1; i < name.end; ++i) {
    is_name = is_name && tokens.IsCapital(i);
  }
  bool is_known = false;
  for (uint32_t i = 0; is_name && !is_known && i < tokens.Size(); ++i) {
    is_known = (i < name.begin || i >= name.end) && tokens.IsCapital(i) &&
               tokens.Words(i) == tokens.Words(name.end - 1);
  }
  return is_known;
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
    const bool is_between = i >= quoted.open && i <= quoted.close;
    // "he had told the council", "avait-il dit": before what the text tells now.
    const bool is_before_that =
        tokens.IsIn(i, PluperfectWords()) &&
        (tokens.Has(i + 1, kSpeech) || tokens.Has(i + 2, kSpeech) || tokens.Has(i + 3, kSpeech));
    if (!is_between && (tokens.IsIn(i, RepeatWords()) || is_before_that)) {
      return true;
    }
  }
  return false;
}

}  // namespace stemma
