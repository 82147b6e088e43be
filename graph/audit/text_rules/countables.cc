#include "graph/audit/text_rules/countables.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "graph/audit/text_rules/countable_words.h"
#include "graph/audit/text_rules/figure_words.h"
#include "graph/reading/number_words.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kThingBefore = 6;
constexpr uint32_t kThingBehind = 6;
constexpr uint32_t kSentenceTokensMax = 120;  // of a longer one, the words near the figure
constexpr std::string_view kCompoundMethod = "number.compound/1";

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
    Countable one{number, {}, 0, false};
    const uint32_t begin = text_.TokenAt(number.span.begin);
    const uint32_t end = text_.TokenAt(number.span.end);
    sentence_ = text_.SentenceAt(number.span.begin);
    if (IsCrewOf(begin)) {
      one.noun = "crew";
      one.is_thing = true;
    } else if (const auto currency = CurrencyWords().Find(number.of)) {
      const int thing = MoneyThingAt(begin, end);
      if (thing == 0 || IsPerUnit(end) || HasAny(begin, ForeignMoneyWords())) {
        return;
      }
      one.noun = "money " + std::to_string(*currency) + " " + std::to_string(thing);
      one.is_thing = true;
    } else if (TermUnits().Has(number.of)) {
      if (!IsOfSentence(begin, end)) {
        return;
      }
      one.noun = "sentence " + SingularOf(number.of);
      one.is_thing = true;
    } else if (number.of.empty()) {
      one.action = ActionBeside(begin, end);
      if (one.action == 0) {
        return;
      }
      one.noun = "person";
    }
    found_.push_back(std::move(one));
  }

  // What the reader leaves out because it counts nothing by itself.
  void AddUnread(uint32_t i) {
    if (IsCovered(i) || AddCompound(i)) {
      return;
    }
    const auto value = reader_.At(i, sentence_.end);
    if (!value || value->is_year_like || value->is_scale_alone || !value->currency.empty() ||
        IsLabel(i)) {
      return;
    }
    const uint32_t end = value->range.end;
    Countable one;
    one.number.low = one.number.high = value->value;
    one.number.method = kCompoundMethod;
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
    } else {
      return;
    }
    found_.push_back(std::move(one));
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
    const size_t hyphen = word.rfind('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == word.size()) {
      return false;
    }
    const auto value = ValueOf(word.substr(0, hyphen));
    const std::string_view unit = word.substr(hyphen + 1);
    if (!value) {
      return false;
    }
    Countable one;
    one.number.low = one.number.high = *value;
    one.number.method = kCompoundMethod;
    one.number.span = text_.Parts().SpanOf({i, i + 1});
    one.is_thing = true;
    if (TermUnits().Has(unit)) {
      if (!IsSentenceNoun(i + 1) || IsForeignTerm(i)) {
        return true;
      }
      one.noun = "sentence " + std::string(unit);
    } else if (StrongWords().Has(unit) && tokens_.IsWord(i + 1)) {
      one.noun = KindOf(std::string(tokens_.Words(i + 1)));
    } else {
      return false;
    }
    found_.push_back(std::move(one));
    return true;
  }

  static std::optional<double> ValueOf(std::string_view word) {
    if (const auto spelled = SpelledUnits().Find(word)) {
      return *spelled;
    }
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc() && end == word.data() + word.size() ? std::optional<double>(value)
                                                                    : std::nullopt;
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

std::vector<Countable> FindCountables(const TextUnderAudit& text) {
  return CountableFinder(text).Find();
}

}  // namespace stemma
