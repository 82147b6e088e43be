#include "graph/reading/noun_phrases.h"

#include <algorithm>
#include <string_view>

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kPhraseTokensMax = 24;
constexpr uint32_t kInsertionTokensMax = 40;
constexpr uint32_t kTailTokensMax = 12;

constexpr WordClasses kPronouns = Bits(kHe, kShe, kThey, kI, kIt);
constexpr WordClasses kBeginsPhrase = Bits(kArticle, kOwner, kDeterminer);

}  // namespace

bool NounPhrases::IsPronoun(uint32_t token) const {
  return Is(token, kPronouns) && !Is(token, Bit(kJoins));
}

bool NounPhrases::IsAdverb(uint32_t token) const {
  const Token& word = tokens_[token];
  return word.kind == TokenKind::kWord &&
         (Is(token, Bits(kAdverb, kNot)) ||
          (!word.is_capital && word.end - word.begin > 4 && parts_.Words(word).ends_with("ly") &&
           !Is(token, Bits(kRole, kBody, kOwner))));
}

uint32_t NounPhrases::BeforeAdverbs(uint32_t begin, uint32_t at) const {
  while (at > begin && IsAdverb(at - 1)) {
    --at;
  }
  return at;
}

// "this", "last", "next": with a time behind.
bool NounPhrases::IsPointing(uint32_t token) const {
  const std::string_view word = parts_.Words(tokens_[token]);
  return word == "this" || word == "last" || word == "next" || word == "early" || word == "late" ||
         word == "cette" || word == "ce";
}

// Words that stand in no noun phrase, or begin what it is not part of.
bool NounPhrases::EndsPhrase(uint32_t token) const {
  const Token& word = tokens_[token];
  if (word.kind == TokenKind::kPunctuation) {
    return true;
  }
  if (word.is_capital && !Is(token, kPronouns)) {
    // At the beginning of a sentence, "But", "After"; in a name no such word is a capital.
    return Is(token, Bits(kBut, kAnd)) || (Is(token, Bit(kJoins)) && !Is(token, Bit(kTime)));
  }
  return Is(token,
            Bits(kSays, kSaysThat, kSaying, kBut, kJoins, kWho, kAuxiliary, kNot) | kPronouns) ||
         IsAdverb(token);
}

bool NounPhrases::IsNominal(uint32_t token) const {
  return tokens_[token].kind != TokenKind::kPunctuation && !EndsPhrase(token) &&
         (tokens_[token].is_capital || !Is(token, Bits(kPreposition, kAnd, kTime) | kBeginsPhrase));
}

// From the article or the first name of the run of capitals that ends before `at`, further back
// over what is said of the person: "former Trump campaign manager Corey Lewandowski".
uint32_t NounPhrases::WalkName(uint32_t begin, uint32_t at) const {
  uint32_t first = at;
  uint32_t trusted = at;
  while (first > begin && at - first < kPhraseTokensMax) {
    const uint32_t token = first - 1;
    if (Is(token, Bit(kJoins))) {
      break;  // "camps that Beijing insists"
    }
    if (Is(token, kBeginsPhrase) && !tokens_[token].is_capital) {
      return token;
    }
    if (Is(token, Bits(kArticle, kOwner))) {
      return token;  // at the beginning of a sentence
    }
    if (Is(token, Bit(kPossessive)) || (IsNominal(token) && tokens_[token].is_capital)) {
      first = token;
      trusted = token;
      continue;
    }
    if (!IsNominal(token)) {
      break;
    }
    // A lower-case word: part of the phrase when it names a role, or stands before one that does.
    const bool is_role = Is(token, Bits(kRole, kBody, kTitle));
    if (!is_role && trusted == at) {
      break;
    }
    first = token;
    trusted = is_role ? token : trusted;
  }
  return trusted;
}

uint32_t NounPhrases::WalkBack(uint32_t begin, uint32_t end) const {
  uint32_t first = end;
  while (first > begin && end - first < kPhraseTokensMax) {
    const uint32_t token = first - 1;
    const bool is_last = first == end;
    if (Is(token, Bit(kPossessive)) && !is_last) {
      first = token;
      continue;
    }
    if (Is(token, kBeginsPhrase)) {
      first = token;
      const bool goes_on = token > begin + 1 && Is(token - 1, Bit(kPreposition)) &&
                           IsNominal(token - 2) && !Is(token - 2, Bit(kTime));
      if (!goes_on) {
        break;
      }
      first = token - 1;
      continue;
    }
    if (Is(token, Bit(kPreposition)) && !tokens_[token].is_capital) {
      if (is_last || token == begin || !IsNominal(token - 1)) {
        break;
      }
      first = token;
      continue;
    }
    if (Is(token, Bit(kAnd))) {
      const bool joins_names = !is_last && token > begin && IsNominal(token - 1) &&
                               (tokens_[token - 1].is_capital == tokens_[first].is_capital ||
                                !IsSpeaker({first, end})) &&
                               !Is(token - 1, Bit(kTime));
      if (!joins_names) {
        break;
      }
      first = token;
      continue;
    }
    if (EndsPhrase(token) ||
        (Is(token, Bit(kTime)) && !(token > begin && tokens_[token - 1].is_capital))) {
      break;
    }
    if (tokens_[token].is_capital) {
      const uint32_t name = WalkName(begin, token);
      first = std::min(name, token);
      if (Is(first, kBeginsPhrase) || first == begin ||
          !Is(first - 1, Bits(kPreposition, kAnd, kPossessive))) {
        if (first > begin + 1 && Is(first, kBeginsPhrase) && Is(first - 1, Bit(kPreposition)) &&
            IsNominal(first - 2)) {
          first -= 1;
          continue;
        }
        break;
      }
      continue;
    }
    first = token;
  }
  while (first < end && Is(first, Bits(kPreposition, kAnd, kPossessive))) {
    ++first;
  }
  return first;
}

// A phrase that may be said to speak: somebody, some body or something printed.
bool NounPhrases::IsSpeaker(TokenRange phrase) const {
  if (phrase.IsEmpty()) {
    return false;
  }
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (tokens_[i].kind == TokenKind::kWord &&
        ((tokens_[i].is_capital &&
          !Is(i, Bits(kTime, kPreposition, kJoins, kAdverb) | kBeginsPhrase)) ||
         Is(i, Bits(kRole, kBody, kPrinted)))) {
      return true;
    }
  }
  return phrase.end - phrase.begin == 1 ? IsPronoun(phrase.begin) || Is(phrase.begin, Bit(kPlural))
                                        : Is(phrase.begin, kBeginsPhrase);
}

std::optional<TokenRange> NounPhrases::PhraseBefore(uint32_t begin, uint32_t end) const {
  if (end <= begin) {
    return std::nullopt;
  }
  if (IsPronoun(end - 1)) {
    return TokenRange{end - 1, end};
  }
  const TokenRange phrase{WalkBack(begin, end), end};
  return IsSpeaker(phrase) ? std::optional(phrase) : std::nullopt;
}

// Back over what stands between two commas, dashes or brackets, the later of which is at `at` - 1.
// 0 when it has no partner.
uint32_t NounPhrases::StepOverInsertion(uint32_t begin, uint32_t at) const {
  const char32_t close = tokens_[at - 1].mark;
  const char32_t open = close == U')' ? U'(' : close == U']' ? U'[' : close;
  const uint32_t limit = at - begin > kInsertionTokensMax ? at - kInsertionTokensMax : begin;
  uint32_t found = 0;
  for (uint32_t i = at - 1; i > limit; --i) {
    if (tokens_[i - 1].mark == open) {
      found = i - 1;
      break;
    }
    const bool ends_sentence =
        tokens_[i - 1].mark == U'.' && open != U'(' && open != U'[' && tokens_[i].mark != U',';
    if (ends_sentence || tokens_[i - 1].mark == U';') {
      return 0;
    }
  }
  return found;
}

// Back over what else is said of a person before `at`: "Jane Roe, 59, of Ashton, Md."
uint32_t NounPhrases::StepOverTail(uint32_t begin, uint32_t at) const {
  for (int parts = 0; parts < 4; ++parts) {
    uint32_t comma = at;
    const uint32_t limit = at > begin + kTailTokensMax ? at - kTailTokensMax : begin + 1;
    while (comma > limit && tokens_[comma - 1].mark == 0) {
      --comma;
    }
    if (comma <= limit || tokens_[comma - 1].mark != U',' || comma == at) {
      return at;
    }
    const bool is_tail =
        (tokens_[comma].kind == TokenKind::kNumber && comma + 1 == at) ||
        Is(comma, Bits(kPreposition, kWho)) ||
        (!tokens_[comma].is_capital && Is(comma, Bits(kArticle, kOwner, kRole))) ||
        (comma + 2 >= at && tokens_[comma].is_capital && tokens_[comma - 2].is_capital);
    if (!is_tail) {
      return at;
    }
    at = comma - 1;
  }
  return at;
}

// Back from a verb over its auxiliaries, adverbs and times: "has also", "on Tuesday", "this month".
uint32_t NounPhrases::BehindSubject(uint32_t begin, uint32_t at, bool is_inserted) const {
  while (at > begin) {
    const uint32_t before = at - 1;
    const bool ends_name = Is(before, Bit(kTime)) && !Is(before, Bit(kAdverb)) &&
                           tokens_[before].is_capital && before > begin &&
                           tokens_[before - 1].is_capital;  // "Theresa May"
    const bool is_clitic =
        Is(before, Bit(kPossessive)) && before > begin && IsPronoun(before - 1);  // "he's"
    if (ends_name || !(IsAdverb(before) || is_clitic || Is(before, Bits(kAuxiliary, kTime, kNot)) ||
                       (is_inserted && Is(before, Bit(kAnd))))) {
      break;
    }
    at = before;
    const bool is_dated =
        Is(before, Bit(kTime)) && at > begin &&
        (tokens_[at].is_capital ? Is(at - 1, Bit(kPreposition)) : IsPointing(at - 1));
    at -= is_dated ? 1 : 0;
  }
  return at;
}

std::optional<TokenRange> NounPhrases::SubjectBefore(uint32_t begin, uint32_t verb) const {
  uint32_t at = verb;
  for (int insertions = 0; insertions < 4; ++insertions) {
    at = BehindSubject(begin, at, insertions > 0);
    if (at <= begin) {
      return std::nullopt;
    }
    if (Is(at - 1, Bit(kWho))) {
      return TokenRange{at - 1, at};
    }
    // "the suspected ties", "in reports": no verb at all.
    if (at == verb && Is(at - 1, Bits(kArticle, kOwner, kPossessive, kPreposition))) {
      return std::nullopt;
    }
    const char32_t mark = tokens_[at - 1].mark;
    if (mark != U',' && mark != U')' && mark != U'—' && mark != U'–' && mark != U']') {
      break;
    }
    const uint32_t before = StepOverInsertion(begin, at);
    if (before <= begin) {
      return std::nullopt;
    }
    at = StepOverTail(begin, before);
  }
  const auto phrase = PhraseBefore(begin, at);
  if (phrase && at == verb && Is(verb, Bit(kNoun)) && !IsPronoun(at - 1) &&
      !tokens_[at - 1].is_capital && !Is(at - 1, Bits(kRole, kBody, kPrinted))) {
    return std::nullopt;  // "the woman's quotes", "late-night tweets"
  }
  return phrase;
}

std::optional<TokenRange> NounPhrases::PhraseAt(uint32_t begin, uint32_t end) const {
  while (begin < end && IsAdverb(begin)) {
    ++begin;
  }
  if (begin >= end) {
    return std::nullopt;
  }
  if (IsPronoun(begin)) {
    return TokenRange{begin, begin + 1};
  }
  end = std::min(end, begin + kPhraseTokensMax);
  uint32_t last = begin;
  for (uint32_t i = begin; i < end; ++i) {
    const bool joins = Is(i, Bits(kPreposition, kAnd)) && !tokens_[i].is_capital;
    if (joins) {
      const bool goes_on = i > begin && i + 1 < end && !EndsPhrase(i + 1) &&
                           !Is(i + 1, Bit(kTime)) && Is(i, Bits(kLinks, kAnd));
      if (!goes_on) {
        break;
      }
      continue;
    }
    if (!Is(i, Bit(kPossessive)) &&
        (EndsPhrase(i) || (Is(i, Bit(kTime)) && i > begin && !tokens_[i - 1].is_capital))) {
      break;
    }
    last = i + 1;
  }
  const TokenRange phrase{begin, last};
  return IsSpeaker(phrase) ? std::optional(phrase) : std::nullopt;
}

}  // namespace stemma
