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

}  // namespace

bool Cues::IsFinite(uint32_t at) const {
  return phrases_.Is(at, kFinite) && !tokens_[at].is_capital;
}

bool Cues::IsAccording(uint32_t at) const {
  return tokens_[at].end - tokens_[at].begin == 9 &&
         (parts_.Words(tokens_[at]) == "according" || parts_.Words(tokens_[at]) == "According");
}

Found Cues::Behind(uint32_t begin, uint32_t end, bool is_parted) const {
  if (!is_parted) {
    const Found found = Final(begin, end);
    return found ? found : According(begin, end);
  }
  if (Found found = Inverted(begin, end)) {
    return found;
  }
  if (!phrases_.Is(begin, Bit(kJoins))) {
    if (Found found = SubjectFirst(begin, end)) {
      return found;
    }
  }
  return According(begin, end);
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
    if (IsFinite(cue)) {
      if (const auto subject = phrases_.SubjectBefore(begin, cue)) {
        return Attribution{*subject, {cue, cue + 1}, "quote.qsv/1"};
      }
    }
  }
  return std::nullopt;
}

Found Cues::Final(uint32_t begin, uint32_t end) const {
  const uint32_t limit = end - begin > kFinalReach ? end - kFinalReach : begin;
  for (uint32_t comma = end; comma-- > limit;) {
    if (tokens_[comma].mark != U',') {
      continue;
    }
    if (Found found = Inverted(comma + 1, end)) {
      found->method = "quote.final/1";
      return found;
    }
    for (uint32_t cue = comma + 2; cue < end; ++cue) {
      if (IsFinite(cue) && phrases_.Is(cue, Bit(kSays))) {
        const auto subject = phrases_.SubjectBefore(comma + 1, cue);
        if (subject && subject->begin <= comma + 2) {
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
    if (IsAccording(at)) {
      if (const auto subject = phrases_.PhraseAt(at + 2, end)) {
        return Attribution{*subject, {at, at + 2}, "quote.according/1"};
      }
    }
  }
  return std::nullopt;
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
    if (IsAccording(at) && at + 2 < open) {
      if (const auto subject = phrases_.PhraseAt(at + 2, open)) {
        return Attribution{*subject, {at, at + 2}, "quote.according/1"};
      }
    }
    if (at == begin) {
      break;
    }
    if (Found found = At(begin, at, open)) {
      const Found outer =
          MayBeReported(*found) ? Outer(limit, found->speaker.begin, open) : Found();
      return outer ? outer : found;
    }
  }
  return std::nullopt;
}

Found Cues::At(uint32_t begin, uint32_t at, uint32_t open) const {
  if (IsFinite(at)) {
    if (const auto subject = phrases_.SubjectBefore(begin, at)) {
      return Attribution{*subject, {at, at + 1}, MethodBefore(at, open)};
    }
  }
  if (phrases_.Is(at, Bit(kSaying)) && !tokens_[at].is_capital) {
    const bool is_apart =
        tokens_[at - 1].mark != 0 || phrases_.Is(at - 1, Bits(kAnd, kBut, kJoins, kPreposition));
    const auto subject =
        is_apart ? SubjectOfSentence(begin, at) : phrases_.SubjectBefore(begin, at);
    if (subject) {
      return Attribution{*subject, {at, at + 1}, "quote.participle/1"};
    }
  }
  return std::nullopt;
}

// "She says it underscores that …": the inner subject only stands in what she says.
bool Cues::MayBeReported(const Attribution& inner) const {
  return !phrases_.Is(inner.cue.begin, Bits(kSays, kSaying)) &&
         inner.speaker.end - inner.speaker.begin <= 3;
}

Found Cues::Outer(uint32_t begin, uint32_t end, uint32_t open) const {
  for (uint32_t at = end; at-- > begin + 1;) {
    if (IsFinite(at) && phrases_.Is(at, Bit(kSays))) {
      if (const auto subject = phrases_.SubjectBefore(begin, at)) {
        return Attribution{*subject, {at, at + 1}, MethodBefore(at, open)};
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
