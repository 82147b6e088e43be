#include "graph/reading/number_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include <unicode/rbnf.h>
#include <unicode/unistr.h>

namespace stemma {
namespace {

constexpr uint32_t kWordsMax = 12;
constexpr size_t kDigitsMax = 24;

// Values of single words; scales, which multiply what stands before them, are below.
const WordMap& Units(Language language) {
  static const WordMap english(
      {{"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
       {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
       {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
       {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
       {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
       {"eighty", 80},  {"ninety", 90}});
  static const WordMap french(
      {{"un une", 1},   {"deux", 2},          {"trois", 3},   {"quatre", 4},    {"cinq", 5},
       {"six", 6},      {"sept", 7},          {"huit", 8},    {"neuf", 9},      {"dix", 10},
       {"onze", 11},    {"douze", 12},        {"treize", 13}, {"quatorze", 14}, {"quinze", 15},
       {"seize", 16},   {"vingt vingts", 20}, {"trente", 30}, {"quarante", 40}, {"cinquante", 50},
       {"soixante", 60}});
  return language == Language::kFrench ? french : english;
}

enum Scale {
  kTwelve = 1,
  kHundred,
  kThousand,
  kMillion,
  kBillion,
  kTrillion,
  kTen,
  kTwenty,
  kThirty,
  kForty,
  kFifty,
  kSixty,
};

const WordMap& Scales(Language language) {
  static const WordMap english({{"dozen dozens", kTwelve},
                                {"hundred hundreds", kHundred},
                                {"thousand thousands k", kThousand},
                                {"million millions m mn", kMillion},
                                {"billion billions bn b", kBillion},
                                {"trillion trillions tn", kTrillion}});
  static const WordMap french({{"dizaine dizaines", kTen},
                               {"douzaine douzaines", kTwelve},
                               {"vingtaine", kTwenty},
                               {"trentaine", kThirty},
                               {"quarantaine", kForty},
                               {"cinquantaine", kFifty},
                               {"soixantaine", kSixty},
                               {"cent cents centaine centaines", kHundred},
                               {"mille millier milliers", kThousand},
                               {"million millions", kMillion},
                               {"milliard milliards", kBillion},
                               {"billion billions", kTrillion}});
  return language == Language::kFrench ? french : english;
}

double ValueOf(int scale) {
  constexpr std::array<double, 13> kValues = {0,    12, 100, 1e3, 1e6, 1e9, 1e12,
                                              10.0, 20, 30,  40,  50,  60};
  return kValues[static_cast<size_t>(scale)];
}

// Scales as nouns in the plural, which name no count: "millions of people".
bool IsPluralScale(std::string_view word) {
  return word.ends_with('s') && word != "cents";
}

bool IsCurrency(char32_t mark) {
  return mark == U'$' || mark == U'€' || mark == U'£' || mark == U'¥' || mark == U'₹' ||
         mark == U'₽' || mark == U'₩' || mark == U'₺' || mark == U'₪';
}

// "1,200.5" or, in French, "1.200,5", times `scale`; nothing for "1.2.3", "10-12" or "2nd".
std::optional<double> ParseDigits(std::string_view word, Language language, double scale) {
  const char group = language == Language::kEnglish ? ',' : '.';
  std::string plain;
  size_t points = 0;
  size_t since_group = 0;
  bool has_group = false;
  for (const char c : word) {
    if (c >= '0' && c <= '9') {
      plain += c;
      ++since_group;
    } else if (c == group && points == 0 && !plain.empty() && (!has_group || since_group == 3)) {
      has_group = true;
      since_group = 0;
    } else if ((c == '.' || c == ',') && points == 0 && (!has_group || since_group == 3)) {
      plain += '.';
      ++points;
      has_group = false;
    } else {
      return std::nullopt;
    }
  }
  if ((has_group && since_group != 3) || plain.size() > kDigitsMax) {
    return std::nullopt;
  }
  // As decimals: 65.4 times 1e9 would not be 65,400,000,000.
  double rest = scale;
  int zeros = 0;
  for (; rest >= 10 && std::fmod(rest, 10) == 0; rest /= 10) {
    ++zeros;
  }
  plain += "e" + std::to_string(zeros);
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  value *= rest;
  return error == std::errc() && end == plain.data() + plain.size() ? std::optional(value)
                                                                    : std::nullopt;
}

}  // namespace

namespace {

struct Speller {
  UErrorCode error = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format;
  explicit Speller(const icu::Locale& locale) : format(icu::URBNF_SPELLOUT, locale, error) {}
};

// Made once for each thread: a short article is read sooner than one is made.
const Speller& SpellerOf(Language language) {
  thread_local const Speller english(icu::Locale::getEnglish());
  thread_local const Speller french(icu::Locale::getFrench());
  return language == Language::kFrench ? french : english;
}

// "twenty-five", "quatre-vingt-dix"; not "five-year".
bool IsNumberWord(std::string_view word, Language language) {
  const WordMap& units = Units(language);
  while (!word.empty()) {
    const size_t hyphen = std::min(word.find('-'), word.size());
    const std::string_view part = word.substr(0, hyphen);
    if (!units.Has(part) && part != "et" &&
        !(part.size() > 2 && ScaleOf(part, language).has_value())) {
      return false;
    }
    word.remove_prefix(std::min(hyphen + 1, word.size()));
  }
  return true;
}

}  // namespace

std::optional<double> ScaleOf(std::string_view word, Language language) {
  const auto scale = Scales(language).Find(word);
  return scale ? std::optional(ValueOf(*scale)) : std::nullopt;
}

std::optional<double> NumberReader::Spell(TokenRange words) const {
  return SpellText(std::string(tokens_.Parts().Words(words)));
}

// "soixante et onze", which ICU knows with the hyphens of the spelling of 1990 alone.
std::optional<double> NumberReader::SpellJoined(TokenRange words) const {
  std::string text(tokens_.Parts().Words(words));
  std::replace(text.begin(), text.end(), ' ', '-');
  return SpellText(text);
}

std::optional<double> NumberReader::SpellText(const std::string& text) const {
  const Speller& speller = SpellerOf(language_);
  if (U_FAILURE(speller.error) != 0) {
    return std::nullopt;
  }
  icu::UnicodeString spelled = icu::UnicodeString::fromUTF8(text);
  spelled.toLower();
  icu::ParsePosition at(0);
  icu::Formattable value;
  speller.format.parse(spelled, value, at);
  if (at.getIndex() != spelled.length()) {
    return std::nullopt;
  }
  UErrorCode error = U_ZERO_ERROR;
  const double number = value.getDouble(error);
  return U_SUCCESS(error) != 0 ? std::optional(number) : std::nullopt;
}

// Whether the three digits of the next token go on with this one: "1 200 000" in French.
bool NumberReader::JoinsDigits(uint32_t i, uint32_t end) const {
  const auto is_digits = [&](uint32_t token) {
    const std::string_view word = tokens_.Words(token);
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const std::string_view gap = tokens_.GapBehind(i);
  const bool is_gap = gap == "\u00A0" || gap == "\u202F" || gap == "\u2009" ||
                      (gap == " " && language_ == Language::kFrench);
  return i + 1 < end && is_gap && tokens_.IsNumber(i + 1) &&
         tokens_[i + 1].end - tokens_[i + 1].begin >= 3 && is_digits(i) && is_digits(i + 1) &&
         tokens_.Words(i + 1).size() == 3 && tokens_.Words(i).size() <= 3;
}

std::optional<NumberValue> NumberReader::Digits(uint32_t i, uint32_t end) const {
  NumberValue number;
  number.range = {i, i + 1};
  std::string word(tokens_.Words(i));
  uint32_t last = i;
  while (word.size() < kDigitsMax && JoinsDigits(last, end)) {
    ++last;
    word += tokens_.Words(last);
  }
  // "5m", "2.6million".
  const size_t letters = word.find_first_not_of("0123456789.,");
  double scale = 1;
  if (letters != std::string::npos) {
    const auto known = letters > 0 ? ScaleOf(word.substr(letters), language_) : std::nullopt;
    if (!known) {
      return std::nullopt;
    }
    scale = *known;
    word.resize(letters);
  }
  number.range.end = last + 1;
  number.is_bare = scale == 1;
  while (scale == 1 && number.range.end < end && tokens_.IsWord(number.range.end)) {
    const std::string_view behind = tokens_.Words(number.range.end);
    const auto known = behind.size() > 1 ? ScaleOf(behind, language_) : std::nullopt;
    if (!known) {
      break;
    }
    scale *= *known;
    number.is_bare = false;
    ++number.range.end;
  }
  const auto value = ParseDigits(word, language_, scale);
  if (!value) {
    return std::nullopt;
  }
  number.value = *value;
  number.is_year_like = number.is_bare && last == i && word.size() == 4 && *value >= 1500 &&
                        *value < 2200 && word.find_first_of(".,") == std::string::npos;
  return number;
}

std::optional<NumberValue> NumberReader::Spelled(uint32_t i, uint32_t end) const {
  end = std::min(end, i + kWordsMax);
  const bool is_french = language_ == Language::kFrench;
  const WordMap& units = Units(language_);
  uint32_t at = i;
  bool is_half = false;
  if (tokens_.Is(at, "half") && (tokens_.Is(at + 1, "a") || tokens_.Is(at + 1, "of"))) {
    is_half = true;
    ++at;
  }
  const bool has_article = tokens_.Is(at, "a") || (is_french && tokens_.Is(at, "un")) ||
                           (is_french && tokens_.Is(at, "une"));
  if (has_article &&
      !(at + 1 < end && tokens_.IsWord(at + 1) && ScaleOf(tokens_.Words(at + 1), language_))) {
    return std::nullopt;
  }
  const uint32_t first = has_article ? at + 1 : at;
  uint32_t last = first;
  for (uint32_t k = first; k < end && tokens_.IsWord(k); ++k) {
    if (IsNumberWord(tokens_.Words(k), language_)) {
      last = k + 1;
    } else if (k == first || !(tokens_.Is(k, "and") || tokens_.Is(k, "et"))) {
      break;
    }
  }
  if (last == first) {
    return std::nullopt;
  }
  NumberValue number;
  number.range = {i, last};
  const auto scale = ScaleOf(tokens_.Words(first), language_);
  if (scale && last == first + 1) {
    number.is_scale_alone = !has_article && IsPluralScale(tokens_.Words(first));
    if (!has_article && !number.is_scale_alone) {
      return std::nullopt;
    }
    number.value = *scale * (is_half ? 0.5 : 1);
    return number;
  }
  if (last == first + 1) {
    const std::string_view word = tokens_.Words(first);
    const size_t hyphen = std::min(word.find('-'), word.size());
    const auto unit = units.Find(word.substr(0, hyphen));
    const auto behind = units.Find(word.substr(std::min(hyphen + 1, word.size())));
    if (unit && (hyphen == word.size() || (behind && *unit >= 20 && *behind < 10))) {
      number.value = *unit + behind.value_or(0);
      number.is_bare = true;
      return number;
    }
  }
  // "two dozen", which is not spelled out by ICU.
  if (last == first + 2) {
    const auto factor = units.Find(tokens_.Words(first));
    const auto by = ScaleOf(tokens_.Words(first + 1), language_);
    if (factor && by) {
      number.value = *factor * *by;
      return number;
    }
  }
  return SpelledOut(number, first);
}

// In words from `first` to the end of its range, or to an "and" that no number holds.
std::optional<NumberValue> NumberReader::SpelledOut(NumberValue number, uint32_t first) const {
  const uint32_t last = number.range.end;
  auto value = Spell({first, last});
  if (!value && language_ == Language::kFrench) {
    value = SpellJoined({first, last});
  }
  for (uint32_t k = first + 1; !value && k < last; ++k) {
    if (tokens_.Is(k, "and") || tokens_.Is(k, "et")) {  // "between ten and twelve"
      value = Spell({first, k});
      number.range.end = k;
      number.is_bare = k == first + 1;
    }
  }
  if (!value) {
    return std::nullopt;
  }
  number.value = *value;
  return number;
}

std::optional<NumberValue> NumberReader::At(uint32_t i, uint32_t end) const {
  if (tokens_.IsNumber(i)) {
    auto number = Digits(i, end);
    if (number && i > 0 && tokens_.IsPunctuation(i - 1) && IsCurrency(tokens_[i - 1].mark) &&
        tokens_.TouchesNext(i - 1)) {
      number->currency = tokens_.Words(i - 1);
      --number->range.begin;
      if (i > 1 && tokens_.TouchesNext(i - 2) && tokens_.IsWord(i - 2) && tokens_[i - 2].is_upper) {
        --number->range.begin;  // "US$"
      }
      number->is_bare = false;
      number->is_year_like = false;
    }
    return number;
  }
  return tokens_.IsWord(i) ? Spelled(i, end) : std::nullopt;
}

}  // namespace stemma
