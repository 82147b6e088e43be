#include "graph/audit/text_rules/countables.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "graph/audit/text_rules/countable_words.h"
#include "graph/audit/text_rules/figure_words.h"
#include "graph/base/utf8.h"
#include "graph/reading/number_words.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kThingBefore = 6;
constexpr uint32_t kThingBehind = 6;
constexpr uint32_t kShareBefore = 3;
constexpr uint32_t kSentenceTokensMax = 120;  // of a longer one, the words near the figure
constexpr double kThoseMin = 10;              // "the two" may be any
constexpr double kVotesMin = 10;              // of the larger side
constexpr std::string_view kCompoundMethod = "number.compound/1";

// "third", "3rd", "troisième", "3e"; "second" is as often a time.
std::optional<double> OrdinalValue(std::string_view word) {
  if (const auto spelled = SpelledOrdinals().Find(word)) {
    return *spelled;
  }
  const size_t letters = word.find_first_not_of("0123456789");
  const std::string_view ending = word.substr(std::min(letters, word.size()));
  const bool is_ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th" ||
                          ending == "e" || ending == "ème";
  return is_ordinal && letters > 0 ? CompoundValue(word.substr(0, letters)) : std::nullopt;
}

class CountableFinder {
 public:
  explicit CountableFinder(const TextUnderAudit& text)
      : text_(text), tokens_(text.Tokens()), reader_(tokens_, text.Read().language) {}

  std::vector<Countable> Find() {
    for (const Number& number : text_.Read().numbers) {
      AddRead(number);
    }
    for (const TokenRange sentence : text_.Parts().sentences) {
      sentence_ = sentence;
      for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
        if (tokens_.IsNumber(i) || tokens_.IsWord(i)) {
          AddUnread(i);
        }
      }
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Countable& a, const Countable& b) {
      return a.number.span.begin < b.number.span.begin;
    });
    return std::move(found_);
  }

 private:
  bool IsCovered(uint32_t i) const {
    const auto& numbers = text_.Read().numbers;
    const auto behind =
        std::partition_point(numbers.begin(), numbers.end(),
                             [&](const Number& one) { return one.span.begin <= tokens_[i].begin; });
    return behind != numbers.begin() && tokens_[i].begin < (behind - 1)->span.end;
  }

  void AddRead(const Number& number) {
    Countable one;
    one.number = number;
    const uint32_t begin = text_.TokenAt(number.span.begin);
    const uint32_t end = text_.TokenAt(number.span.end);
    sentence_ = text_.SentenceAt(number.span.begin);
    if (AddVote(begin, end)) {
      return;
    }
    if (IsCrewOf(begin)) {
      one.noun = "crew";
      one.is_thing = true;
    } else if (const auto currency = CurrencyWords().Find(number.of)) {
      const bool is_sought = IsPerUnit(end) || HasAny(begin, ForeignMoneyWords());
      const int thing = is_sought ? 0 : MoneyThingAt(begin, end);
      one.noun = "money " + std::to_string(*currency);
      one.noun += thing != 0 ? " " + std::to_string(thing) : "";
      one.is_thing = thing != 0;
      one.is_unit = thing == 0;
    } else if (number.of.starts_with("percent")) {
      ReadShare(begin, one);
    } else if (TermUnits().Has(number.of)) {
      ReadYears(begin, end, one);
    } else if (number.of.empty()) {
      one.action = ActionBeside(begin, end);
      one.noun = one.action != 0 ? "person" : "";
    }
    found_.push_back(std::move(one));
  }

  // What the reader leaves out because it counts nothing by itself.
  void AddUnread(uint32_t i) {
    if (IsCovered(i) || AddCompound(i) || AddOrdinal(i)) {
      return;
    }
    const auto value = reader_.At(i, sentence_.end);
    if (!value || value->is_scale_alone || !value->currency.empty() || IsLabel(i)) {
      return;
    }
    const uint32_t end = value->range.end;
    Countable one;
    one.number.low = one.number.high = value->value;
    one.number.method = kCompoundMethod;
    if (value->is_year_like) {
      if (i > sentence_.begin && tokens_.IsIn(i - 1, YearPrepositions())) {
        one.noun = kCalendarYear;
        one.is_unit = true;
        one.number.span = text_.Parts().SpanOf({i, end});
        found_.push_back(std::move(one));
      }
      return;
    }
    if (tokens_.IsIn(end, Collectives())) {
      one.noun = KindOf(std::string(tokens_.Words(end)));
      one.is_thing = true;
      one.number.span = text_.Parts().SpanOf({i, end + 1});
    } else if (IsCrewOf(i)) {
      one.noun = "crew";
      one.is_thing = true;
      one.number.span = text_.Parts().SpanOf({i, end});
    } else if (const int action = value->value > 1 ? ActionBeside(i, end) : 0) {
      one.noun = "person";
      one.action = action;
      one.number.span = text_.Parts().SpanOf({i, end});
    } else if (value->value > 1 && CountsInHeadline(i, end)) {
      one.noun = "person";
      one.number.span = text_.Parts().SpanOf({i, end});
    } else if (std::string name = NameOfAged(i, end); !name.empty()) {
      one.noun = "age " + name;
      one.is_unit = one.is_unique = true;
      one.number.span = text_.Parts().SpanOf({i, end});
    } else if (value->value >= kThoseMin && IsOfThose(i, end)) {
      one.number.span = text_.Parts().SpanOf({i, end});
    } else {
      return;
    }
    found_.push_back(std::move(one));
  }

  // "a turnout of 38 per cent": of what there is one share, by the noun just before.
  void ReadShare(uint32_t begin, Countable& one) const {
    for (uint32_t back = 1; back <= kShareBefore && begin >= sentence_.begin + back; ++back) {
      const uint32_t at = begin - back;
      if (tokens_.IsIn(at, ShareNouns())) {
        one.noun = "percent " + SingularOf(FoldName(tokens_.Words(at)));
        one.is_thing = true;
        return;
      }
      if (!tokens_.Has(at, Bits(kPreposition, kAuxiliary, kArticle))) {
        return;
      }
    }
  }

  // "seven years in prison" are a sentence, "Ida Moe, 43 ans," is an age.
  void ReadYears(uint32_t begin, uint32_t end, Countable& one) const {
    if (const std::string name = NameOfAged(begin, end); !name.empty()) {
      one.noun = "age " + name;
      one.is_unit = one.is_unique = true;
    } else if (IsOfSentence(begin, end)) {
      SetSentence(one.number.of, one);
    }
  }

  // In years, whatever it is printed in: "the two-year sentence" differs from 18 months.
  static void SetSentence(std::string_view unit, Countable& one) {
    constexpr double kMonths = 12;
    one.noun = "sentence";
    one.is_thing = true;
    if (unit.starts_with("month") || unit == "mois") {
      one.number.low = one.number.low ? std::optional(*one.number.low / kMonths) : std::nullopt;
      one.number.high = one.number.high ? std::optional(*one.number.high / kMonths) : std::nullopt;
    }
  }

  // Of "Ida Moe, 43," the name; empty where that is no age. Of one word alone it may be a place.
  std::string NameOfAged(uint32_t begin, uint32_t end) const {
    const bool is_behind = tokens_.IsMark(end, U',') || tokens_.IsMark(end, U'.') ||
                           tokens_.IsMark(end, U')') || end >= sentence_.end;
    const bool is_aged = begin > sentence_.begin && tokens_.IsIn(begin - 1, AgedWords());
    const uint32_t comma = begin - (is_aged ? 2 : 1);
    if (!is_behind || begin < sentence_.begin + 3 || !tokens_.IsMark(comma, U',')) {
      return {};
    }
    uint32_t first = comma;
    while (first > sentence_.begin && tokens_.IsCapital(first - 1)) {
      --first;
    }
    return comma - first >= 2 ? FoldName(text_.Parts().Words(TokenRange{first, comma}))
                              : std::string();
  }

  // "by 27 votes to 21", "19 voix contre 14".
  bool AddVote(uint32_t begin, uint32_t end) {
    const bool is_against =
        tokens_.IsIn(end - 1, VoteWords()) &&
        (tokens_.Is(end, "to") || tokens_.Is(end, "against") || tokens_.Is(end, "contre"));
    const auto value = reader_.At(begin, sentence_.end);
    const auto against = is_against ? reader_.At(end + 1, sentence_.end) : std::nullopt;
    return value && against && AddVoteOf({begin, against->range.end}, value->value, against->value);
  }

  // Each side against the other: two votes of one article hardly share a side. "The 27-12 vote".
  bool AddVoteOf(TokenRange range, double value, double against) {
    const bool is_vote =
        tokens_.IsIn(range.end, VoteWords()) ||
        (range.begin > sentence_.begin && tokens_.IsIn(range.begin - 1, VoteWords())) ||
        range.end > range.begin + 1;
    if (!is_vote || std::max(value, against) < kVotesMin) {
      return false;
    }
    const auto add = [&](std::string_view side, double other, double votes) {
      Countable one;
      one.noun = std::string(side) + std::to_string(static_cast<int64_t>(other));
      one.is_unit = one.is_unique = true;
      one.number.low = one.number.high = votes;
      one.number.method = kCompoundMethod;
      one.number.span = text_.Parts().SpanOf(range);
      found_.push_back(std::move(one));
    };
    add("votes for ", value, against);
    add("votes against ", against, value);
    return true;
  }

  // "the 31 were saved": those that were told of before.
  bool IsOfThose(uint32_t begin, uint32_t end) const {
    return begin > sentence_.begin &&
           (tokens_.Is(begin - 1, "the") || tokens_.Is(begin - 1, "les")) &&
           tokens_.Has(end, Bit(kAuxiliary));
  }

  // "its fifth day", "le troisième mois".
  bool AddOrdinal(uint32_t i) {
    const auto value = OrdinalValue(tokens_.Words(i));
    const std::string noun =
        value && tokens_.IsWord(i + 1) ? SingularOf(FoldName(tokens_.Words(i + 1))) : "";
    if (!TimeNouns().Has(noun)) {
      return false;
    }
    Countable one;
    one.noun = "ordinal " + noun;
    one.is_unit = true;
    one.number.low = one.number.high = *value;
    one.number.method = kCompoundMethod;
    one.number.span = text_.Parts().SpanOf({i, i + 2});
    found_.push_back(std::move(one));
    return true;
  }

  // "Boeing 737", "page 12", "12/40".
  bool IsLabel(uint32_t i) const {
    if (i == sentence_.begin) {
      return false;
    }
    const bool is_name = tokens_.IsCapital(i - 1) && i > sentence_.begin + 1 &&
                         !tokens_.IsIn(i - 1, ActiveWords()) &&
                         !tokens_.Has(i - 1, Bit(kPreposition));
    return is_name || tokens_.IsNumber(i - 1) ||
           (tokens_.IsPunctuation(i - 1) && tokens_.TouchesNext(i - 1) &&
            !tokens_.IsMark(i - 1, U'“') && !tokens_.IsMark(i - 1, U'"'));
  }

  // "12-strong crew", "12-man crew", "nine-year sentence": one token with its hyphen.
  bool AddCompound(uint32_t i) {
    const std::string_view word = tokens_.Words(i);
    const size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == word.size()) {
      return false;
    }
    const auto value = CompoundValue(word);
    const std::string_view unit = word.substr(hyphen + 1);
    if (!value) {
      return false;
    }
    const auto against = CompoundValue(unit);
    if (against && AddVoteOf({i, i + 1}, *value, *against)) {
      return true;
    }
    Countable one;
    one.number.low = one.number.high = *value;
    one.number.method = kCompoundMethod;
    one.number.span = text_.Parts().SpanOf({i, i + 1});
    one.is_thing = true;
    if (TermUnits().Has(unit) && IsSentenceNoun(i + 1)) {
      if (IsForeignTerm(i)) {
        return true;
      }
      SetSentence(unit, one);
    } else if (unit == "year-old" && i > sentence_.begin && tokens_.Is(i - 1, "the")) {
      one.noun = kAgeOfOne;
      one.is_thing = false;
      one.is_unit = true;
    } else if (Units().Has(std::string(unit) + "s") && tokens_.IsWord(i + 1)) {
      one.noun = KindOf(std::string(unit));  // "the three-day festival"
      one.is_thing = false;
      one.is_unit = true;
    } else if (StrongWords().Has(unit) && tokens_.IsWord(i + 1)) {
      one.noun = KindOf(std::string(tokens_.Words(i + 1)));
    } else {
      return false;
    }
    found_.push_back(std::move(one));
    return true;
  }

  // "a crew of 12", "son équipage de 12".
  bool IsCrewOf(uint32_t i) const {
    return i >= sentence_.begin + 2 && tokens_.IsIn(i - 2, Collectives()) &&
           KindOf(std::string(tokens_.Words(i - 2))) == "crew" &&
           (tokens_.Is(i - 1, "of") || tokens_.Is(i - 1, "de"));
  }

  // "kills 40", "40 killed": what happened to people whom no noun names.
  int ActionBeside(uint32_t begin, uint32_t end) const {
    uint32_t behind = end;
    behind += tokens_.Is(behind, "feared") || tokens_.Is(behind, "are") ||
                      tokens_.Is(behind, "were") || tokens_.Is(behind, "have")
                  ? 1
                  : 0;
    if (end < sentence_.end && tokens_.IsIn(behind, PassiveWords())) {
      return *ActionWords().Find(tokens_.Words(behind));
    }
    const bool ends = end >= sentence_.end || tokens_.IsPunctuation(end) ||
                      tokens_.Has(end, Bits(kPreposition, kAnd)) || tokens_.Has(end, Bit(kTime)) ||
                      tokens_.Is(end, "as") || tokens_.Is(end, "when");
    return begin > sentence_.begin && ends && tokens_.IsIn(begin - 1, ActiveWords())
               ? *ActionWords().Find(tokens_.Words(begin - 1))
               : 0;
  }

  // "12 charged over riot", "Trente et un licenciés": of people whom no noun names, first of all.
  bool CountsInHeadline(uint32_t begin, uint32_t end) const {
    const std::string_view behind = tokens_.IsWord(end) ? tokens_.Words(end) : std::string_view();
    return begin == sentence_.begin && text_.IsHeading(text_.ParagraphOf(begin)) &&
           (behind.ends_with("ed") || behind.ends_with("és") || behind.ends_with("ées"));
  }

  bool IsSentenceNoun(uint32_t i) const {
    return tokens_.IsIn(i, SentenceNouns()) ||
           (tokens_.IsWord(i) && tokens_.IsIn(i + 1, SentenceNouns()));
  }

  // What was asked for, may be given at most, or was another's.
  bool IsForeignTerm(uint32_t i) const { return HasAny(i, ForeignTermWords()); }

  // In the sentence around token `i`.
  bool HasAny(uint32_t i, const WordMap& words) const {
    const uint32_t first = std::max(sentence_.begin, i - std::min(i, kSentenceTokensMax));
    const uint32_t last = std::min(sentence_.end, i + kSentenceTokensMax);
    for (uint32_t at = first; at < last; ++at) {
      if (tokens_.IsIn(at, words)) {
        return true;
      }
    }
    return false;
  }

  // "jailed for seven years", "sept ans de prison".
  bool IsOfSentence(uint32_t begin, uint32_t end) const {
    if (IsForeignTerm(begin)) {
      return false;
    }
    const uint32_t last = std::min(sentence_.end, end + 3);
    for (uint32_t at = end; at < last && !tokens_.IsPunctuation(at); ++at) {
      if (tokens_.IsIn(at, SentenceNouns())) {
        return true;
      }
    }
    const uint32_t first = std::max(sentence_.begin, begin - std::min(begin, 4U));
    for (uint32_t at = first; at < begin; ++at) {
      if (tokens_.IsIn(at, SentencedWords()) &&
          (at + 1 == begin || !tokens_.IsPunctuation(begin - 1))) {
        return true;
      }
    }
    return false;
  }

  // "£2.80 a dose", "2 euros le kilo".
  bool IsPerUnit(uint32_t end) const {
    return tokens_.Is(end, "a") || tokens_.Is(end, "an") || tokens_.Is(end, "per") ||
           tokens_.Is(end, "par") || tokens_.Is(end, "le") || tokens_.Is(end, "la") ||
           tokens_.Is(end, "l'") || tokens_.Is(end, "each") || tokens_.Is(end, "chacun");
  }

  // What the money is: told by the noun behind it, else by the word nearest in its clause.
  int MoneyThingAt(uint32_t begin, uint32_t end) const {
    for (uint32_t at = end; at < std::min(sentence_.end, end + 3) && tokens_.IsWord(at) &&
                            !tokens_.Has(at, Bits(kPreposition, kAnd, kArticle));
         ++at) {
      if (const auto thing = MoneyThings().Find(tokens_.Words(at))) {
        return *thing;
      }
    }
    const auto ends_clause = [&](uint32_t at) {
      return tokens_.IsPunctuation(at) || tokens_.Has(at, Bits(kWho, kAnd));
    };
    for (uint32_t back = 1; back <= kThingBefore && begin >= sentence_.begin + back; ++back) {
      if (ends_clause(begin - back)) {
        break;
      }
      if (const auto thing = tokens_.IsWord(begin - back)
                                 ? MoneyThings().Find(tokens_.Words(begin - back))
                                 : std::nullopt) {
        return *thing;
      }
    }
    const uint32_t last = std::min(sentence_.end, end + kThingBehind);
    for (uint32_t at = end; at < last && !ends_clause(at); ++at) {
      if (const auto thing =
              tokens_.IsWord(at) ? MoneyThings().Find(tokens_.Words(at)) : std::nullopt) {
        return *thing;
      }
    }
    return 0;
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  NumberReader reader_;
  TokenRange sentence_;
  std::vector<Countable> found_;
};

}  // namespace

std::optional<double> CompoundValue(std::string_view word) {
  word = word.substr(0, word.find('-'));
  if (const auto spelled = SpelledUnits().Find(word)) {
    return *spelled;
  }
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc() && end == word.data() + word.size() ? std::optional<double>(value)
                                                                  : std::nullopt;
}

std::vector<Countable> FindCountables(const TextUnderAudit& text) {
  return CountableFinder(text).Find();
}

}  // namespace stemma
