#include "graph/reading/cues.h"

#include <algorithm>

namespace stemma {
namespace {

using enum WordClass;
using Found = std::optional<Attribution>;

constexpr WordClasses kFinite = Bits(kSays, kSaysThat);
// How far from its quote a cue may stand, in words.
constexpr uint32_t kReach = 40;
// How long "X said" at the end of a sentence may be, with what is said of X.
constexpr uint32_t kFinalReach = 20;
// How far the verb of which a participle hangs, what introduces a sentence, or "by X" may reach.
constexpr uint32_t kClauseReach = 60;
constexpr uint32_t kHeadReach = 8;
// ", a-t-il dit,"
constexpr uint32_t kInsideReach = 6;

}  // namespace

// "Mr. Grassley and Mr. Leahy", "observers in Virginia": several, told some words before the verb.
bool Cues::HasPluralHead(uint32_t end) const {
  if (phrases_.Is(end - 1, kFinite | Bits(kAuxiliary, kJoins, kPreposition)) ||
      phrases_.IsPronoun(end - 1)) {
    return false;
  }
  const uint32_t limit = end > kHeadReach ? end - kHeadReach : 0;
  for (uint32_t k = end; k-- > limit && tokens_[k].mark == 0;) {
    if (phrases_.Is(k, Bit(kPlural)) && phrases_.Is(k, Bits(kRole, kBody))) {
      return true;
    }
    if (phrases_.Is(k, Bit(kAnd))) {
      return k > 0 && tokens_[k - 1].is_capital;
    }
    if (phrases_.Is(k, kFinite | Bits(kAuxiliary, kJoins))) {
      return false;
    }
  }
  return false;
}

bool Cues::IsFinite(uint32_t at) const {
  if (tokens_[at].is_capital) {
    return false;
  }
  if (phrases_.Is(at, kFinite)) {
    return true;
  }
  if (!phrases_.Is(at, Bit(kSay))) {
    return false;
  }
  // The bare form is finite behind several: "critics say", "who say".
  const uint32_t before = phrases_.BeforeAdverbs(at > 3 ? at - 3 : 0, at);
  if (before == 0 || tokens_[before - 1].kind != TokenKind::kWord) {
    return false;
  }
  const Token& subject = tokens_[before - 1];
  const std::string_view word = parts_.Words(subject);
  const bool is_plural_noun = subject.classes == 0 && !subject.is_capital && word.size() > 4 &&
                              word.ends_with('s') && !word.ends_with("ss") &&
                              !phrases_.Is(at, Bit(kNoun));
  return is_plural_noun || HasPluralHead(before) ||
         (phrases_.Is(before - 1, Bits(kPlural, kWho)) &&
          !phrases_.Is(before - 1, Bit(kAuxiliary)));
}

// "according to", "selon": how many words it is, 0 for none.
uint32_t Cues::AccordingAt(uint32_t at) const {
  if (!phrases_.Is(at, Bit(kAccording))) {
    return 0;
  }
  return parts_.Words(tokens_[at]).ends_with("ccording") ? 2 : 1;
}

Found Cues::Behind(uint32_t begin, uint32_t end, bool is_parted) const {
  if (!is_parted) {
    const Found inverted = Inverted(begin, end);
    if (inverted && phrases_.Is(inverted->cue.begin, Bit(kSays))) {
      return inverted;
    }
    const Found found = Final(begin, end);
    return found ? found : According(begin, end);
  }
  if (Found found = Inverted(begin, end)) {
    return found;
  }
  const uint32_t first = begin + (parts_.Words(tokens_[begin]) == "as" ? 1 : 0);  // "as X put it"
  if (first < end && !phrases_.Is(first, Bits(kJoins, kBut, kAnd))) {
    if (Found found = SubjectFirst(first, end)) {
      return found;
    }
  }
  return According(begin, end);
}

Found Cues::Inside(TokenRange words) const {
  for (uint32_t comma = words.begin; comma + 2 < words.end; ++comma) {
    if (tokens_[comma].mark != U',') {
      continue;
    }
    Found found = Inverted(comma + 1, words.end);
    if (!found) {
      found = SubjectFirst(comma + 1, std::min(words.end, comma + kInsideReach));
      if (found && !phrases_.Is(found->speaker.begin, Bits(kHe, kShe, kThey))) {
        found.reset();  // the quote's own words: "Paul, qui a dit cela, …"
      }
    }
    if (found && std::max(found->speaker.end, found->cue.end) < words.end &&
        tokens_[std::max(found->speaker.end, found->cue.end)].mark == U',') {
      found->method = "quote.inside/1";
      return found;
    }
  }
  return std::nullopt;
}

// said X
Found Cues::Inverted(uint32_t begin, uint32_t end) const {
  uint32_t cue = begin;
  while (cue < end && (phrases_.IsAdverb(cue) || phrases_.Is(cue, Bit(kAuxiliary)))) {
    ++cue;
  }
  if (cue >= end || !IsFinite(cue)) {
    return std::nullopt;
  }
  const auto subject = phrases_.PhraseAt(cue + 1, end);
  if (!subject || phrases_.Is(subject->begin, Bit(kTime))) {
    return std::nullopt;
  }
  return Attribution{*subject, {cue, cue + 1}, "quote.qvs/1"};
}

// X said
Found Cues::SubjectFirst(uint32_t begin, uint32_t end) const {
  for (uint32_t cue = begin + 1; cue < end; ++cue) {
    if (IsFinite(cue) && !IsPassive(begin, cue)) {
      if (const auto subject = phrases_.SubjectBefore(begin, cue)) {
        return Attribution{*subject, {cue, cue + 1}, "quote.qsv/1"};
      }
    }
  }
  return std::nullopt;
}

// Whether what stands at `at` only says when, where or with what else.
bool Cues::EndsClause(uint32_t at, uint32_t end) const {
  return at >= end || tokens_[at].mark != 0 || phrases_.IsAdverb(at) ||
         phrases_.Is(at, Bits(kTime, kPreposition, kJoins, kWho, kSaying));
}

// "told reporters", "told me": where what follows the listener begins.
uint32_t Cues::BehindListener(uint32_t cue, uint32_t end) const {
  if (!phrases_.Is(cue, Bit(kListens)) || cue + 1 >= end) {
    return cue + 1;
  }
  const auto listener = phrases_.PhraseAt(cue + 1, end);
  return listener ? listener->end : cue + 2;
}

Found Cues::Final(uint32_t begin, uint32_t end) const {
  const uint32_t limit = end - begin > kFinalReach ? end - kFinalReach : begin;
  for (uint32_t comma = end; comma-- > limit;) {
    if (tokens_[comma].mark != U',') {
      continue;
    }
    uint32_t begin_behind = comma + 1;
    while (begin_behind < end && tokens_[begin_behind].mark == U'\'') {
      ++begin_behind;  // doubled apostrophes for a quotation mark
    }
    if (Found found = Inverted(begin_behind, end);
        found && phrases_.Is(found->cue.begin, Bit(kSays)) && EndsClause(found->speaker.end, end)) {
      found->method = "quote.final/1";
      return found;
    }
    for (uint32_t cue = begin_behind + 1; cue < end; ++cue) {
      if (IsFinite(cue) && phrases_.Is(cue, Bits(kSays, kSay)) && !IsPassive(begin, cue) &&
          EndsClause(BehindListener(cue, end), end)) {
        const auto subject = phrases_.SubjectBefore(begin_behind, cue);
        if (subject && subject->begin <= begin_behind + 1 &&
            !phrases_.Is(subject->begin, Bit(kWho))) {
          return Attribution{*subject, {cue, cue + 1}, "quote.final/1"};
        }
      }
    }
  }
  return std::nullopt;
}

// "according" stands for a verb with its subject behind.
Found Cues::According(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at + 2 < end; ++at) {
    if (const Found found = AccordingTo(at, end)) {
      return found;
    }
  }
  return std::nullopt;
}

Found Cues::AccordingTo(uint32_t at, uint32_t end) const {
  const uint32_t size = AccordingAt(at);
  if (size == 0 || at + size >= end) {
    return std::nullopt;
  }
  const auto subject = phrases_.PhraseAt(at + size, end);
  if (!subject) {
    return std::nullopt;
  }
  return Attribution{*subject, {at, at + size}, "quote.according/1"};
}

Found Cues::Before(uint32_t begin, size_t i) const {
  const uint32_t open = quoted_[i].open;
  const uint32_t limit = open - begin > kReach ? open - kReach : begin;
  size_t earlier = i;
  for (uint32_t at = open; at-- > limit;) {
    if (earlier > 0 && at <= quoted_[earlier - 1].close && at >= quoted_[earlier - 1].open) {
      at = quoted_[--earlier].open;
      if (at <= limit) {
        break;
      }
      continue;
    }
    if (const Found found = AccordingTo(at, open)) {
      return found;
    }
    if (at == begin) {
      return Opening(begin, open);
    }
    if (Found found = At(begin, at, open)) {
      const Found outer =
          MayBeReported(*found) ? Outer(limit, found->speaker.begin, open) : Found();
      return outer ? outer : found;
    }
  }
  return std::nullopt;
}

// Said X: "…"
Found Cues::Opening(uint32_t begin, uint32_t open) const {
  if (!phrases_.Is(begin, Bit(kSays)) ||
      !(tokens_[open - 1].mark == U':' || tokens_[open - 1].mark == U',')) {
    return std::nullopt;
  }
  const auto subject = phrases_.PhraseAt(begin + 1, open);
  if (!subject) {
    return std::nullopt;
  }
  return Attribution{*subject, {begin, begin + 1}, "quote.vsq/1"};
}

// "was called", "was warned": what stands before it does not speak.
bool Cues::IsPassive(uint32_t begin, uint32_t verb) const {
  const uint32_t before = phrases_.BeforeAdverbs(begin, verb);
  return before > begin && phrases_.Is(before - 1, Bit(kBe)) &&
         phrases_.Is(verb, Bits(kSaysThat, kListens));
}

// The subject of a finite verb. "X laughed and said": what joins two verbs leaves it to the first.
// "was called", with whom it was called by.
std::optional<TokenRange> Cues::SubjectOf(uint32_t begin, uint32_t verb, uint32_t end) const {
  if (IsPassive(begin, verb)) {
    end = std::min(end, verb + kFinalReach);
    for (uint32_t k = verb + 1; k + 1 < end; ++k) {
      if (parts_.Words(tokens_[k]) == "by" || parts_.Words(tokens_[k]) == "par") {
        return phrases_.PhraseAt(k + 1, end);
      }
    }
    return std::nullopt;
  }
  const uint32_t before = phrases_.BeforeAdverbs(begin, verb);
  if (before > begin && phrases_.Is(before - 1, Bits(kAnd, kBut))) {
    return SubjectOfSentence(begin, verb);
  }
  return phrases_.SubjectBefore(begin, verb);
}

Found Cues::At(uint32_t begin, uint32_t at, uint32_t open) const {
  if (IsFinite(at)) {
    if (const auto subject = SubjectOf(begin, at, open)) {
      return Attribution{*subject, {at, at + 1}, MethodBefore(at, open)};
    }
  }
  if (phrases_.Is(at, Bit(kSaying)) && !tokens_[at].is_capital) {
    if (const auto subject = SubjectOfParticiple(begin, at)) {
      return Attribution{*subject, {at, at + 1}, "quote.participle/1"};
    }
  }
  return std::nullopt;
}

std::optional<TokenRange> Cues::SubjectOfParticiple(uint32_t begin, uint32_t at) const {
  const bool is_apart =
      tokens_[at - 1].mark != 0 || phrases_.Is(at - 1, Bits(kAnd, kBut, kJoins, kPreposition));
  if (!is_apart) {
    return phrases_.SubjectBefore(begin, at);
  }
  const Found main = Outer(begin, at, at);
  return main ? main->speaker : SubjectOfSentence(begin, at);
}

// "She says it underscores that …": the inner subject only stands in what she says.
bool Cues::MayBeReported(const Attribution& inner) const {
  return !phrases_.Is(inner.cue.begin, Bits(kSays, kSaying)) &&
         inner.speaker.end - inner.speaker.begin <= 3;
}

Found Cues::Outer(uint32_t begin, uint32_t end, uint32_t open) const {
  begin = std::max(begin, end - std::min(end, kClauseReach));
  auto quote =
      std::upper_bound(quoted_.begin(), quoted_.end(), end,
                       [](uint32_t wanted, const QuotedWords& one) { return wanted < one.open; });
  for (uint32_t at = end; at-- > begin + 1;) {
    if (quote != quoted_.begin() && at <= (quote - 1)->close && at >= (quote - 1)->open) {
      at = (--quote)->open;
      if (at <= begin + 1) {
        break;
      }
      continue;
    }
    if (IsFinite(at) && phrases_.Is(at, Bit(kSays))) {
      if (const auto subject = SubjectOf(begin, at, end)) {
        return Attribution{*subject, {at, at + 1}, MethodBefore(at, open)};
      }
    }
  }
  return std::nullopt;
}

Found Cues::Told(TokenRange sentence) const {
  for (uint32_t at = sentence.end; at-- > sentence.begin + 1;) {
    if (IsFinite(at)) {
      if (const auto subject = SubjectOf(sentence.begin, at, sentence.end)) {
        return Attribution{*subject, {at, at + 1}, {}};
      }
    }
  }
  return std::nullopt;
}

std::string_view Cues::MethodBefore(uint32_t cue, uint32_t open) const {
  const char32_t mark = tokens_[open - 1].mark;
  if (mark == U',' || mark == U':' || cue + 1 == open) {
    return "quote.svq/1";
  }
  for (uint32_t k = cue + 1; k < open; ++k) {
    if (phrases_.Is(k, Bit(kJoins))) {
      return "quote.sv-that/1";
    }
  }
  return "quote.sv/1";
}

// The first noun phrase, behind what introduces it: "On Monday, X …, saying".
std::optional<TokenRange> Cues::SubjectOfSentence(uint32_t begin, uint32_t verb) const {
  verb = std::min(verb, begin + kClauseReach);
  uint32_t at = begin;
  while (at < verb && tokens_[at].mark != 0) {
    ++at;
  }
  if (at < verb && phrases_.Is(at, Bits(kPreposition, kJoins, kTime, kSaying))) {
    while (at < verb && tokens_[at].mark != U',') {
      ++at;
    }
    ++at;
  }
  return at < verb ? phrases_.PhraseAt(at, verb) : std::nullopt;
}

}  // namespace stemma
