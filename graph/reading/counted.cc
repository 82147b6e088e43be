#include "graph/reading/counted.h"

#include <algorithm>
#include <array>

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kNounWordsMax = 5;

struct KnownHedge {
  std::string_view words;
  Bound bound;
};

// Each with its words parted by spaces; the longer before the shorter that it ends with.
constexpr auto kHedges = std::to_array<KnownHedge>({
    {"no more than", Bound::kAtMost},
    {"not more than", Bound::kAtMost},
    {"no fewer than", Bound::kAtLeast},
    {"no less than", Bound::kAtLeast},
    {"not less than", Bound::kAtLeast},
    {"more than", Bound::kAtLeast},
    {"better than", Bound::kAtLeast},
    {"greater than", Bound::kAtLeast},
    {"fewer than", Bound::kAtMost},
    {"less than", Bound::kAtMost},
    {"at least", Bound::kAtLeast},
    {"at most", Bound::kAtMost},
    {"as many as", Bound::kAtMost},
    {"as much as", Bound::kAtMost},
    {"as few as", Bound::kAtLeast},
    {"as little as", Bound::kAtLeast},
    {"up to", Bound::kAtMost},
    {"upwards of", Bound::kAtLeast},
    {"upward of", Bound::kAtLeast},
    {"in excess of", Bound::kAtLeast},
    {"just over", Bound::kAtLeast},
    {"well over", Bound::kAtLeast},
    {"just under", Bound::kAtMost},
    {"over", Bound::kAtLeast},
    {"under", Bound::kAtMost},
    {"below", Bound::kAtMost},
    {"above", Bound::kAtLeast},
    {"nearly", Bound::kAtMost},
    {"almost", Bound::kAtMost},
    {"close to", Bound::kExact},
    {"an estimated", Bound::kExact},
    {"estimated", Bound::kExact},
    {"approximately", Bound::kExact},
    {"roughly", Bound::kExact},
    {"about", Bound::kExact},
    {"around", Bound::kExact},
    {"some", Bound::kExact},
    {"plus de", Bound::kAtLeast},
    {"plus d'", Bound::kAtLeast},
    {"pas moins de", Bound::kAtLeast},
    {"pas moins d'", Bound::kAtLeast},
    {"moins de", Bound::kAtMost},
    {"moins d'", Bound::kAtMost},
    {"au moins", Bound::kAtLeast},
    {"au plus", Bound::kAtMost},
    {"près de", Bound::kAtMost},
    {"près d'", Bound::kAtMost},
    {"jusqu'à", Bound::kAtMost},
    {"presque", Bound::kAtMost},
    {"environ", Bound::kExact},
    {"quelque", Bound::kExact},
    {"autour de", Bound::kExact},
    {"autour d'", Bound::kExact},
    {"à peine", Bound::kAtMost},
});

const WordMap& LastHedgeWords() {
  static const WordMap words(
      "than least most as to of over under below above nearly almost estimated approximately "
      "roughly about around some close many much de d' moins plus près jusqu'à presque environ "
      "quelque peine");
  return words;
}

// Where the hedge of these words begins; `end` when other words stand there.
uint32_t BeginOf(const TokenView& tokens, uint32_t begin, uint32_t end, std::string_view words) {
  uint32_t at = end;
  while (!words.empty()) {
    const size_t space = words.rfind(' ');
    const std::string_view last = words.substr(space == std::string_view::npos ? 0 : space + 1);
    words = space == std::string_view::npos ? std::string_view() : words.substr(0, space);
    if (at == begin || !tokens.Is(at - 1, last)) {
      // The word cutter parts "jusqu'" and "à".
      return end;
    }
    --at;
  }
  return at;
}

const WordMap& Currencies() {
  static const WordMap words(
      "dollars dollar euros euro pounds pound yen yuan rubles roubles rupees francs pesos livres");
  return words;
}

const WordMap& Modifiers() {
  static const WordMap words(
      "more other others additional new different such autres nouveaux nouvelles");
  return words;
}

const WordMap& PluralsWithoutS() {
  static const WordMap words(
      "people men women children police staff media troops cattle dead "
      "personnel passengers morts km kg cm mm ha mph");
  return words;
}

bool IsPlural(const TokenView& tokens, uint32_t i, Language language) {
  const std::string_view word = tokens.Words(i);
  if (word.size() >= 3 &&
      (word.ends_with('s') || (language == Language::kFrench && word.ends_with('x')))) {
    return !word.ends_with("ss") && !word.ends_with("'s") && !word.ends_with("us");
  }
  // "fishermen", not "specimen".
  const bool is_men = language == Language::kEnglish && word.size() > 5 && word.ends_with("men") &&
                      !word.ends_with("imen") &&
                      (!word.ends_with("omen") || word.ends_with("women"));
  return is_men || tokens.IsIn(i, PluralsWithoutS());
}

// Words of the noun phrase at `i` up to its last plural.
TokenRange NounAt(const TokenView& tokens, uint32_t i, uint32_t end, Language language) {
  constexpr WordClasses kNever = Bits(kPreposition, kAnd, kBut, kJoins, kWho, kAuxiliary, kNot, kHe,
                                      kShe, kThey, kI, kIt, kArticle, kOwner, kPossessive, kAdverb);
  end = std::min({end, tokens.Size(), i + kNounWordsMax});
  uint32_t last = i;
  for (uint32_t at = i; at < end && tokens.IsWord(at); ++at) {
    const bool is_plural = IsPlural(tokens, at, language);
    // In English the noun comes last, and a verb ends what already has it.
    const bool ends = tokens.Has(at, kNever) && !(is_plural && tokens.Has(at, Bit(kPlural)));
    const bool is_behind = last > i && (!is_plural || tokens.Has(at, Bits(kSays, kSaysThat, kSay)));
    if (ends || (is_behind && language == Language::kEnglish)) {
      break;
    }
    last = is_plural ? at + 1 : last;
  }
  return {i, last};
}

uint32_t PercentEnd(const TokenView& tokens, uint32_t i, uint32_t end) {
  if (i >= end) {
    return i;
  }
  if (tokens.IsMark(i, U'%') || tokens.Is(i, "percent")) {
    return i + 1;
  }
  const bool is_two = (tokens.Is(i, "per") && tokens.Is(i + 1, "cent")) ||
                      (tokens.Is(i, "pour") && tokens.Is(i + 1, "cent"));
  return is_two && i + 1 < end ? i + 2 : i;
}

}  // namespace

std::optional<Hedge> HedgeBefore(const TokenView& tokens, uint32_t begin, uint32_t end) {
  if (end == begin || !tokens.IsIn(end - 1, LastHedgeWords())) {
    return tokens.Is(end - 1, "à") && end >= begin + 2 && tokens.Is(end - 2, "jusqu'")
               ? std::optional(Hedge{{end - 2, end}, Bound::kAtMost})
               : std::nullopt;
  }
  for (const KnownHedge& known : kHedges) {
    const uint32_t first = BeginOf(tokens, begin, end, known.words);
    if (first < end) {
      return Hedge{{first, end}, known.bound};
    }
  }
  return std::nullopt;
}

Counted CountedAt(const TokenView& tokens, uint32_t i, uint32_t end, Language language) {
  const bool is_french = language == Language::kFrench;
  const auto is_of = [&](uint32_t at) {
    return at < end &&
           (tokens.Is(at, "of") ||
            (is_french && (tokens.Is(at, "de") || tokens.Is(at, "d'") || tokens.Is(at, "des"))));
  };
  const auto is_the = [&](uint32_t at) {
    return at < end && tokens.Has(at, Bits(kArticle, kOwner)) && !tokens.Is(at, "a");
  };
  Counted counted;
  counted.range = {i, i};
  const auto take_noun = [&](uint32_t at) {
    at += is_of(at) ? 1 : 0;
    at += is_the(at) ? 1 : 0;
    while (at < end && tokens.IsIn(at, Modifiers()) && !tokens[at].is_capital) {
      ++at;
    }
    const TokenRange noun = NounAt(tokens, at, end, language);
    if (!noun.IsEmpty()) {
      counted.range.end = noun.end;
      counted.of += (counted.of.empty() ? "" : " of ") + std::string(tokens.Parts().Words(noun));
    }
  };
  if (const uint32_t percent = PercentEnd(tokens, i, end); percent > i) {
    counted.range.end = percent;
    counted.of = "percent";
    counted.is_unit = true;
    if (is_of(percent)) {
      take_noun(percent);
    }
    return counted;
  }
  const uint32_t currency = i + (is_of(i) ? 1 : 0);
  if (currency < end && tokens.IsMark(currency, U'€')) {
    counted = {{i, currency + 1}, "€", true};
  } else if (tokens.IsIn(currency, Currencies())) {
    counted = {{i, currency + 1}, std::string(tokens.Words(currency)), true};
  } else {
    take_noun(i);
  }
  return counted;
}

}  // namespace stemma
