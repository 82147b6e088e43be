#include "graph/audit/text_rules/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "graph/audit/text_rules/figure_words.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kForwardMax = 16;
constexpr uint32_t kBackwardMax = 10;
constexpr uint32_t kPlanTokens = 8;
constexpr uint32_t kSentenceTokensMax = 120;  // of a longer one, the words near the figure
constexpr uint32_t kParagraphTokensMax = 300;
constexpr double kCountMin = 10;  // fewer, unless hedged, are counts of this and that
constexpr double kUnbounded = std::numeric_limits<double>::infinity();

// How far down "nearly 100" may go, and to both sides "about 100"; a round figure is a little
// loose.
constexpr double kNearly = 0.75;
constexpr double kAbout = 0.15;
constexpr double kRound = 0.05;

// Hedges that leave out the end that they name.
const WordMap& OpenHedgeWords() {
  static const WordMap words(
      "more better greater fewer less over under below above upwards upward excess nearly almost "
      "plus moins près presque peine");
  return words;
}

// Hedges that stay near what they name.
const WordMap& NearHedgeWords() {
  static const WordMap words("nearly almost près presque just close");
  return words;
}

std::string SingularOf(std::string word) {
  if (PersonNouns().Has(word)) {
    return "person";
  }
  if (word.ends_with("ies") && word.size() > 4) {
    return word.substr(0, word.size() - 3) + "y";
  }
  if ((word.ends_with("s") || word.ends_with("x")) && word.size() > 3 && !word.ends_with("ss")) {
    word.pop_back();
  }
  return word;
}

// Letters that the forms of a word mostly share.
std::string StemOf(const std::string& word) {
  constexpr size_t kStemBytes = 5;
  return word.substr(0, kStemBytes);
}

bool IsRound(double value) {
  return value >= 20 && std::fmod(value, 10) == 0;
}

class FigureReader {
 public:
  explicit FigureReader(const TextUnderAudit& text) : text_(text), tokens_(text.Tokens()) {}

  std::vector<Figure> Read() {
    const auto& numbers = text_.Read().numbers;
    std::vector<Figure> figures;
    for (size_t i = 0; i < numbers.size(); ++i) {
      next_ = i + 1 < numbers.size() ? numbers[i + 1].span.begin : text_.Text().size();
      before_ = i > 0 ? numbers[i - 1].span.end : 0;
      if (auto figure = ReadFigure(numbers[i])) {
        figures.push_back(std::move(*figure));
      }
    }
    return figures;
  }

 private:
  std::optional<Figure> ReadFigure(const Number& number) {
    Figure figure;
    figure.span = number.span;
    if (text_.IsBoilerplate(number.span) || !ReadNoun(number, figure) ||
        !ReadInterval(number, figure)) {
      return std::nullopt;
    }
    begin_ = TokenAt(number.span.begin);
    end_ = TokenAt(number.span.end);
    figure.paragraph = text_.ParagraphOf(begin_);
    sentence_ = text_.SentenceAt(number.span.begin);
    figure.sentence = sentence_.begin;
    sentence_.begin = std::max(sentence_.begin, begin_ - std::min(begin_, kSentenceTokensMax));
    sentence_.end = std::min(sentence_.end, end_ + kSentenceTokensMax);
    if (IsPart() || IsOfThem() || IsChange() || IsRevised(figure.paragraph)) {
      return std::nullopt;
    }
    ReadOf(figure);
    ReadClause(figure);
    ReadSentence(figure);
    ReadSource(figure);
    return figure;
  }

  uint32_t TokenAt(size_t byte) const {
    const auto& tokens = text_.Parts().tokens;
    return static_cast<uint32_t>(
        std::partition_point(tokens.begin(), tokens.end(),
                             [&](const Token& token) { return token.begin < byte; }) -
        tokens.begin());
  }

  // English has its noun behind what qualifies it, French before it. A participle between them,
  // "moutons tués", is no kind of its own but says what happened.
  bool ReadNoun(const Number& number, Figure& figure) const {
    std::vector<std::string_view> words;
    for (std::string_view rest = number.of; !rest.empty();) {
      const size_t space = std::min(rest.find(' '), rest.size());
      words.push_back(rest.substr(0, space));
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    const bool is_money = FoldedWords(number.of).empty() || number.of.ends_with('$');
    if (is_money || words.front() == "percent" ||
        std::any_of(words.begin(), words.end(),
                    [](std::string_view word) { return NeverCompared().Has(word); })) {
      return false;
    }
    if (text_.Read().language == Language::kEnglish) {
      std::reverse(words.begin(), words.end());
    }
    figure.is_measure = MeasureNouns().Has(words.front());
    figure.noun = SingularOf(FoldName(words.front()));
    for (size_t i = 1; i < words.size(); ++i) {
      if (const auto action = ActionWords().Find(words[i])) {
        figure.action = *action;
      } else {
        figure.qualifiers.push_back(FoldName(words[i]));
      }
    }
    std::sort(figure.qualifiers.begin(), figure.qualifiers.end());
    return true;
  }

  static bool ReadInterval(const Number& number, Figure& figure) {
    const bool is_range = number.low && number.high && *number.low != *number.high;
    const bool is_scale_alone = !number.high && number.hedge.empty();
    if (is_range || is_scale_alone) {
      return false;
    }
    figure.is_hedged = !number.hedge.empty();
    figure.low = number.low.value_or(0);
    figure.high = number.high.value_or(kUnbounded);
    bool is_open = false;
    bool is_near = false;
    for (const std::string& word : FoldedWords(number.hedge)) {
      is_open = is_open || OpenHedgeWords().Has(word) || word == "pres";
      is_near = is_near || NearHedgeWords().Has(word) || word == "pres";
    }
    const std::string_view first = number.hedge;
    is_open = is_open && !first.starts_with("no") && !first.starts_with("pas");
    if (!number.low) {
      figure.high_is_open = is_open;
      figure.low = is_near ? figure.high * kNearly : 0;
    } else if (!number.high) {
      figure.low_is_open = is_open;
      figure.high = is_near ? figure.low / kNearly : kUnbounded;
    } else {
      const double loose = figure.is_hedged ? kAbout : IsRound(figure.low) ? kRound : 0;
      if (!figure.is_hedged && figure.low < kCountMin) {
        return false;
      }
      figure.low *= 1 - loose;
      figure.high *= 1 + loose;
    }
    return true;
  }

  // "of them", "d'entre eux" before the figure.
  bool IsOfThem() const {
    for (uint32_t at = sentence_.begin; at + 1 < begin_; ++at) {
      if ((tokens_.Is(at, "of") && (tokens_.Is(at + 1, "them") || tokens_.Is(at + 1, "those") ||
                                    tokens_.Is(at + 1, "whom") || tokens_.Is(at + 1, "which"))) ||
          ((tokens_.Is(at, "entre") || tokens_.Is(at, "parmi")) && tokens_.Is(at + 1, "eux"))) {
        return true;
      }
    }
    return false;
  }

  // "including 40", "300,000 of them children", "another 20", "20 each", "up from 9".
  bool IsPart() const {
    for (uint32_t back = 1; back <= 2 && begin_ >= sentence_.begin + back; ++back) {
      if (tokens_.IsIn(begin_ - back, PartWords())) {
        return true;
      }
      if (!tokens_.Has(begin_ - back, Bits(kArticle, kOwner, kPreposition))) {
        break;
      }
    }
    const uint32_t last = std::min(sentence_.end, end_ + 2);
    for (uint32_t at = begin_; at < last; ++at) {
      if (tokens_.IsIn(at, PartWordsBehind()) && (at >= end_ || at > begin_ + 2)) {
        return true;
      }
    }
    const bool is_of = tokens_.Is(end_, "of") || tokens_.Is(end_, "d'") || tokens_.Is(end_, "de");
    return (is_of && (tokens_.Is(end_ + 1, "them") || tokens_.Is(end_ + 1, "whom") ||
                      tokens_.Is(end_ + 1, "the") || tokens_.Is(end_ + 1, "those") ||
                      tokens_.Is(end_ + 1, "entre"))) ||
           (tokens_.Is(end_, "a") && tokens_.Has(end_ + 1, Bit(kTime))) ||
           (tokens_.Is(end_, "an") && tokens_.Is(end_ + 1, "hour")) || tokens_.Is(end_, "dont");
  }

  bool IsChange() const {
    for (uint32_t at = sentence_.begin; at < sentence_.end; ++at) {
      const bool is_outside = at < begin_ || at >= end_;
      const bool is_near = at + kPlanTokens >= begin_ && at < end_ + kPlanTokens;
      if (is_outside &&
          (tokens_.IsIn(at, ChangeWords()) || (is_near && tokens_.IsIn(at, PlanWords())))) {
        return true;
      }
    }
    return false;
  }

  bool IsRevised(uint32_t paragraph) const {
    const TokenRange range = text_.Parts().paragraphs[paragraph];
    const uint32_t first = std::max(range.begin, begin_ - std::min(begin_, kParagraphTokensMax));
    const uint32_t last = std::min(range.end, end_ + kParagraphTokensMax);
    for (uint32_t at = first; at < last; ++at) {
      if (tokens_.IsIn(at, RevisionWords())) {
        return true;
      }
    }
    return false;
  }

  // "of cod" behind "60 tonnes".
  void ReadOf(Figure& figure) const {
    if (!tokens_.Is(end_, "of") && !tokens_.Is(end_, "de") && !tokens_.Is(end_, "d'")) {
      return;
    }
    for (uint32_t at = end_ + 1; at < std::min(sentence_.end, end_ + 4); ++at) {
      if (tokens_.IsWord(at) && !tokens_.Has(at, Bits(kArticle, kOwner))) {
        figure.of = SingularOf(FoldName(tokens_.Words(at)));
        return;
      }
    }
  }

  bool EndsClause(uint32_t at) const {
    // "that burned" says what happened, "that Moe sold" what else did.
    const bool is_that = tokens_.Is(at, "that") && !tokens_.Has(at + 1, Bit(kAuxiliary)) &&
                         !tokens_.IsIn(at + 1, ActionWords());
    return (tokens_.IsPunctuation(at) && !tokens_.IsMark(at, U',')) || is_that ||
           tokens_.Is(at, "while") || tokens_.Is(at, "mais") || tokens_.Is(at, "but") ||
           tokens_.Has(at, Bits(kSays, kSay, kSaysThat)) || tokens_[at].begin >= next_ ||
           tokens_[at].end <= before_;
  }

  // What happened is told by the action nearest to the figure.
  void ReadClause(Figure& figure) const {
    uint32_t nearest = figure.action != 0 ? 0 : kForwardMax + 1;
    const auto read = [&](uint32_t at, uint32_t distance) {
      const auto action = tokens_.IsWord(at) ? ActionWords().Find(tokens_.Words(at)) : std::nullopt;
      if (action && distance < nearest) {
        nearest = distance;
        figure.action = *action;
      }
      if (tokens_.Has(at, Bit(kTime)) && !tokens_.Is(at, "may") && !tokens_.Is(at, "march")) {
        figure.days.push_back(FoldName(tokens_.Words(at)));
      } else if (tokens_.IsWord(at) && !tokens_.IsIn(at, Stopwords())) {
        figure.context.push_back(StemOf(FoldName(tokens_.Words(at))));
      }
    };
    const uint32_t last = std::min(sentence_.end, end_ + kForwardMax);
    for (uint32_t at = end_; at < last && (!EndsClause(at) || IsAction(at)); ++at) {
      read(at, at - end_ + 1);
    }
    const uint32_t first = std::max(sentence_.begin, begin_ - std::min(begin_, kBackwardMax));
    for (uint32_t at = begin_; at > first && (!EndsClause(at - 1) || IsAction(at - 1)); --at) {
      read(at - 1, begin_ - at + 1);
    }
    if (const auto action = ActionWords().Find(figure.noun + "s"); action && figure.action == 0) {
      figure.action = *action;
    }
  }

  bool IsAction(uint32_t at) const {
    return tokens_.IsIn(at, ActionWords()) && tokens_[at].begin < next_ &&
           tokens_[at].end > before_;
  }

  void ReadSentence(Figure& figure) const {
    for (uint32_t at = sentence_.begin; at < sentence_.end; ++at) {
      if (at >= begin_ && at < end_) {
        continue;
      }
      if (tokens_.IsNumber(at) && IsYear(tokens_.Words(at))) {
        figure.times.emplace_back(tokens_.Words(at));
      } else if (tokens_.Has(at, Bit(kTime)) && at > sentence_.begin && IsNear(at - 1)) {
        figure.times.push_back(FoldName(tokens_.Words(at - 1)) + FoldName(tokens_.Words(at)));
      } else if (tokens_.IsCapital(at) && at > sentence_.begin && !tokens_.Has(at, Bit(kTime))) {
        const std::string name = FoldName(tokens_.Words(at));
        figure.names.push_back(name);
        const uint32_t before = tokens_.Has(at - 1, Bit(kArticle)) ? at - 2 : at - 1;
        if (tokens_.IsIn(before, PlacePrepositions())) {
          figure.places.push_back(name);
        }
      }
    }
    std::sort(figure.times.begin(), figure.times.end());
  }

  static bool IsYear(std::string_view word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
  }

  // "last", "this", "next" before a time.
  bool IsNear(uint32_t at) const {
    static const WordMap words("last this next past previous that cette ce dernier dernière");
    return tokens_.IsIn(at, words);
  }

  void ReadSource(Figure& figure) const {
    const auto& quotes = text_.Read().quotes;
    auto quote = std::partition_point(quotes.begin(), quotes.end(), [&](const Quote& one) {
      return one.span.begin <= figure.span.begin;
    });
    if (quote != quotes.begin() && (--quote)->span.end > figure.span.begin) {
      figure.source = quote->speaker ? FoldName(quote->speaker->name.empty()
                                                    ? text_.Words(quote->speaker->span)
                                                    : std::string_view(quote->speaker->name))
                                     : "?";
      return;
    }
    for (uint32_t at = sentence_.begin; at < sentence_.end; ++at) {
      const bool is_credited = tokens_.Has(at, Bit(kAccording));
      const bool says = tokens_.Has(at, Bits(kSays, kSay)) ||
                        (tokens_.IsIn(at, CountingVerbs()) && (at < begin_ || at >= end_));
      if ((says || is_credited) && IsOfClause(at)) {
        const uint32_t first = is_credited ? at + 1 : at - std::min(at, 3U);
        figure.source =
            FoldName(text_.Parts().Words(TokenRange{first, std::min(first + 3, tokens_.Size())}));
        return;
      }
    }
  }

  // What is said in another clause is not of this figure: "says its camps … where a million are".
  bool IsOfClause(uint32_t at) const {
    const uint32_t first = std::min(at, begin_);
    const uint32_t last = std::max(at, begin_);
    for (uint32_t i = first; i < last; ++i) {
      if (tokens_.Is(i, "where") || tokens_.IsMark(i, U';')) {
        return false;
      }
    }
    return true;
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  size_t next_ = 0;     // byte at which the next figure begins
  size_t before_ = 0;   // byte behind the one before
  uint32_t begin_ = 0;  // tokens of the figure that is read
  uint32_t end_ = 0;
  TokenRange sentence_;
};

}  // namespace

std::vector<Figure> FindFigures(const TextUnderAudit& text) {
  return FigureReader(text).Read();
}

}  // namespace stemma
