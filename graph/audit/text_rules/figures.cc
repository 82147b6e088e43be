#include "graph/audit/text_rules/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "graph/audit/text_rules/countable_words.h"
#include "graph/audit/text_rules/countables.h"
#include "graph/audit/text_rules/figure_surroundings.h"
#include "graph/audit/text_rules/figure_words.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kPlanTokens = 8;
constexpr uint32_t kSentenceTokensMax = 120;  // of a longer one, the words near the figure
constexpr uint32_t kParagraphTokensMax = 300;
constexpr double kUnbounded = std::numeric_limits<double>::infinity();

// How far down "nearly 100" may go, and to both sides "about 100"; a round figure is a little
// loose.
constexpr double kNearly = 0.75;
constexpr double kAbout = 0.15;
constexpr double kAboutPrecise = 0.04;  // "some 420"
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

// Behind "dont", where it tells of those that are counted, and of no part of them.
const WordMap& WhoseWords() {
  static const WordMap words("le la les l' leur leurs son sa ses");
  return words;
}

// With a zero behind at most two digits that count: 20, 350, 1,400.
bool IsRound(double value) {
  double rest = value;
  while (rest >= 100 && std::fmod(rest, 10) == 0) {
    rest /= 10;
  }
  return value >= 20 && std::fmod(value, 10) == 0 && rest < 100;
}

// "Some 420", "about 1,230": whoever hedges it so has counted nearer than to the hundred.
bool IsPrecise(double value) {
  while (value >= 1000 && std::fmod(value, 10) == 0) {
    value /= 10;
  }
  return value > 100 && std::fmod(value, 50) != 0;
}

class FigureReader {
 public:
  explicit FigureReader(const TextUnderAudit& text) : text_(text), tokens_(text.Tokens()) {}

  std::vector<Figure> Read() {
    const std::vector<Countable> countables = FindCountables(text_);
    for (const Countable& one : countables) {
      AddBounds(one.number.span);
    }
    for (const Number& one : text_.Read().numbers) {
      AddBounds(one.span);
    }
    std::sort(begins_.begin(), begins_.end());
    std::sort(ends_.begin(), ends_.end());
    std::vector<Figure> figures;
    for (const Countable& one : countables) {
      const Span& span = one.number.span;
      const auto next = std::lower_bound(begins_.begin(), begins_.end(), span.end);
      const auto before = std::upper_bound(ends_.begin(), ends_.end(), span.begin);
      next_ = next != begins_.end() ? *next : text_.Text().size();
      before_ = before != ends_.begin() ? *(before - 1) : 0;
      if (auto figure = ReadFigure(one)) {
        figures.push_back(*std::move(figure));
      }
    }
    return figures;
  }

 private:
  void AddBounds(const Span& span) {
    begins_.push_back(span.begin);
    ends_.push_back(span.end);
  }

  std::optional<Figure> ReadFigure(const Countable& countable) {
    const Number& number = countable.number;
    Figure figure;
    figure.span = number.span;
    if (text_.IsBoilerplate(number.span) || !ReadInterval(number, figure)) {
      return std::nullopt;
    }
    if (!countable.noun.empty()) {
      figure.noun = countable.noun;
      figure.kind = countable.noun;
      figure.action = countable.action;
    } else if (!number.of.empty() && !ReadNoun(number, figure)) {
      return std::nullopt;
    }
    figure.is_unique = countable.is_unique;
    figure.is_thing = countable.is_thing;
    figure.is_unit = figure.is_unit || countable.is_unit;
    begin_ = text_.TokenAt(number.span.begin);
    end_ = text_.TokenAt(number.span.end);
    figure.paragraph = text_.ParagraphOf(begin_);
    sentence_ = text_.SentenceAt(number.span.begin);
    figure.sentence = sentence_.begin;
    sentence_.begin = std::max(sentence_.begin, begin_ - std::min(begin_, kSentenceTokensMax));
    sentence_.end = std::min(sentence_.end, end_ + kSentenceTokensMax);
    figure.is_definite = (begin_ > sentence_.begin && IsDefinite(begin_ - 1)) ||
                         ((figure.is_thing || IsOfEvent()) && IsOfDefinite()) || IsOfOwned() ||
                         IsApposed(figure.is_hedged);
    if (IsPart() || IsOfThem() || IsRevised(figure.paragraph)) {
      return std::nullopt;
    }
    figure.is_changed = IsChanged();
    figure.is_planned = IsPlanned(figure);
    figure.is_quoted = text_.IsBetweenMarks(number.span.begin);
    for (uint32_t at = sentence_.begin; at < begin_; ++at) {
      figure.is_other = figure.is_other || tokens_.IsIn(at, OtherWords());
    }
    figure.is_joined = IsJoined();
    ReadSurroundings(text_, {{begin_, end_}, sentence_, before_, next_}, figure);
    ReadKind(figure);
    return figure;
  }

  // What nouns of one meaning have in common, people as people.
  static void ReadKind(Figure& figure) {
    if (figure.kind.empty()) {
      const bool is_member = figure.noun == "member" || figure.noun == "membre";
      const std::string crew =
          is_member && !figure.qualifiers.empty() ? figure.qualifiers.back() : figure.of;
      figure.kind = KindOf(is_member && KindOf(crew) == "crew" ? "crew" : figure.noun);
      if (figure.kind == "crew" && is_member) {
        figure.qualifiers.clear();
        figure.of.clear();
      }
    }
    // Sailors of no ship that is told may be any.
    static const WordMap sailors("sailor seaman seamen marin matelot");
    const bool has_vessel =
        std::any_of(figure.phrases.begin(), figure.phrases.end(),
                    [](const Phrase& phrase) { return phrase.preposition == kVesselOnly; });
    if (figure.kind == "crew" && (has_vessel || !sailors.Has(figure.noun))) {
      figure.is_thing = true;
    }
    if (figure.noun == "patient" && figure.action == 0) {
      figure.action = *ActionWords().Find("ill");
    }
    const bool is_person = figure.kind == "person" || SpecificPersons().Has(figure.kind);
    figure.noun = is_person && figure.kind != "crew" ? "person" : figure.kind;
    if (!is_person && figure.action == *ActionWords().Find("kept")) {
      figure.action = 0;  // what is kept in a cold room is no prisoner
    }
  }

  // "four workers and a nurse", "a woman and her three sons": the sum is told of two.
  bool IsJoined() const {
    const auto begins = [&](uint32_t at) {
      return tokens_.Has(at, Bits(kArticle, kOwner)) || tokens_.IsNumber(at) ||
             tokens_.IsIn(at, SpelledUnits()) || tokens_.Is(at, "one") || tokens_.Is(at, "un") ||
             tokens_.Is(at, "une") || tokens_.IsCapital(at);
    };
    uint32_t before = begin_;
    while (before > sentence_.begin && tokens_.Has(before - 1, Bits(kArticle, kOwner))) {
      --before;
    }
    return (before > sentence_.begin && tokens_.Has(before - 1, Bit(kAnd))) ||
           (tokens_.Has(end_, Bit(kAnd)) && begins(end_ + 1));
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
    if (is_money) {
      return false;
    }
    if (words.front() == "percent") {
      figure.noun = "percent";
      figure.is_unit = true;
      return true;
    }
    for (const std::string_view word : words) {
      figure.is_unit = figure.is_unit || Units().Has(word);
      figure.is_common = figure.is_common || CommonNouns().Has(word);
    }
    if (text_.Read().language == Language::kEnglish) {
      std::reverse(words.begin(), words.end());
    }
    figure.noun = SingularOf(FoldName(words.front()));
    if (CasualtyNouns().Has(words.front())) {
      figure.noun = "person";  // "40 dead", "trois morts"
      figure.action = *ActionWords().Find(words.front());
    }
    for (size_t i = 1; i < words.size(); ++i) {
      if (const auto action = ActionWords().Find(words[i])) {
        figure.action = *action;
      } else if (IsFrenchParticiple(words[i])) {
        figure.context.push_back(StemOf(FoldName(words[i])));
      } else {
        figure.qualifiers.push_back(FoldName(words[i]));
      }
    }
    std::sort(figure.qualifiers.begin(), figure.qualifiers.end());
    return true;
  }

  bool IsFrenchParticiple(std::string_view word) const {
    return text_.Read().language == Language::kFrench &&
           (word.ends_with("és") || word.ends_with("ées"));
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
    figure.printed = number.low.value_or(number.high.value_or(0));
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
      const double about = IsPrecise(figure.low) ? kAboutPrecise : kAbout;
      const double loose = figure.is_hedged ? about : IsRound(figure.low) ? kRound : 0;
      figure.low *= 1 - loose;
      figure.high *= 1 + loose;
    }
    return true;
  }

  // "of them", "d'entre eux" before the figure.
  // "500 passengers, half of those who came": a part, whose whole is something else.
  bool IsShareBehind() const {
    static const WordMap shares(
        "half third quarter moitié tiers quart majorité minorité fifth tenth dixième cinquième");
    const uint32_t at = end_ + (tokens_.Is(end_ + 1, "soit") || tokens_.Is(end_ + 1, "or") ? 2 : 1);
    return tokens_.IsMark(end_, U',') && (tokens_.IsIn(at, shares) || tokens_.IsIn(at + 1, shares));
  }

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
    if (IsShareBehind()) {
      return true;
    }
    if (begin_ >= sentence_.begin + 2 && tokens_.Is(begin_ - 1, "sur") &&
        (tokens_.IsNumber(begin_ - 2) || tokens_.IsIn(begin_ - 2, SpelledUnits()))) {
      return true;
    }
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
      const bool is_rate = tokens_.Is(at, "par") && tokens_.IsIn(at + 1, RateNouns());
      if ((is_rate || tokens_.IsIn(at, PartWordsBehind())) && (at >= end_ || at > begin_ + 2)) {
        return true;
      }
    }
    if (tokens_.IsIn(end_, KindWordsBehind())) {
      return true;
    }
    const bool is_of = tokens_.Is(end_, "of") || tokens_.Is(end_, "d'") || tokens_.Is(end_, "de");
    return (is_of && (tokens_.Is(end_ + 1, "them") || tokens_.Is(end_ + 1, "whom") ||
                      tokens_.Is(end_ + 1, "the") || tokens_.Is(end_ + 1, "those") ||
                      tokens_.Is(end_ + 1, "entre"))) ||
           (tokens_.Is(end_, "a") && tokens_.Has(end_ + 1, Bit(kTime))) ||
           (tokens_.Is(end_, "an") && tokens_.Is(end_ + 1, "hour")) ||
           (tokens_.Is(end_, "dont") && !tokens_.IsIn(end_ + 1, WhoseWords()));
  }

  bool IsDefinite(uint32_t at) const {
    return tokens_.Is(at, "the") || tokens_.Is(at, "these") || tokens_.Is(at, "those") ||
           tokens_.Is(at, "all") || tokens_.Is(at, "les") || tokens_.Is(at, "aux") ||
           tokens_.Is(at, "des") || tokens_.Is(at, "ces") ||
           tokens_.Has(at, Bits(kOwner, kPossessive));
  }

  // "the sentence of nine years", "l'équipage de 12 hommes".
  bool IsOfDefinite() const {
    static const WordMap words("la le l' cette ce cet");
    const uint32_t noun = NounBefore();
    return noun > sentence_.begin && (tokens_.IsIn(noun - 1, words) || IsDefinite(noun - 1));
  }

  // "the spill of 80 tonnes": of what an article mostly tells one.
  bool IsOfEvent() const {
    static const WordMap events(
        "spill leak haul theft seizure robbery heist cache shipment ransom fuite saisie vol rançon "
        "cargaison");
    return tokens_.IsIn(NounBefore(), events);
  }

  // "the cache, fewer than 80 files in all", "Les grévistes, moins de 80 agents,".
  // Without a hedge it may be one of a list: "the miller, 80 sacks, a donkey".
  bool IsApposed(bool is_hedged) const {
    static const WordMap hedges("just little bit a un peu");
    uint32_t begin = begin_;
    while (begin > sentence_.begin && tokens_.IsIn(begin - 1, hedges)) {
      --begin;
    }
    if (begin < sentence_.begin + 3 || !tokens_.IsMark(begin - 1, U',') ||
        !tokens_.IsWord(begin - 2) || !IsDefinite(begin - 3)) {
      return false;
    }
    const bool is_all = (tokens_.Is(end_, "in") && tokens_.Is(end_ + 1, "all")) ||
                        (tokens_.Is(end_, "en") && tokens_.Is(end_ + 1, "tout")) ||
                        (tokens_.Is(end_, "au") && tokens_.Is(end_ + 1, "total"));
    return (is_hedged && tokens_.IsMark(end_, U',')) || is_all;
  }

  // "its yearly load of 80 tonnes".
  bool IsOfOwned() const {
    const uint32_t noun = NounBefore();
    return (noun > sentence_.begin && tokens_.Has(noun - 1, Bits(kOwner, kPossessive))) ||
           (noun > sentence_.begin + 1 && tokens_.Has(noun - 2, Bits(kOwner, kPossessive)));
  }

  // Of what the figure is, "crew" before "of 12"; the sentence's begin where nothing is said.
  uint32_t NounBefore() const {
    const bool is_of = begin_ >= sentence_.begin + 3 && tokens_.IsWord(begin_ - 2) &&
                       (tokens_.Is(begin_ - 1, "of") || tokens_.Is(begin_ - 1, "de") ||
                        tokens_.Is(begin_ - 1, "d'"));
    return is_of ? begin_ - 2 : sentence_.begin;
  }

  bool IsChanged() const {
    for (uint32_t at = sentence_.begin; at < sentence_.end; ++at) {
      const bool is_fall_of =
          tokens_.Is(at, "fell") &&  // ill, from a roof
          (tokens_.IsIn(at + 1, ActionWords()) || tokens_.Has(at + 1, Bit(kPreposition)));
      const bool is_held_against =  // "compared the results"
          tokens_.Is(at, "compared") && !tokens_.Is(at + 1, "with") && !tokens_.Is(at + 1, "to");
      if ((at < begin_ || at >= end_) && tokens_.IsIn(at, ChangeWords()) && !is_fall_of &&
          !is_held_against) {
        return true;
      }
    }
    return false;
  }

  bool IsPlanned(const Figure& figure) const {
    const bool is_definite = figure.is_definite;
    // What is to become of "the nearly 300 guests" does not make a plan of them.
    const uint32_t first = std::max(sentence_.begin, begin_ - std::min(begin_, kPlanTokens));
    for (uint32_t at = first; at < begin_ && !is_definite; ++at) {
      if (tokens_.IsIn(at, PlanWords())) {
        return true;
      }
    }
    // ", down from 400" is said of the figure, ", and Moe will sell" is not; nor is, of "the cows
    // killed on Sunday will be", what they will be.
    const bool is_told = tokens_.IsIn(end_, ActionWords()) || tokens_.Has(end_, Bit(kWho)) ||
                         tokens_.Is(end_, "that") || is_definite;
    const uint32_t behind = is_definite && figure.is_thing ? 0 : is_told ? 2 : kPlanTokens;
    const uint32_t last = std::min(sentence_.end, end_ + behind);
    for (uint32_t at = end_; at < last; ++at) {
      if (tokens_.IsIn(at, PlanWords())) {
        return true;
      }
      if (tokens_.IsPunctuation(at)) {
        return tokens_.IsIn(at + 1, PlanWords());
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

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  std::vector<size_t> begins_;  // of all figures, in order
  std::vector<size_t> ends_;
  size_t next_ = 0;  // see FigurePlace
  size_t before_ = 0;
  uint32_t begin_ = 0;  // tokens of the figure that is read
  uint32_t end_ = 0;
  TokenRange sentence_;
};

}  // namespace

std::vector<Figure> FindFigures(const TextUnderAudit& text) {
  return FigureReader(text).Read();
}

bool IsPlainCount(const Figure& figure) {
  return !figure.is_unit && !figure.is_common && !figure.is_changed && !figure.is_planned &&
         !figure.noun.empty();
}

std::string ClassOf(const Figure& figure) {
  constexpr size_t kMoneyBytes = 7;  // "money 2" of "money 2 4"
  return figure.noun.starts_with("money") ? figure.noun.substr(0, kMoneyBytes)
         : figure.noun.empty()            ? "person"
                                          : figure.noun;
}

bool AreDisjoint(const Figure& a, const Figure& b) {
  const auto is_below = [](const Figure& one, const Figure& other) {
    return one.high < other.low ||
           (one.high == other.low && (one.high_is_open || other.low_is_open));
  };
  return is_below(a, b) || is_below(b, a);
}

double RatioOf(const Figure& a, const Figure& b) {
  const Figure& lower = a.high <= b.low ? a : b;
  const Figure& upper = a.high <= b.low ? b : a;
  return lower.high > 0 ? upper.low / lower.high : kHedgedRatioMax + 1;
}

}  // namespace stemma
