#include "graph/audit/text_rules/figure_surroundings.h"

#include <algorithm>

#include "graph/audit/text_rules/countable_words.h"
#include "graph/audit/text_rules/figure_words.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kForwardMax = 16;
constexpr uint32_t kBackwardMax = 10;
constexpr uint32_t kPhraseTokensMax = 3;
constexpr size_t kMatterBytesMin = 3;
constexpr uint32_t kSourceTokens = 3;
constexpr uint32_t kSubjectTokens = 5;  // "Le ministère de la santé"

class SurroundingsReader {
 public:
  SurroundingsReader(const TextUnderAudit& text, const FigurePlace& place)
      : text_(text), tokens_(text.Tokens()), place_(place) {}

  void Read(Figure& figure) const {
    ReadOf(figure);
    ReadClause(figure);
    ReadSentence(figure);
    ReadSource(figure);
  }

 private:
  // "of cod" behind "60 tonnes".
  void ReadOf(Figure& figure) const {
    if (!tokens_.Is(place_.figure.end, "of") && !tokens_.Is(place_.figure.end, "de") &&
        !tokens_.Is(place_.figure.end, "d'")) {
      return;
    }
    for (uint32_t at = place_.figure.end + 1;
         at < std::min(place_.sentence.end, place_.figure.end + 4); ++at) {
      if (tokens_.IsWord(at) && !tokens_.Has(at, Bits(kArticle, kOwner))) {
        figure.of = SingularOf(FoldName(tokens_.Words(at)));
        return;
      }
    }
  }

  bool EndsClause(uint32_t at) const {
    // "cows that burned" says what happened, "in a barn that Moe sold" what else did.
    const bool is_that = tokens_.Is(at, "that") && at != place_.figure.end &&
                         !tokens_.Has(at + 1, Bit(kAuxiliary)) &&
                         !tokens_.IsIn(at + 1, ActionWords());
    return (tokens_.IsPunctuation(at) && !tokens_.IsMark(at, U',')) || is_that ||
           tokens_.Is(at, "while") || tokens_.Is(at, "mais") || tokens_.Is(at, "but") ||
           tokens_.Has(at, Bits(kSays, kSay, kSaysThat)) || tokens_[at].begin >= place_.next ||
           tokens_[at].end <= place_.before;
  }

  // What happened is told by the action nearest to the figure.
  void ReadClause(Figure& figure) const {
    uint32_t nearest = figure.action != 0 ? 0 : kForwardMax + 1;
    figure.action_tells_which = figure.action != 0;
    const std::string kind = KindOf(figure.noun);
    const bool is_home = kind == "home" || kind == "foyer";
    const auto read = [&](uint32_t at, uint32_t distance) {
      auto action = IsAction(at) ? ActionWords().Find(tokens_.Words(at)) : std::nullopt;
      action = is_home && tokens_.Is(at, "cut") ? ActionWords().Find("power") : action;
      if (action) {
        // Homes that "lost power" were not lost.
        const bool is_cut = is_home && *action == *ActionWords().Find("power");
        distance = is_cut ? 0 : distance;
        figure.action = distance < nearest ? *action : figure.action;
        figure.action_tells_which = figure.action_tells_which || TellsWhich(at);
        nearest = std::min(nearest, distance);
      } else if (tokens_.Has(at, Bit(kTime))) {
        figure.days.push_back(FoldName(tokens_.Words(at)));
      } else if (tokens_.IsWord(at) && !tokens_.IsIn(at, Stopwords()) && !IsName(at)) {
        figure.context.push_back(StemOf(FoldName(tokens_.Words(at))));
      }
    };
    const uint32_t last = std::min(place_.sentence.end, place_.figure.end + kForwardMax);
    const auto joins_next = [&](uint32_t at) {  // ", and Moe"
      return tokens_.IsMark(at, U',') && tokens_.Has(at + 1, Bit(kAnd));
    };
    for (uint32_t at = place_.figure.end;
         at < last && (!EndsClause(at) || IsAction(at)) && !joins_next(at); ++at) {
      read(at, at - place_.figure.end + 1);
    }
    const uint32_t first = std::max(
        place_.sentence.begin, place_.figure.begin - std::min(place_.figure.begin, kBackwardMax));
    for (uint32_t at = place_.figure.begin; at > first && (!EndsClause(at - 1) || IsAction(at - 1));
         --at) {
      read(at - 1, place_.figure.begin - at + 1);
    }
    ReadPhrases({first, last}, figure);
    for (uint32_t at = first; at < last; ++at) {
      const bool is_load = text_.Read().language == Language::kEnglish && tokens_.Is(at, "cargo");
      if (tokens_.IsIn(at, Vessels()) && !is_load) {
        figure.phrases.push_back({kVesselOnly, SingularOf(FoldName(tokens_.Words(at)))});
      }
    }
  }

  // "injured" behind the figure, or behind "who" and "who were".
  bool TellsWhich(uint32_t at) const {
    const uint32_t end = place_.figure.end;
    const bool is_who = tokens_.Has(end, Bit(kWho)) || tokens_.Is(end, "that");
    return at == end || (is_who && at > end && at <= end + 2);
  }

  // What stands up to three words behind a preposition, but for times and the figure itself.
  void ReadPhrases(TokenRange clause, Figure& figure) const {
    for (uint32_t at = clause.begin; at < clause.end; ++at) {
      const auto preposition =
          tokens_.IsWord(at) ? PhrasePrepositions().Find(tokens_.Words(at)) : std::nullopt;
      if (!preposition) {
        continue;
      }
      const uint32_t last = std::min(clause.end, at + 1 + kPhraseTokensMax);
      for (uint32_t word = at + 1;
           word < last && tokens_.IsWord(word) && word != place_.figure.begin; ++word) {
        const std::string folded = FoldName(tokens_.Words(word));
        const bool ends_name = tokens_.IsCapital(word - 1) && !tokens_.IsCapital(word);
        const bool is_opening = tokens_.Has(word, Bits(kArticle, kOwner));
        if (ends_name || Units().Has(folded) || CommonNouns().Has(folded) ||
            tokens_.Has(word, Bit(kTime)) || (!is_opening && tokens_.IsIn(word, Stopwords()))) {
          break;
        }
        if (!is_opening) {
          figure.phrases.push_back({*preposition, StemOf(folded)});
        }
        // "in Lucane, the capital": it has two names.
        if (tokens_.IsCapital(word) && tokens_.IsMark(word + 1, U',') &&
            tokens_.Has(word + 2, Bit(kArticle)) && tokens_.IsWord(word + 3)) {
          figure.phrases.push_back({*preposition, StemOf(FoldName(tokens_.Words(word + 3)))});
        }
      }
    }
  }

  // "carrying 90 people, killing 40": the action is of the figure that it stands before.
  bool IsOfNext(uint32_t at) const {
    return at >= place_.figure.end && tokens_.IsWord(at) && at + 1 < tokens_.Size() &&
           tokens_[at + 1].begin >= place_.next;
  }

  bool IsAction(uint32_t at) const {
    return !IsOfNext(at) && tokens_.IsIn(at, ActionWords()) &&
           !tokens_[at].is_capital &&  // no "March"
           tokens_[at].begin < place_.next && tokens_[at].end > place_.before;
  }

  bool IsName(uint32_t at) const { return tokens_.IsCapital(at) && at > place_.sentence.begin; }

  // "October 18", "18 octobre".
  bool IsDate(uint32_t at) const {
    return tokens_.Has(at, Bit(kTime)) &&
           ((at > place_.sentence.begin && tokens_.IsNumber(at - 1)) ||
            (tokens_.IsCapital(at) && tokens_.IsNumber(at + 1)));
  }

  void ReadSentence(Figure& figure) const {
    for (uint32_t at = place_.sentence.begin; at < place_.sentence.end; ++at) {
      if (at >= place_.figure.begin && at < place_.figure.end) {
        continue;
      }
      if (tokens_.IsNumber(at) && IsYear(tokens_.Words(at))) {
        figure.times.emplace_back(tokens_.Words(at));
      } else if (tokens_.Has(at, Bit(kTime)) && at > place_.sentence.begin && IsNear(at - 1)) {
        figure.times.push_back(FoldName(tokens_.Words(at - 1)) + FoldName(tokens_.Words(at)));
      } else if (IsDate(at)) {
        const uint32_t day = tokens_.IsNumber(at + 1) ? at + 1 : at - 1;
        figure.times.push_back(FoldName(tokens_.Words(at)) + std::string(tokens_.Words(day)));
      } else if (IsName(at) && !tokens_.Has(at, Bit(kTime))) {
        const std::string name = FoldName(tokens_.Words(at));
        figure.names.push_back(name);
        const uint32_t before = tokens_.Has(at - 1, Bit(kArticle)) ? at - 2 : at - 1;
        if (tokens_.IsIn(before, PlacePrepositions())) {
          figure.places.push_back(name);
        }
      }
    }
    std::sort(figure.times.begin(), figure.times.end());
    ReadMatter(figure);
  }

  void ReadMatter(Figure& figure) const {
    for (uint32_t at = place_.sentence.begin; at < place_.sentence.end; ++at) {
      // Of money for something that is said by its noun.
      const bool is_noun = figure.is_thing && tokens_.IsIn(at, MoneyThings());
      const std::string word = tokens_.IsWord(at) && !tokens_.IsIn(at, Stopwords()) && !is_noun
                                   ? FoldName(tokens_.Words(at))
                                   : std::string();
      if (word.size() >= kMatterBytesMin) {
        figure.matter.push_back(MatterOf(tokens_.Words(at)));
      }
    }
    std::sort(figure.matter.begin(), figure.matter.end());
    figure.matter.erase(std::unique(figure.matter.begin(), figure.matter.end()),
                        figure.matter.end());
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
      figure.source = quote->speaker ? SpeakerOf(*quote->speaker) : "?";
      return;
    }
    for (uint32_t at = place_.sentence.begin; at < place_.sentence.end; ++at) {
      const bool is_credited = tokens_.Has(at, Bit(kAccording));
      const bool is_verb = at > place_.sentence.begin && !tokens_.IsIn(at, SentencedWords());
      const bool says = (is_verb && tokens_.Has(at, Bits(kSays, kSay))) ||
                        (tokens_.IsIn(at, CountingVerbs()) &&
                         (at < place_.figure.begin || at >= place_.figure.end));
      if ((says || is_credited) && IsOfClause(at)) {
        figure.source =
            FoldName(text_.Parts().Words(is_credited ? CreditedBehind(at) : SubjectOf(at)));
        return;
      }
    }
  }

  // With the name that stands behind: "the commissioner, Ida Moe".
  std::string SpeakerOf(const SpeakerMention& speaker) const {
    if (!speaker.name.empty()) {
      return FoldName(speaker.name);
    }
    Span span = speaker.span;
    uint32_t behind = text_.TokenAt(span.end);
    if (tokens_.IsMark(behind, U',')) {
      while (tokens_.IsCapital(behind + 1)) {
        ++behind;
      }
      span.end = tokens_[behind].end;
    }
    return FoldName(text_.Words(span));
  }

  TokenRange CreditedBehind(uint32_t at) const {
    return {at + 1, std::min(at + 1 + kSourceTokens, tokens_.Size())};
  }

  // Who does what the verb says: what stands before it, or before a clause between commas: "The
  // ministry, which counts them, has found".
  TokenRange SubjectOf(uint32_t verb) const {
    uint32_t end = verb;
    while (end > place_.sentence.begin && tokens_.Has(end - 1, Bits(kAuxiliary, kAdverb))) {
      --end;
    }
    if (end > place_.sentence.begin && tokens_.IsMark(end - 1, U',')) {
      for (uint32_t at = end - 1; at > place_.sentence.begin; --at) {
        if (tokens_.IsMark(at - 1, U',') && tokens_.Has(at, Bit(kWho))) {
          end = at - 1;
          return {end - std::min(end - place_.sentence.begin, kSubjectTokens), end};
        }
      }
    }
    return {verb - std::min(verb, kSourceTokens), verb};
  }

  // What is said in another clause is not of this figure: "says its camps … where a million are".
  bool IsOfClause(uint32_t at) const {
    const uint32_t first = std::min(at, place_.figure.begin);
    const uint32_t last = std::max(at, place_.figure.begin);
    for (uint32_t i = first; i < last; ++i) {
      if (tokens_.Is(i, "where") || tokens_.IsMark(i, U';')) {
        return false;
      }
    }
    return true;
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  FigurePlace place_;
};

}  // namespace

void ReadSurroundings(const TextUnderAudit& text, const FigurePlace& place, Figure& figure) {
  SurroundingsReader(text, place).Read(figure);
}

}  // namespace stemma
