#include "graph/reading/acronyms.h"

#include <algorithm>
#include <string>

#include "graph/reading/dateline.h"
#include "graph/reading/long_form.h"
#include "graph/reading/outlets.h"

namespace stemma {
namespace {

constexpr size_t kLettersMax = 10;
constexpr uint32_t kInsideTokensMax = 14;
constexpr std::string_view kMethod = "acronym.parenthesis/1";

// "F.I.J.I." without its periods; two letters, "N.Y.", are a place or a person as often.
std::string WithoutPeriods(std::string_view word) {
  constexpr size_t kDottedMin = 5;
  std::string letters;
  for (size_t i = 0; i < word.size(); ++i) {
    if ((word[i] == '.') != (i % 2 == 1)) {
      return std::string(word);
    }
    if (i % 2 == 0) {
      letters += word[i];
    }
  }
  return word.size() >= kDottedMin ? letters : std::string(word);
}

// The letters of an acronym ("FIJI", "STePS", not "R-Ohio" or "N.Y."); empty when it is none.
std::string LettersOf(const TokenView& tokens, uint32_t i) {
  if (!tokens.IsCapital(i)) {
    return {};
  }
  const std::string word = WithoutPeriods(tokens.Words(i));
  if (word.size() < 2 || word.size() > kLettersMax) {
    return {};
  }
  size_t upper = 0;
  for (const char c : word) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_other = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!is_upper && !is_other) {
      return {};
    }
    upper += is_upper ? 1 : 0;
  }
  return upper >= 2 && upper * 2 > word.size() ? word : std::string();
}

bool IsQuoteMark(const TokenView& tokens, uint32_t i) {
  return tokens.IsMark(i, U'"') || tokens.IsMark(i, U'“') || tokens.IsMark(i, U'”') ||
         tokens.IsMark(i, U'«') || tokens.IsMark(i, U'»') || tokens.IsMark(i, U'\'') ||
         tokens.IsMark(i, U'‘') || tokens.IsMark(i, U'’');
}

// Before the letters of what was just named.
const WordMap& NamingWords() {
  static const WordMap words("or called ou dit dite dits dites appelé appelée abrégé alias");
  return words;
}

bool Closes(const TokenView& tokens, uint32_t i) {
  return tokens.IsMark(i, U')') || tokens.IsMark(i, U',') || tokens.IsMark(i, U';');
}

class AcronymFinder {
 public:
  AcronymFinder(const TokenView& tokens, Language language)
      : tokens_(tokens), parts_(tokens.Parts()), language_(language) {}

  std::vector<AcronymDefinition> Find() {
    auto sentence = parts_.sentences.begin();
    for (const TokenRange paragraph : parts_.paragraphs) {
      const auto dateline = DatelineOf(tokens_, paragraph, language_);
      const uint32_t first = dateline ? dateline->range.end : paragraph.begin;
      for (uint32_t i = std::max(first, paragraph.begin + 1); i + 2 < paragraph.end; ++i) {
        if (tokens_.IsMark(i, U'(')) {
          while (sentence->end <= i) {
            ++sentence;
          }
          const uint32_t begin = std::max(sentence->begin, first);
          if (!ReadShortInside(begin, i, paragraph.end)) {
            ReadLongInside(i, paragraph.end);
          }
        } else if (tokens_.IsMark(i, U',')) {
          while (sentence->end <= i) {
            ++sentence;
          }
          ReadShortBehind(std::max(sentence->begin, first), i, paragraph.end);
        }
      }
    }
    return std::move(found_);
  }

 private:
  // "Long Form (ABC)", "Long Form (the “ABC”)", "Long Form (ABC, in French)".
  bool ReadShortInside(uint32_t begin, uint32_t open, uint32_t end) {
    uint32_t at = open + 1;
    at += tokens_.Is(at, "the") || tokens_.Is(at, "or") || tokens_.Is(at, "l'") ||
                  tokens_.Is(at, "le") || tokens_.Is(at, "la")
              ? 1
              : 0;
    at += IsQuoteMark(tokens_, at) ? 1 : 0;
    const std::string letters = LettersOf(tokens_, at);
    uint32_t behind = at + 1;
    behind += IsQuoteMark(tokens_, behind) ? 1 : 0;
    if (letters.empty() || behind >= end || !Closes(tokens_, behind)) {
      return false;
    }
    uint32_t last = open;  // closing marks of a long form in quotes
    last -= last > begin && IsQuoteMark(tokens_, last - 1) ? 1 : 0;
    if (last == begin) {
      return true;
    }
    if (const auto words = LongFormBefore(tokens_, begin, last, letters, language_)) {
      Add({at, at + 1}, *words);
    }
    return true;
  }

  // "Long Form, or ABC,", "Long Form, known as the ABC,", "Long Form, dite ABC,".
  void ReadShortBehind(uint32_t begin, uint32_t comma, uint32_t end) {
    constexpr size_t kLettersMin = 3;
    uint32_t at = comma + 1;
    at += tokens_.Is(at, "better") || tokens_.Is(at, "also") || tokens_.Is(at, "plus") ? 1 : 0;
    if ((tokens_.Is(at, "known") || tokens_.Is(at, "abbreviated")) &&
        (tokens_.Is(at + 1, "as") || tokens_.Is(at + 1, "to"))) {
      at += 2;
    } else if (tokens_.IsIn(at, NamingWords())) {
      ++at;
    } else {
      return;
    }
    at += tokens_.Has(at, Bit(WordClass::kArticle)) ? 1 : 0;
    at += IsQuoteMark(tokens_, at) ? 1 : 0;
    const std::string letters = LettersOf(tokens_, at);
    uint32_t behind = at + 1;
    behind += IsQuoteMark(tokens_, behind) ? 1 : 0;
    const bool closes = behind >= end || Closes(tokens_, behind) || tokens_.IsMark(behind, U'.');
    if (letters.size() < kLettersMin || !closes || comma == begin) {
      return;
    }
    // "or" may bring in another body: "the Ministry of Labour, or CNN, …".
    const auto words = LongFormBefore(tokens_, begin, comma, letters, language_);
    if (words && AreMostlyInitials(tokens_, *words, letters)) {
      Add({at, at + 1}, *words);
    }
  }

  // "ABC (Long Form)".
  void ReadLongInside(uint32_t open, uint32_t end) {
    const std::string letters = LettersOf(tokens_, open - 1);
    uint32_t close = open + 1;
    while (close < end && close <= open + kInsideTokensMax && !Closes(tokens_, close)) {
      ++close;
    }
    if (letters.empty() || close >= end || !Closes(tokens_, close)) {
      return;
    }
    uint32_t first = open + 1;
    first += tokens_.Has(first, Bit(WordClass::kArticle)) && first + 1 < close ? 1 : 0;
    const TokenRange inside{first, close};
    if (close < first + 2) {
      return;
    }
    const bool is_spelled = InitialsSpell(tokens_, inside, letters) &&
                            (HasBodyNoun(tokens_, inside) || CapitalWords(tokens_, inside) >= 2);
    const auto words = LongFormBefore(tokens_, first, close, letters, language_);
    if (is_spelled || (words && words->begin == first)) {
      Add({open - 1, open}, inside);
    }
  }

  void Add(TokenRange short_form, TokenRange long_form) {
    found_.push_back({parts_.SpanOf(short_form), parts_.SpanOf(long_form), kMethod});
  }

  const TokenView& tokens_;
  const TextParts& parts_;
  Language language_;
  std::vector<AcronymDefinition> found_;
};

}  // namespace

std::vector<AcronymDefinition> FindAcronyms(const TokenView& tokens, Language language) {
  return AcronymFinder(tokens, language).Find();
}

}  // namespace stemma
