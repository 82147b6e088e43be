#include "graph/audit/wording_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "graph/base/utf8.h"
#include "graph/reading/number_words.h"
#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

constexpr size_t kStemMin = 4;
constexpr size_t kPluralStemMin = 3;

// Folded, as all lists here: without accents.
const WordMap& FunctionWords(Language language) {
  static const WordMap english(
      "a an the this that these those it its he him his she her hers they them their theirs i me "
      "my mine we us our ours you your yours who whom whose which what there here of in on at by "
      "for with from to into onto about over under between during after before against within "
      "through near since until till among across around behind beyond despite like toward towards "
      "upon off up down out per as via and or but so yet if because although though while when "
      "where whether how why than then be is am are was were been being do does did done have has "
      "had having will would shall should can could may might must 's also just very too really "
      "quite even only still such some any all both each every one ones other same own again now "
      "well not no never neither nor none without something anything someone anyone everyone");
  static const WordMap french(
      "un une le la les l de du des d au aux ce cet cette ces il elle on ils elles je me moi tu te "
      "toi nous vous se soi lui leur leurs y en mon ma mes ton ta tes son sa ses notre nos votre "
      "vos que qui quoi dont ou a dans par pour sur avec sous chez vers contre entre depuis "
      "pendant "
      "avant apres selon durant lors et mais donc car or si comme quand lorsque puisque alors "
      "parce "
      "etre est sont suis es sommes etes etait etaient sera seront serait ete avoir ai as avons "
      "avez ont avait avaient aura auront aurait fait faire tres trop bien aussi encore meme tout "
      "tous toute toutes plus moins ne pas jamais ni sans aucun aucune rien cela ca c celui celle "
      "ceux celles autre autres");
  return language == Language::kFrench ? french : english;
}

const WordMap& Negations(Language language) {
  static const WordMap english("not no never none nobody nothing nowhere neither nor without nt");
  static const WordMap french("pas jamais sans aucun aucune ni nul nulle");
  return language == Language::kFrench ? french : english;
}

// Negations only beside "ne": "n'en veut plus", but "plus de dix".
const WordMap& NegationsBesideNe() {
  static const WordMap words("plus rien personne guere point");
  return words;
}

// "it's": is; "the town's": a possessive.
const WordMap& PronounsBeforeIs() {
  static const WordMap words("it he she that there here what who where how this everything");
  return words;
}

constexpr auto kClitics = std::to_array<Replacement>({{"'re", "are"},
                                                      {"'ve", "have"},
                                                      {"'ll", "will"},
                                                      {"'d", "would"},
                                                      {"'m", "am"},
                                                      {"d'", "de"},
                                                      {"l'", "le"},
                                                      {"qu'", "que"},
                                                      {"n'", "ne"},
                                                      {"j'", "je"},
                                                      {"s'", "se"},
                                                      {"c'", "ce"},
                                                      {"m'", "me"},
                                                      {"t'", "te"},
                                                      {"jusqu'", "jusque"},
                                                      {"lorsqu'", "lorsque"},
                                                      {"puisqu'", "puisque"}});

constexpr auto kContracted = std::to_array<Replacement>(
    {{"can't", "can"}, {"won't", "will"}, {"shan't", "shall"}, {"ain't", "is"}, {"cannot", "can"}});

// Whole words that no rule of endings turns into the American one.
constexpr auto kSpellings = std::to_array<Replacement>({{"grey", "gray"},
                                                        {"judgement", "judgment"},
                                                        {"ageing", "aging"},
                                                        {"sceptic", "skeptic"},
                                                        {"sceptical", "skeptical"},
                                                        {"tyre", "tire"},
                                                        {"tyres", "tires"},
                                                        {"towards", "toward"},
                                                        {"whilst", "while"},
                                                        {"learnt", "learned"},
                                                        {"burnt", "burned"},
                                                        {"aluminium", "aluminum"},
                                                        {"programme", "program"},
                                                        {"programmes", "programs"},
                                                        {"cheque", "check"},
                                                        {"cheques", "checks"},
                                                        {"ok", "okay"}});

// British endings, each with the American one; longer ones first.
constexpr auto kEndings = std::to_array<Replacement>(
    {{"isations", "izations"}, {"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"},
     {"ises", "izes"},         {"ise", "ize"},         {"yse", "yze"},     {"ysed", "yzed"},
     {"ysing", "yzing"},       {"ours", "ors"},        {"oured", "ored"},  {"ouring", "oring"},
     {"ourable", "orable"},    {"our", "or"},          {"tres", "ters"},   {"tre", "ter"},
     {"ences", "enses"},       {"ence", "ense"},       {"ogues", "ogs"},   {"ogue", "og"},
     {"elled", "eled"},        {"elling", "eling"},    {"eller", "eler"},  {"ellers", "elers"}});
// Shorter words end so for other reasons: "four", "rise".
constexpr size_t kBritishMin = 5;

std::string American(std::string word) {
  for (const auto& [british, american] : kSpellings) {
    if (word == british) {
      return std::string(american);
    }
  }
  for (const auto& [british, american] : kEndings) {
    if (word.size() >= kBritishMin && word.ends_with(british) && word.size() > british.size() + 1) {
      word.replace(word.size() - british.size(), british.size(), american);
      break;
    }
  }
  return word;
}

std::string_view CurrencyWord(std::string_view sign) {
  return sign == "€" ? "euros" : sign == "£" ? "pounds" : sign.ends_with('$') ? "dollars" : sign;
}

std::string Digits(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

class WordingReader {
 public:
  WordingReader(std::string_view wording, Language language)
      : language_(language),
        parts_(CutText(wording, language)),
        tokens_(parts_),
        numbers_(tokens_, language) {}

  std::vector<WordingWord> Read() {
    for (uint32_t i = 0; i < tokens_.Size();) {
      i = ReadAt(i);
    }
    MarkNegations();
    return std::move(words_);
  }

 private:
  // Behind what was read.
  uint32_t ReadAt(uint32_t i) {
    if (tokens_.IsMark(i, U'%')) {
      Add(SpanOf(i, i + 1), "percent");
      return i + 1;
    }
    if (tokens_.IsPunctuation(i)) {
      return i + 1;
    }
    if ((tokens_.Is(i, "per") || tokens_.Is(i, "pour")) && tokens_.Is(i + 1, "cent")) {
      Add(SpanOf(i, i + 2), "percent");
      return i + 2;
    }
    if (const uint32_t behind = ReadNumber(i); behind > i) {
      return behind;
    }
    ReadWord(i);
    return i + 1;
  }

  uint32_t ReadNumber(uint32_t i) {
    if (language_ == Language::kOther && !tokens_.IsNumber(i)) {
      return i;
    }
    const auto number = numbers_.At(i, tokens_.Size());
    if (!number) {
      return i;
    }
    const Span span = SpanOf(number->range.begin, number->range.end);
    WordingWord& word = Add(span, Digits(number->value) + (number->is_scale_alone ? "s" : ""));
    word.is_number = true;
    // "one of them" is hardly a count.
    word.is_function = number->value == 1 && tokens_.IsWord(i);
    if (!number->currency.empty()) {
      Add(span, std::string(CurrencyWord(number->currency)));
    }
    return number->range.end;
  }

  void ReadWord(uint32_t i) {
    const Span span = SpanOf(i, i + 1);
    const std::string lower = FoldName(tokens_.Words(i));
    if (language_ == Language::kEnglish && ReadNot(span, lower)) {
      return;
    }
    if (lower == "'s") {
      const std::string before = words_.empty() ? "" : words_.back().folded;
      Add(span, PronounsBeforeIs().Has(before) ? "is" : before == "let" ? "us" : "'s");
      return;
    }
    for (const auto& [clitic, whole] : kClitics) {
      if (lower == clitic) {
        Add(span, std::string(whole));
        return;
      }
    }
    AddParts(span, lower);
  }

  // "don't": do, not.
  bool ReadNot(Span span, std::string_view lower) {
    for (const auto& [contracted, verb] : kContracted) {
      if (lower == contracted) {
        Add(span, std::string(verb));
        Add(span, "not");
        return true;
      }
    }
    if (!lower.ends_with("n't") || lower.size() < 5) {
      return false;
    }
    Add(span, std::string(lower.substr(0, lower.size() - 3)));
    Add(span, "not");
    return true;
  }

  // "anti-terror": anti, terror.
  void AddParts(Span span, std::string_view lower) {
    size_t begin = 0;
    while (begin < lower.size()) {
      const size_t end = std::min(lower.find('-', begin), lower.size());
      std::string folded(lower.substr(begin, end - begin));
      std::erase(folded, '.');  // "U.S.", "US"
      if (!folded.empty()) {
        Add(span, language_ == Language::kEnglish ? American(std::move(folded)) : folded);
      }
      begin = end + 1;
    }
  }

  WordingWord& Add(Span span, std::string folded) {
    WordingWord& word = words_.emplace_back();
    word.span = span;
    word.is_function = FunctionWords(language_).Has(folded);
    word.folded = std::move(folded);
    return word;
  }

  void MarkNegations() {
    const bool has_ne = language_ == Language::kFrench &&
                        std::any_of(words_.begin(), words_.end(),
                                    [](const WordingWord& word) { return word.folded == "ne"; });
    for (WordingWord& word : words_) {
      word.is_negation =
          Negations(language_).Has(word.folded) || (has_ne && NegationsBesideNe().Has(word.folded));
    }
  }

  Span SpanOf(uint32_t begin, uint32_t end) const { return parts_.SpanOf({begin, end}); }

  Language language_;
  TextParts parts_;
  TokenView tokens_;
  NumberReader numbers_;
  std::vector<WordingWord> words_;
};

const WordMap& Endings(Language language) {
  static const WordMap english(
      "s es ed d e ing er ers or ors ion ions tion tions ation ations sion sions ment ments ness "
      "al "
      "als ally ly ful able ible ive ively ity y ies ied ying ance ances ence ences ant ants ent "
      "ents ism ist ists ic ical ous ously ize izes ized izing ization th en ain ained aining ains "
      "ention entions enance ense");
  static const WordMap french(
      "s x e es er ee ees ant ante ants antes ait aient ons ez ent era erait eront ation ations "
      "ition itions tion tions sion sions ement ements ment eur eurs euse euses rice rices if ive "
      "ifs ives al ale aux ales ir it is ie ies issent issait issant u ue us ues iste istes isme "
      "ique iques ite ites able ables age ages ention entions enu enue enus enues enir ient re");
  return language == Language::kFrench ? french : english;
}

const WordMap& PluralEndings() {
  static const WordMap words("s es ed d ing e ees er");
  return words;
}

}  // namespace

std::vector<WordingWord> WordingWordsOf(std::string_view wording, Language language) {
  return WordingReader(wording, language).Read();
}

bool AreRelated(const WordingWord& a, const WordingWord& b, Language language) {
  if (a.is_number || b.is_number) {
    return false;
  }
  const std::string_view one = a.folded;
  const std::string_view other = b.folded;
  const auto differ = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  const auto shared = static_cast<size_t>(differ.first - one.begin());
  const std::string_view rest = one.substr(shared);
  const std::string_view other_rest = other.substr(shared);
  const auto all_in = [&](const WordMap& endings) {
    return (rest.empty() || endings.Has(rest)) && (other_rest.empty() || endings.Has(other_rest));
  };
  // "det-ain", "det-ention": the stem itself changes.
  const bool changes_stem = rest.size() >= 3 && other_rest.size() >= 3;
  return (shared >= kStemMin && all_in(Endings(language))) ||
         (shared >= kPluralStemMin && all_in(PluralEndings())) ||
         (shared >= kPluralStemMin && changes_stem && all_in(Endings(language)));
}

}  // namespace stemma
