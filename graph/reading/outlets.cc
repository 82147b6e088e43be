#include "graph/reading/outlets.h"

#include <algorithm>

#include "graph/reading/outlet_table.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kNameTokensMax = 9;
constexpr uint32_t kModifiersMax = 4;

// Last words of outlets' names, in capitals, behind another capitalised word.
const WordMap& OutletWords() {
  static const WordMap words(
      "times post news herald tribune gazette chronicle telegraph globe star sun mail mirror "
      "express journal observer examiner inquirer enquirer dispatch courier standard independent "
      "press register sentinel reporter bulletin record review magazine weekly daily radio tv "
      "television broadcasting media journalists newspaper today online "
      "journalistes presse hebdo matin soir nouvelles télévision");
  return words;
}

// First words: "Radio X", "Journal de X", "Voice of X".
const WordMap& OutletFirstWords() {
  static const WordMap words("radio journal agence times voice télévision tv canal");
  return words;
}

// What outlets are called, as common nouns.
const WordMap& MediumNouns() {
  static const WordMap words(
      "newspaper newspapers daily weekly broadcaster channel agency network magazine website "
      "station tabloid outlet journal quotidien hebdomadaire chaîne agence radio site paper");
  return words;
}

enum VagueWord { kHead = 1, kReports };

const WordMap& VagueHeads() {
  static const WordMap words(
      {{"media outlet outlets newspaper newspapers broadcaster broadcasters channel channels "
        "television tv radio publication publications magazine magazines tabloid tabloids press "
        "médias média presse journaux chaînes titres quotidiens",
        kHead},
       {"source sources", kHead},
       {"report reports", kReports}});
  return words;
}

bool IsModifier(const TokenView& tokens, uint32_t i) {
  constexpr WordClasses kNever = Bits(kPreposition, kAnd, kBut, kJoins, kWho, kAuxiliary, kNot, kHe,
                                      kShe, kThey, kI, kIt, kSays, kPossessive);
  return tokens.IsWord(i) && !tokens[i].is_capital && !tokens.Has(i, kNever);
}

bool IsArticle(const TokenView& tokens, uint32_t i) {
  return tokens.Has(i, Bit(kArticle));
}

bool IsConnector(const TokenView& tokens, uint32_t i) {
  static const WordMap words("of for de du des la le les d' l' et and & on");
  return tokens.IsIn(i, words) || tokens.IsMark(i, U'&');
}

// "au", "du": an article that is a preposition too, and no part of what is credited.
bool IsContracted(const TokenView& tokens, uint32_t i) {
  return tokens.Is(i, "au") || tokens.Is(i, "aux") || tokens.Is(i, "du") || tokens.Is(i, "des");
}

std::string NameOf(const TokenView& tokens, TokenRange range) {
  return std::string(tokens.Parts().Words(range));
}

// The longest part of `name`, from its beginning, that ends in an outlet's word; empty if none.
TokenRange OutletPartOf(const TokenView& tokens, TokenRange name, bool has_article) {
  if (tokens.IsIn(name.begin, OutletFirstWords()) && name.end > name.begin + 1) {
    return name;
  }
  for (uint32_t end = name.end; end > name.begin; --end) {
    if (tokens.IsIn(end - 1, OutletWords())) {
      // "the Post Office", "Times Square", "Press Secretary": the next word is the head.
      const bool is_whole = end == name.end || IsConnector(tokens, end) ||
                            tokens.Has(end, Bits(kTime, kTitle)) || tokens.Has(end, Bit(kRole));
      const bool is_enough = end > name.begin + 1 || (has_article && end == name.end);
      if (is_whole && is_enough) {
        return {name.begin, end};
      }
    }
  }
  return {};
}

// "British", "Japanese": no name, though it stands where one does.
bool IsDemonym(std::string_view word) {
  static const WordMap others("french german greek dutch swiss czech thai iraqi israeli local");
  return word.ends_with("ish") || word.ends_with("ese") || word.ends_with("ian") ||
         word.ends_with("ean") || word.ends_with("can") || others.Has(word);
}

// Behind a name: "newspaper", "news agency", ", a Turkish newspaper".
bool IsCalledOutletBehind(const TokenView& tokens, TokenRange name, uint32_t end) {
  if (name.end == name.begin + 1 && IsDemonym(tokens.Words(name.begin))) {
    return false;
  }
  uint32_t at = name.end;
  uint32_t last = std::min(end, at + 2);
  if (at < end && tokens.IsMark(at, U',') && IsArticle(tokens, at + 1)) {
    at += 2;
    last = std::min(end, at + kModifiersMax);
  }
  for (; at < last; ++at) {
    if (tokens.IsIn(at, MediumNouns()) && !tokens[at].is_capital) {
      return !tokens.Is(at, "agency") || tokens.Is(at - 1, "news") || tokens.Is(at - 1, "press");
    }
    const bool may_go_on = last > name.end + 2 ? IsModifier(tokens, at) || tokens.IsCapital(at)
                                               : tokens.Is(at, "news") || tokens.Is(at, "press");
    if (!may_go_on) {
      return false;
    }
  }
  return false;
}

}  // namespace

std::optional<AgencyMention> AgencyAt(const TokenView& tokens, uint32_t i) {
  const auto known = KnownOutletAt(tokens, i);
  if (!known || !known->outlet->Is(OutletTrait::kAgency)) {
    return std::nullopt;
  }
  return AgencyMention{known->end, known->outlet->name, known->outlet->Is(OutletTrait::kPhoto),
                       !known->outlet->Is(OutletTrait::kUnsure)};
}

TokenRange NameAt(const TokenView& tokens, uint32_t i, uint32_t end) {
  end = std::min({end, tokens.Size(), i + kNameTokensMax});
  uint32_t last = i;
  for (uint32_t at = i; at < end; ++at) {
    if ((tokens.IsCapital(at) && !tokens.Has(at, Bit(kTime))) ||
        (at > i && tokens.IsNumber(at) && tokens.IsCapital(at - 1))) {
      last = at + 1;
    } else if (at == i || !IsConnector(tokens, at) || at + 1 >= end) {
      break;
    }
  }
  return {i, last};
}

bool IsOutletName(const TokenView& tokens, TokenRange name) {
  const auto known = KnownOutletAt(tokens, name.begin);
  return (known && known->end >= name.end) || OutletPartOf(tokens, name, false).end == name.end;
}

namespace {

// What stands before a name: "the", "the newspaper", "a recent".
struct Opening {
  uint32_t name = 0;   // token at which the name begins
  uint32_t begin = 0;  // at which the mention does
  bool has_article = false;
  bool is_called = false;  // "newspaper X", "the broadcaster X"
};

Opening OpeningAt(const TokenView& tokens, uint32_t i, uint32_t end) {
  Opening opening{i, i, IsArticle(tokens, i), false};
  uint32_t at = i + (opening.has_article ? 1 : 0);
  const uint32_t behind_article = at;
  for (uint32_t skipped = 0; skipped < kModifiersMax && at < end; ++skipped) {
    const bool is_demonym = tokens.IsCapital(at) && tokens.IsIn(at + 1, MediumNouns()) &&
                            !tokens[at + 1].is_capital && tokens.IsCapital(at + 2);
    if (!is_demonym && !IsModifier(tokens, at)) {
      break;
    }
    opening.is_called = tokens.IsIn(at, MediumNouns());
    ++at;
  }
  opening.name = at;
  if (at > behind_article && !opening.is_called) {
    opening.begin = at;  // "a recent Reuters survey"
  } else if (opening.has_article && IsContracted(tokens, i)) {
    opening.begin = behind_article;
  }
  return opening;
}

std::optional<OutletMention> KnownAt(const TokenView& tokens, const Opening& opening,
                                     uint32_t end) {
  const auto known = KnownOutletAt(tokens, opening.name);
  if (!known || known->end > end || known->outlet->Is(OutletTrait::kUnsure)) {
    return std::nullopt;
  }
  OutletMention outlet{{opening.begin, known->end}, std::string(known->outlet->name), false};
  const auto goes_on = [&] {
    return outlet.range.end < end && tokens.IsCapital(outlet.range.end) &&
           !tokens.Has(outlet.range.end, Bit(kTime));
  };
  if (known->outlet->Is(OutletTrait::kNeedsArticle)) {
    return (opening.has_article || opening.is_called) && !goes_on() ? std::optional(outlet)
                                                                    : std::nullopt;
  }
  while (goes_on() && tokens.IsIn(outlet.range.end, OutletWords())) {
    ++outlet.range.end;  // "BBC Radio"
    outlet.name = NameOf(tokens, {opening.name, outlet.range.end});
  }
  return outlet;
}

// Of "Jane Doe of the Springfield Herald", what follows "of" where that is an outlet.
uint32_t BehindPerson(const TokenView& tokens, TokenRange name) {
  for (uint32_t i = name.begin + 1; i + 1 < name.end; ++i) {
    if ((tokens.Is(i, "of") || tokens.Is(i, "de")) &&
        !tokens.IsIn(name.begin, OutletFirstWords()) && !tokens.IsIn(i - 1, OutletWords()) &&
        !tokens.Has(i - 1, Bit(kBody))) {
      return i + 1;
    }
  }
  return name.begin;
}

}  // namespace

std::optional<OutletMention> OutletAt(const TokenView& tokens, uint32_t i, uint32_t end) {
  end = std::min(end, tokens.Size());
  if (i >= end) {
    return std::nullopt;
  }
  if (const auto known = KnownAt(tokens, {i, i, false, false}, end); known) {
    return known;  // "Le Monde", whose article is its own
  }
  const Opening opening = OpeningAt(tokens, i, end);
  if (opening.name >= end || !tokens.IsWord(opening.name)) {
    return std::nullopt;
  }
  if (const auto known = KnownAt(tokens, opening, end)) {
    return known;
  }
  TokenRange name = NameAt(tokens, opening.name, end);
  if (name.IsEmpty()) {
    return std::nullopt;
  }
  uint32_t begin = opening.begin;
  if (const uint32_t behind = BehindPerson(tokens, name);
      behind > name.begin && !opening.has_article) {
    begin = behind;
    name.begin = behind + (IsArticle(tokens, behind) ? 1 : 0);
    if (const auto known = KnownAt(tokens, {name.begin, begin, begin < name.begin, false}, end)) {
      return known;
    }
  }
  TokenRange outlet = OutletPartOf(tokens, name, begin < name.begin);
  if (outlet.IsEmpty() &&
      (opening.is_called || (name.end - name.begin <= 4 && begin == opening.begin &&
                             IsCalledOutletBehind(tokens, name, end)))) {
    outlet = name;
  }
  if (outlet.IsEmpty()) {
    return std::nullopt;
  }
  return OutletMention{{begin, outlet.end}, NameOf(tokens, outlet), false};
}

namespace {

// "a press conference", "radio host": the head of the phrase is another word.
bool IsHeadOf(const TokenView& tokens, uint32_t head) {
  static const WordMap heads(
      "outlets newspapers broadcasters channels publications magazines "
      "tabloids sources source reports médias journaux chaînes titres");
  const uint32_t next = head + 1;
  return tokens.IsIn(head, heads) || !tokens.IsWord(next) || tokens[next].is_capital ||
         (tokens[next].classes != 0 && !tokens.Has(next, Bits(kRole, kBody, kPrinted)));
}

}  // namespace

std::optional<OutletMention> VagueOutletAt(const TokenView& tokens, uint32_t i, uint32_t end) {
  end = std::min({end, tokens.Size(), i + kModifiersMax + 2});
  if (tokens.Is(i, "the") || tokens.Is(i, "le") || tokens.Is(i, "les") ||
      tokens.Has(i, Bit(kOwner))) {
    return std::nullopt;  // one that was named before
  }
  uint32_t behind = 0;
  for (uint32_t at = i; at < end; ++at) {
    const auto kind = tokens.IsWord(at) && (at == i || !tokens[at].is_capital)
                          ? VagueHeads().Find(tokens.Words(at))
                          : std::nullopt;
    const bool is_reports = kind == kReports && at > i &&
                            (behind == at || tokens.Is(at - 1, "news") ||
                             tokens.Is(at - 1, "unconfirmed") || tokens.Is(at - 1, "local"));
    if (kind == kHead || is_reports) {
      behind = at + 1;
    } else if (behind > 0 ||
               !(tokens.IsNumber(at) || tokens.IsCapital(at) || IsModifier(tokens, at))) {
      break;
    }
  }
  if (behind == 0 || !IsHeadOf(tokens, behind - 1)) {
    return std::nullopt;
  }
  return OutletMention{{i, behind}, "", true};
}

std::optional<OutletMention> OutletBefore(const TokenView& tokens, uint32_t begin, uint32_t end) {
  const uint32_t first = end > begin + kNameTokensMax ? end - kNameTokensMax : begin;
  uint32_t name = end;  // where the run of words that may be a name begins
  while (name > first && tokens.IsWord(name - 1) &&
         (tokens.IsCapital(name - 1) || IsConnector(tokens, name - 1) ||
          tokens.IsIn(name - 1, MediumNouns()) || tokens.Is(name - 1, "news"))) {
    --name;
  }
  name -= name > first && IsArticle(tokens, name - 1) ? 1 : 0;
  for (uint32_t at = name; at < end; ++at) {
    if (tokens.IsCapital(at) || IsArticle(tokens, at)) {
      const auto outlet = OutletAt(tokens, at, end);
      if (outlet && (outlet->range.end == end ||
                     (outlet->range.end < end && tokens.IsIn(end - 1, MediumNouns())))) {
        return outlet;
      }
    }
  }
  return std::nullopt;
}

}  // namespace stemma
