#include "graph/reading/numbers.h"

#include <algorithm>
#include <string>

#include "graph/reading/counted.h"
#include "graph/reading/date_words.h"
#include "graph/reading/number_words.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr std::string_view kMethod = "number.counted/1";

// Words that can begin a number; "a" and "un" only before a scale.
const WordMap& FirstWords(Language language) {
  static const WordMap english(
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
      "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
      "hundreds thousands millions billions trillions dozens a half");
  static const WordMap french(
      "un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
      "seize vingt trente quarante cinquante soixante cent mille dizaines douzaines centaines "
      "milliers millions milliards quatre-vingt quatre-vingts quatre-vingt-dix soixante-dix");
  return language == Language::kFrench ? french : english;
}

// "une trentaine": some thirty.
const WordMap& RoughScales() {
  static const WordMap words(
      "dizaine douzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine");
  return words;
}

const WordMap& YearPrepositions() {
  static const WordMap words(
      "in since by from until before after of during en depuis jusqu'en "
      "dès the");
  return words;
}

class NumberFinder {
 public:
  NumberFinder(const TokenView& tokens, Language language)
      : tokens_(tokens), parts_(tokens.Parts()), language_(language), reader_(tokens, language) {}

  std::vector<Number> Find() {
    for (const TokenRange sentence : parts_.sentences) {
      for (uint32_t i = sentence.begin; i < sentence.end;) {
        i = MayBegin(i) ? ReadAt(i, sentence) : i + 1;
      }
    }
    return std::move(found_);
  }

 private:
  bool MayBegin(uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.kind != TokenKind::kWord) {
      return token.kind == TokenKind::kNumber;
    }
    const std::string_view word = tokens_.Words(i);
    if (FirstWords(language_).Has(word)) {
      return true;
    }
    if (word.size() < 7) {
      return false;
    }
    const size_t hyphen = word.find('-');  // "twenty-five", "quatre-vingt-un"
    return hyphen != std::string_view::npos && FirstWords(language_).Has(word.substr(0, hyphen)) &&
           hyphen + 1 < word.size() && hyphen > 1;
  }

  // The token at which to go on.
  uint32_t ReadAt(uint32_t i, TokenRange sentence) {
    if (tokens_.IsNumber(i) || tokens_.Has(i, Bit(kTime))) {
      const uint32_t behind = DateOrTimeEnd(i, sentence.end);
      if (behind > i) {
        return behind;
      }
    }
    const auto number = reader_.At(i, sentence.end);
    if (!number) {
      return i + 1;
    }
    const uint32_t behind = std::max(number->range.end, i + 1);
    if (IsPartOfName(*number, sentence) || IsCompared(i, number->range.end)) {
      return behind;
    }
    const auto upper = UpperEnd(*number, sentence.end);
    const uint32_t last = upper ? upper->range.end : number->range.end;
    Counted counted = CountedAt(tokens_, last, sentence.end, language_);
    if (!number->currency.empty() && !counted.is_unit) {
      counted = {{last, last}, std::string(number->currency), true};
    }
    if (tokens_.Is(counted.range.end, "ago") ||
        (counted.of == "years" && tokens_.Is(counted.range.end, "old"))) {
      return counted.range.end;
    }
    auto hedge = HedgeBefore(tokens_, sentence.begin, number->range.begin);
    if (hedge && tokens_.Is(hedge->range.begin, "over") && IsTimeSpan(counted)) {
      hedge.reset();  // "over ten years": while they passed
    }
    if (hedge && tokens_.IsWord(i) && number->is_bare && counted.of.empty()) {
      return behind;  // "about one", "over two"
    }
    if (!IsFigure(*number, counted, hedge.has_value())) {
      return behind;
    }
    Add(*number, upper, hedge, counted);
    return std::max(behind, counted.range.end);
  }

  // "November 27, 2019", "27 novembre", "10:30", "10 p.m.": the token behind it.
  uint32_t DateOrTimeEnd(uint32_t i, uint32_t end) const {
    if (i > 0 && tokens_.Has(i - 1, Bit(kTime)) && tokens_.IsNumber(i) &&
        DateAt(tokens_, i - 1, end, language_)) {
      return i + 1;
    }
    if (tokens_.IsNumber(i)) {
      const bool is_time = (tokens_.IsMark(i + 1, U':') && tokens_.IsNumber(i + 2)) ||
                           tokens_.Is(i + 1, "am") || tokens_.Is(i + 1, "pm") ||
                           ((tokens_.Is(i + 1, "a") || tokens_.Is(i + 1, "p")) &&
                            tokens_.IsMark(i + 2, U'.') && tokens_.Is(i + 3, "m")) ||
                           tokens_.Is(i + 1, "o'clock") || tokens_.Is(i + 1, "heures");
      if (is_time) {
        return i + (tokens_.IsMark(i + 1, U':') ? 3 : 2);
      }
      if (const auto date = DateAt(tokens_, i, end, language_)) {
        return std::max(date->range.end, i + 1);
      }
    }
    return i;
  }

  // "Boeing 737", "Section 230", "No. 5", "+33 1 40", "#9"; "page 5" too.
  bool IsPartOfName(const NumberValue& number, TokenRange sentence) const {
    const uint32_t first = number.range.begin;
    if (first == sentence.begin) {
      return false;
    }
    const uint32_t before = first - 1;
    if (tokens_.IsMark(before, U'+') || tokens_.IsMark(before, U'#') ||
        tokens_.IsMark(before, U'/') || tokens_.IsMark(before, U'@')) {
      return true;
    }
    static const WordMap labels(
        "no page pages chapter section article articles room channel number numéro route line "
        "paragraph grade phase level version type flight size n°");
    if (tokens_.IsIn(before, labels) && number.is_bare) {
      return true;
    }
    return number.is_bare && tokens_.IsNumber(first) && tokens_.IsCapital(before) &&
           before > sentence.begin &&
           !tokens_.Has(before, Bits(kTime, kPreposition, kAdverb) | Bit(kArticle)) &&
           !HedgeBefore(tokens_, sentence.begin, first) && !IsPercent(number.range.end);
  }

  static bool IsTimeSpan(const Counted& counted) {
    static const WordMap units("minutes hours days weeks months years decades centuries");
    return units.Has(counted.of);
  }

  bool IsPercent(uint32_t i) const {
    return tokens_.IsMark(i, U'%') || tokens_.Is(i, "percent") ||
           (tokens_.Is(i, "per") && tokens_.Is(i + 1, "cent"));
  }

  // A score or a telephone number: digits, a dash, digits, and nothing that they count.
  bool IsCompared(uint32_t first, uint32_t end) const {
    const auto is_joined = [&](uint32_t dash) {
      return tokens_.IsDash(dash) && tokens_.TouchesNext(dash) && dash > 0 &&
             tokens_.TouchesNext(dash - 1);
    };
    if (first >= 2 && is_joined(first - 1) && tokens_.IsNumber(first - 2)) {
      return true;
    }
    return is_joined(end) && tokens_.IsNumber(end + 1) && !IsPercent(end + 2) &&
           CountedAt(tokens_, end + 2, tokens_.Size(), language_).of.empty();
  }

  // The upper end of a range that begins with `number`: "between 10 and 20", "10 to 20 people",
  // "10–20 people". "From 9 to 12" tells of a change, and is none.
  std::optional<NumberValue> UpperEnd(const NumberValue& number, uint32_t end) {
    const uint32_t at = number.range.end;
    const uint32_t first = number.range.begin;
    const bool is_between =
        first > 0 && (tokens_.Is(first - 1, "between") || tokens_.Is(first - 1, "entre"));
    const bool is_from =
        first > 0 && (tokens_.Is(first - 1, "from") || tokens_.Is(first - 1, "de"));
    const bool is_joined = is_between
                               ? tokens_.Is(at, "and") || tokens_.Is(at, "et")
                               : !is_from && (tokens_.Is(at, "to") || tokens_.Is(at, "à") ||
                                              (tokens_.IsDash(at) && tokens_.TouchesNext(at)));
    if (at + 1 >= end || !is_joined) {
      return std::nullopt;
    }
    const bool has_sign = tokens_.IsPunctuation(at + 1) && !number.currency.empty();
    auto upper = reader_.At(at + (has_sign ? 2 : 1), end);
    if (!upper || upper->is_scale_alone) {
      return std::nullopt;
    }
    // "between 10 and 20 million": both of them.
    return upper->value > number.value && !(is_between && upper->is_year_like) ? upper
                                                                               : std::nullopt;
  }

  bool IsFigure(const NumberValue& number, const Counted& counted, bool has_hedge) const {
    if (number.is_year_like && !counted.is_unit) {
      const uint32_t first = number.range.begin;
      const bool is_year = first > 0 && tokens_.IsIn(first - 1, YearPrepositions());
      const bool counts =
          tokens_.Has(counted.range.end - 1, Bit(kRole)) && !counted.range.IsEmpty();
      return !is_year && (counts || (has_hedge && !counted.of.empty()));
    }
    if (number.is_scale_alone) {
      return !counted.of.empty();
    }
    if (number.value == 1 && number.is_bare) {
      return has_hedge && !counted.of.empty();
    }
    return has_hedge || !number.is_bare || !counted.of.empty();
  }

  void Add(const NumberValue& number, const std::optional<NumberValue>& upper,
           const std::optional<Hedge>& hedge, const Counted& counted) {
    Number result;
    uint32_t first = number.range.begin;
    result.low = number.value;
    result.high = number.value;
    if (upper) {
      result.high = upper->value;
      // "10 to 20 million": the scale is of both.
      const auto scale = upper->range.end > upper->range.begin + 1
                             ? ScaleOf(tokens_.Words(upper->range.end - 1), language_)
                             : std::nullopt;
      if (scale && number.is_bare && number.value < *scale) {
        result.low = number.value * *scale;
      }
      if (tokens_.Is(first - 1, "between") || tokens_.Is(first - 1, "entre")) {
        --first;
        result.hedge = std::string(tokens_.Words(first));
      }
    } else if (number.is_scale_alone) {
      result.high.reset();
    }
    if (hedge) {
      first = hedge->range.begin;
      result.hedge = std::string(parts_.Words(hedge->range));
      if (hedge->bound == Bound::kAtLeast) {
        result.high.reset();
      } else if (hedge->bound == Bound::kAtMost) {
        result.low.reset();
      }
    }
    const uint32_t last = upper ? upper->range.end : number.range.end;
    if (result.hedge.empty() && language_ == Language::kFrench &&
        tokens_.IsIn(last - 1, RoughScales())) {
      result.hedge = std::string(tokens_.Words(last - 1));
    }
    result.span = parts_.SpanOf({first, std::max(last, counted.range.end)});
    result.of = counted.of;
    result.method = kMethod;
    found_.push_back(std::move(result));
  }

  const TokenView& tokens_;
  const TextParts& parts_;
  Language language_;
  NumberReader reader_;
  std::vector<Number> found_;
};

}  // namespace

std::vector<Number> FindNumbers(const TokenView& tokens, Language language) {
  if (language == Language::kOther) {
    return {};
  }
  return NumberFinder(tokens, language).Find();
}

}  // namespace stemma
