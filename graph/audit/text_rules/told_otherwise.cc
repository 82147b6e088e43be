#include "graph/audit/text_rules/told_otherwise.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <set>
#include <string_view>

#include "graph/audit/text_rules/countable_words.h"
#include "graph/audit/text_rules/countables.h"
#include "graph/audit/text_rules/figure_words.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr double kRatioMax = 3;
constexpr double kSlipRatioMax = 1000;  // digits in another order, or zeros
constexpr double kDigitsMax = 1e15;
constexpr uint32_t kLeadParagraphs = 3;
constexpr size_t kHedgedMatter = 2;  // words that two sentences share
constexpr size_t kExactMatter = 3;
constexpr size_t kSmallMatter = 4;
constexpr double kSmallCount = 10;
constexpr uint32_t kModifierMax = 8;             // tokens behind a figure that tell which ones
constexpr std::string_view kShare = "percent ";  // a turnout, which each vote has
constexpr double kTwoDigits = 100;
constexpr double kThousand = 1000;
constexpr size_t kManyDigits = 3;
constexpr size_t kNounBytesMin = 4;  // of a word that may be a form of another
constexpr size_t kValuesMax = 3;

// The digits that count, zeros behind them left out: "64" of 6,400.
std::string DigitsOf(double value) {
  std::string digits = std::to_string(std::min(value, kDigitsMax));  // six decimals
  digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

bool AreOfOneTime(const Figure& a, const Figure& b) {
  return a.times.empty() || b.times.empty() || a.times == b.times;
}

bool AreOfOneDay(const Figure& a, const Figure& b) {
  return a.days.empty() || b.days.empty() || HaveCommon(a.days, b.days);
}

// Behind a figure, words that begin what tells which ones it counts.
const WordMap& WhichWords() {
  static const WordMap words("that which in at on from of with near que dans en de du des avec");
  return words;
}

const WordMap& LengthNouns() {
  static const WordMap words("metre kilometre mile foot feet yard");
  return words;
}

// Stems that say no more than that something is counted.
const WordMap& CountWords() {
  static const WordMap words(
      "numbe total toll bilan nombr chiff figur dead morts death bless peopl perso "
      "milli thous hundr billi cents");
  return words;
}

// "the Eastmere Fire Service" and "the service" are one.
bool HaveOneSource(const Figure& a, const Figure& b) {
  static const WordMap pronouns("it they he she il elle ils elles on");
  if (a.source.empty() || b.source.empty() || pronouns.Has(a.source) || pronouns.Has(b.source)) {
    return true;
  }
  const std::vector<std::string> one = FoldedWords(a.source);
  const std::vector<std::string> other = FoldedWords(b.source);
  return a.source != "?" && b.source != "?" &&
         std::any_of(one.begin(), one.end(), [&](const std::string& word) {
           return !Stopwords().Has(word) && word.size() >= 3 &&
                  std::find(other.begin(), other.end(), word) != other.end();
         });
}

// "the men" may be "the miners": people of two kinds, of whom the same is said.
bool MayBeOfOneKind(const Figure& a, const Figure& b, size_t shared) {
  const bool is_of_no_noun = b.noun.empty() && a.noun == "person";
  return AreOfOneKind(a, b) || is_of_no_noun ||
         (a.noun == "person" && b.noun == "person" && shared >= 1);
}

bool ArePermuted(const std::string& one, const std::string& other) {
  return one.size() >= 2 && one.size() == other.size() &&
         std::is_permutation(one.begin(), one.end(), other.begin());
}

// Of whole numbers, with their zeros.
std::string AllDigitsOf(double value) {
  return value < kDigitsMax && value == std::floor(value)
             ? std::to_string(static_cast<uint64_t>(value))
             : std::string();
}

// 6,400 for 4,600, 2,040 for 2,400, or 12,500 for 1,250: two of the digits changed places, or a
// zero came or went.
bool HaveSameDigits(const Figure& a, const Figure& b) {
  return ArePermuted(DigitsOf(a.printed), DigitsOf(b.printed)) ||
         ArePermuted(AllDigitsOf(a.printed), AllDigitsOf(b.printed));
}

// 50,000 for 5,000; thousands for millions.
bool AreZerosApart(const Figure& a, const Figure& b) {
  const double ratio = std::max(a.printed, b.printed) / std::min(a.printed, b.printed);
  return ratio == 10 || ratio == 1000;
}

// As 421,000 for 412,000: from a thousand on it is seldom chance.
bool AreLongSlip(const Figure& a, const Figure& b) {
  return std::min(DigitsOf(a.printed).size(), DigitsOf(b.printed).size()) >= 2 &&
         std::max(a.printed, b.printed) >= kThousand &&
         DigitsOf(a.printed) != DigitsOf(b.printed) &&
         ArePermuted(AllDigitsOf(a.printed), AllDigitsOf(b.printed)) && !a.is_hedged &&
         !b.is_hedged;
}

// Sixteen and sixty.
bool AreTeenAndTen(const Figure& a, const Figure& b) {
  const double lower = std::min(a.printed, b.printed);
  return lower > 12 && lower < 20 && std::max(a.printed, b.printed) == (lower - 10) * 10;
}

}  // namespace

ToldOtherwise::ToldOtherwise(const TextUnderAudit& text, const std::vector<Figure>& figures)
    : text_(text), figures_(figures), places_(text), printed_(text, figures) {
  while (text.IsHeading(first_body_)) {
    ++first_body_;
  }
  const TokenView& tokens = text.Tokens();
  for (uint32_t i = 0; i < tokens.Size(); ++i) {
    if (tokens.IsWord(i)) {
      first_at_.emplace(StemOf(FoldName(tokens.Words(i))), tokens[i].begin);
    }
  }
}

std::optional<std::string> ToldOtherwise::Why(const Figure& first, const Figure& later) const {
  const bool is_slip = HaveSameDigits(first, later) || AreTeenAndTen(first, later) ||
                       (later.is_definite && AreZerosApart(first, later));
  const double ratio_max = is_slip || first.is_unique ? kSlipRatioMax : kRatioMax;
  // Two quotes of one speech are compared as quotes.
  if (first.sentence == later.sentence || (first.is_quoted && later.is_quoted) ||
      RatioOf(first, later) > ratio_max) {
    return std::nullopt;
  }
  if (first.is_unique && later.is_unique && first.noun == later.noun) {
    return "both are of the same " + std::string(first.noun.starts_with("age") ? "person" : "vote");
  }
  if (AreOneShare(first, later)) {
    return "both are of the one " + first.noun.substr(first.noun.find(' ') + 1) +
           ", and no other figure agrees";
  }
  if (IsKnown(first, later)) {
    return "the text tells " + ExcerptInMarks(text_.Words(later.span)) +
           " as known, and no figure before it agrees";
  }
  if (!AreOfOneEvent(first, later)) {
    return std::nullopt;
  }
  // Those who are known may have gone elsewhere; all others are where they are told of.
  const bool may_be_one_place = places_.MayBeOne(first, later);
  if ((later.is_definite || may_be_one_place) && IsSlip(first, later)) {
    return "the digits are the same in another order, and no other figure agrees";
  }
  if (!may_be_one_place) {
    return std::nullopt;
  }
  if (IsHeadlines(first, later)) {
    return "no figure below the headline agrees with it";
  }
  if (AreOppositeHedges(first, later)) {
    return "one leaves out what the other begins with";
  }
  if (AreOfOneTeller(first, later)) {
    return "both are told of the same by one source";
  }
  return OfOneMatter(first, later);
}

std::optional<std::string> ToldOtherwise::WhyOfOtherKind(const Figure& first,
                                                         const Figure& later) const {
  const bool may_be_one =
      later.is_definite && !first.is_unit && !later.is_unit && AreLongSlip(first, later) &&
      DigitsOf(first.printed).size() >= kManyDigits && first.paragraph != later.paragraph &&
      AreOfOneTime(first, later) && !first.is_unique && !printed_.IsBorneOut(later);
  return may_be_one ? std::optional<std::string>("the text tells " +
                                                 ExcerptInMarks(text_.Words(later.span)) +
                                                 " as known, and the digits are the same in "
                                                 "another order")
                    : std::nullopt;
}

// A turnout of two values, neither of them another year's or place's.
bool ToldOtherwise::AreOneShare(const Figure& first, const Figure& later) const {
  const auto is_plain = [](const Figure& one) { return !one.is_changed && !one.is_planned; };
  return first.noun.starts_with(kShare) && first.noun == later.noun && is_plain(first) &&
         is_plain(later) && first.times == later.times && places_.MayBeOne(first, later) &&
         !AreContrasted(first, later) && HaveOneSource(first, later) &&
         CountValues(first, later) <= 1 && !printed_.IsBorneOut(later);
}

// "More than a million" and "nearly a million", of one matter or told as known.
bool ToldOtherwise::AreOppositeHedges(const Figure& first, const Figure& later) const {
  const size_t shared = SharedMatter(first, later).size();
  return !first.is_unit && first.is_hedged && later.is_hedged && first.printed == later.printed &&
         (shared >= 1 || later.is_definite) && MayBeOfOneKind(first, later, shared) &&
         AreOfOneTime(first, later) && HaveOneSource(first, later);
}

// Told as known, where none before it has its value.
bool ToldOtherwise::IsKnown(const Figure& first, const Figure& later) const {
  return later.is_definite && (!later.is_quoted || HaveOneSource(first, later)) &&
         first.noun != kAgeOfOne && MayBeKnownFrom(first, later) && !later.is_joined &&
         (!IsPartByWords(later) || AreLongSlip(first, later)) &&
         !AreContrasted(first, later, kVesselOnly) &&
         MayBeOfOneKind(first, later, SharedMatter(first, later).size()) &&
         AreOfOneTime(first, later) &&
         CountValues(first, later) <= (first.is_unit && !HaveSameDigits(first, later) ? 1 : 2) &&
         !printed_.IsBorneOut(later, later.span.begin) &&
         (later.is_unit || later.is_thing || HaveSameDigits(first, later) ||
          !printed_.IsMadeUp(later, SentenceEnd(later)));
}

// "Of the county's 85 schools, 25 stayed open": what makes it up may follow.
size_t ToldOtherwise::SentenceEnd(const Figure& figure) const {
  return text_.Parts().SpanOf(text_.SentenceAt(figure.span.begin)).end;
}

// "The four who died at the scene": what follows tells them from others, unless the text has told
// it before.
bool ToldOtherwise::IsPartByWords(const Figure& later) const {
  const TokenView& tokens = text_.Tokens();
  const uint32_t end = text_.TokenAt(later.span.end);
  const uint32_t begin = text_.TokenAt(later.span.begin);
  if (begin > 0 && tokens.Is(begin - 1, "all")) {
    return false;
  }
  // "The £38m move" is known, and not the money.
  const bool is_of_noun = later.noun.starts_with("money") && tokens.IsWord(end) &&
                          !tokens.Has(end, Bits(WordClass::kPreposition, WordClass::kAuxiliary,
                                                WordClass::kAnd, WordClass::kWho));
  if (is_of_noun) {
    return !MoneyThings().Has(tokens.Words(end));
  }
  if (!tokens.Has(end, Bit(WordClass::kWho)) && !tokens.IsIn(end, WhichWords())) {
    return false;
  }
  bool has_words = false;
  bool is_told = false;
  for (uint32_t i = end + 1; i < end + kModifierMax && tokens.IsWord(i); ++i) {
    if (tokens.IsIn(i, SceneWords())) {
      return true;
    }
    const std::string word = FoldName(tokens.Words(i));
    if (tokens.IsIn(i, Stopwords()) || word.size() < 3) {
      continue;
    }
    const auto told = first_at_.find(StemOf(word));
    has_words = true;
    is_told = is_told || tokens.IsIn(i, ActionWords()) ||
              (told != first_at_.end() && told->second < later.span.begin);
  }
  return has_words && !is_told;
}

// How many values are told before the later one of what the first counts. Of percentages, years
// and money an article has many, each of something else.
size_t ToldOtherwise::CountValues(const Figure& first, const Figure& later) const {
  std::set<double> values;
  for (const Figure& one : figures_) {
    if (one.span.begin < later.span.begin && AreOfOneKind(one, first)) {
      values.insert(one.printed);
    }
  }
  return values.size();
}

// Above the body, told in other figures near its top, and nowhere as it stands.
bool ToldOtherwise::IsHeadlines(const Figure& first, const Figure& later) const {
  if (!text_.IsHeading(first.paragraph) || text_.IsHeading(later.paragraph) ||
      first.is_quoted != later.is_quoted || later.is_joined ||
      (later.paragraph > first_body_ + kLeadParagraphs && !later.is_definite)) {
    return false;
  }
  const size_t shared = SharedMatter(first, later).size();
  const bool is_one_action = first.action != 0 && first.action == later.action;
  return MayBeOfOneKind(first, later, shared) &&
         (is_one_action || shared >= (first.is_unit ? 2 : 1)) && !printed_.IsBorneOut(first) &&
         (first.is_unit || !printed_.IsRestTold(first, later));
}

bool ToldOtherwise::IsSlip(const Figure& first, const Figure& later) const {
  const bool is_exact = !first.is_hedged && !later.is_hedged;
  return is_exact && first.paragraph != later.paragraph && AreOfOneKind(first, later) &&
         HaveSameDigits(first, later) && DigitsOf(first.printed) != DigitsOf(later.printed) &&
         AreOfOneTime(first, later) &&
         (!first.noun.starts_with(kShare) || first.times == later.times) &&
         SharedMatter(first, later).size() >= MatterOfSlip(first, later) &&
         CountValues(first, later) <= kValuesMax && !printed_.IsBorneOut(first) &&
         !printed_.IsBorneOut(later);
}

// How many words must tie two figures with the same digits: the fewer digits, the likelier is
// chance, and people are counted for many reasons.
size_t ToldOtherwise::MatterOfSlip(const Figure& first, const Figure& later) const {
  const bool is_headline = text_.IsHeading(first.paragraph);
  if (LengthNouns().Has(first.noun) || first.noun == kAgeOfOne ||
      (is_headline && first.noun != "person")) {
    return 0;
  }
  if (first.noun == "percent") {
    return kHedgedMatter;
  }
  const bool is_short = first.printed < kTwoDigits;
  const bool is_one_action = first.action != 0 && first.action == later.action;
  if (first.noun == "person" && is_short && !is_one_action) {
    return kHedgedMatter;
  }
  return is_short || first.noun == kCalendarYear ? 1 : 0;
}

// "At least 31 were killed, Moe said. … Moe said 27 had died.": one teller, and nothing else that
// he may speak of.
bool ToldOtherwise::AreOfOneTeller(const Figure& first, const Figure& later) const {
  const auto is_plain = [](const Figure& one) {
    return one.noun == "person" && !one.source.empty() && !one.is_changed && !one.is_planned;
  };
  return is_plain(first) && is_plain(later) && first.paragraph != later.paragraph &&
         first.action != 0 && first.action == later.action && AreOfOneKind(first, later) &&
         first.qualifiers == later.qualifiers && HaveOneSource(first, later) &&
         later.times.empty() && later.places.empty() && !AreContrasted(first, later) &&
         !printed_.IsBorneOut(later) &&
         (first.is_hedged || later.is_hedged || !printed_.IsMadeUp(later, later.span.begin));
}

// Two sentences that say the same.
std::optional<std::string> ToldOtherwise::OfOneMatter(const Figure& first,
                                                      const Figure& later) const {
  const bool is_hedged = first.is_hedged || later.is_hedged;
  if (first.is_unit || later.is_unit || first.is_changed || later.is_changed ||
      !AreOfOneKind(first, later) || first.noun.empty() || first.paragraph == later.paragraph ||
      AreContrasted(first, later) || first.qualifiers != later.qualifiers ||
      first.times != later.times || !AreOfOneDay(first, later) || !HaveOneSource(first, later) ||
      CountValues(first, later) > 2 || printed_.IsBorneOut(later) ||
      (!is_hedged && printed_.IsMadeUp(later, later.span.begin))) {
    return std::nullopt;
  }
  const std::vector<std::string> shared = SharedMatter(first, later);
  // People may be counted for any reason, miners for few.
  const bool is_anybody = first.kind == "person" && later.kind == "person";
  const size_t needed = is_hedged                     ? kHedgedMatter + (is_anybody ? 1 : 0)
                        : later.printed < kSmallCount ? kSmallMatter
                                                      : kExactMatter;
  if (shared.empty() && is_hedged && first.action != 0 && first.action == later.action &&
      ShareAPlace(first, later)) {
    return "both tell of the same at one place";
  }
  if (shared.size() < needed) {
    return std::nullopt;
  }
  return "both sentences tell of: " + WordsOf(later, shared);
}

// As the sentence of the figure prints what has those stems, each once.
std::string ToldOtherwise::WordsOf(const Figure& figure,
                                   const std::vector<std::string>& stems) const {
  const TokenView& tokens = text_.Tokens();
  const TokenRange sentence = text_.SentenceAt(figure.span.begin);
  std::set<std::string> told;
  std::string words;
  for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const std::string stem = tokens.IsWord(i) ? MatterOf(tokens.Words(i)) : std::string();
    if (std::binary_search(stems.begin(), stems.end(), stem) && told.insert(stem).second) {
      words.append(words.empty() ? "" : ", ").append(tokens.Words(i));
    }
  }
  return words;
}

// Stems of both sentences but for that of what is counted.
std::vector<std::string> ToldOtherwise::SharedMatter(const Figure& a, const Figure& b) const {
  std::vector<std::string> shared;
  std::set_intersection(a.matter.begin(), a.matter.end(), b.matter.begin(), b.matter.end(),
                        std::back_inserter(shared));
  const auto is_of_noun = [](const std::string& stem, const std::string& noun) {
    const size_t size = std::min(stem.size(), noun.size());
    return stem == noun ||
           (size >= kNounBytesMin && stem.compare(0, size, noun, 0, size) == 0);  // "homes", "home"
  };
  const auto says_nothing = [&](const std::string& stem) {
    return is_of_noun(stem, a.noun) || is_of_noun(stem, a.kind) || is_of_noun(stem, b.kind) ||
           CountWords().Has(stem);
  };
  shared.erase(std::remove_if(shared.begin(), shared.end(), says_nothing), shared.end());
  return shared;
}

}  // namespace stemma
