#include "graph/reading/text_parts.h"

#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

namespace stemma::testing {
namespace {

std::vector<std::string> Sentences(const std::string& text,
                                   Language language = Language::kEnglish) {
  const TextParts parts = CutText(text, language);
  std::vector<std::string> sentences;
  for (const TokenRange& sentence : parts.sentences) {
    sentences.emplace_back(parts.Words(sentence));
  }
  return sentences;
}

std::vector<std::string> Words(const std::string& text, Language language = Language::kEnglish) {
  const TextParts parts = CutText(text, language);
  std::vector<std::string> words;
  for (const Token& token : parts.tokens) {
    words.emplace_back(parts.Words(token));
  }
  return words;
}

using Lines = std::vector<std::string>;

TEST_CASE("a sentence goes on behind a title, an abbreviation and a quote that asks") {
  CHECK(Sentences("Gen. Smith left. Rain fell.") == Lines{"Gen. Smith left.", "Rain fell."});
  CHECK(Sentences("“Pure invention!” she said. Rain fell.") ==
        Lines{"“Pure invention!” she said.", "Rain fell."});
  CHECK(Sentences("“Is it so?” Ida Moe asked. He left.") ==
        Lines{"“Is it so?” Ida Moe asked.", "He left."});
}

TEST_CASE("words hold their apostrophes, hyphens and initials, and possessives stand apart") {
  CHECK(Words("Jean-Yves didn’t see Moe’s U.S. dog, she’ll say.") ==
        Lines{"Jean-Yves", "didn’t", "see", "Moe", "’s", "U.S.", "dog", ",", "she", "’ll", "say",
              "."});
  CHECK(Words("1,200.5 and 9/11 and 2nd") == Lines{"1,200.5", "and", "9/11", "and", "2nd"});
  CHECK(Words("L’AFP a-t-elle dit", Language::kFrench) == Lines{"L’", "AFP", "a", "elle", "dit"});
}

TEST_CASE("lines that were cut at a width are one paragraph") {
  const std::string wrapped =
      "The dam above the town will hold until spring, as the engineers\n"
      "of the county wrote in a long report about the state of its wall\n"
      "which nobody in the town had read before the night of the flood,\n"
      "when the water came over the crest and down into the main street\n"
      "and took the bridge.\n\nRain fell.";
  CHECK(CutText(wrapped, Language::kEnglish).paragraphs.size() == 2);
  CHECK(CutText("Title\nBy Ida Moe\nRain fell.", Language::kEnglish).paragraphs.size() == 3);
}

TEST_CASE("every token lies in the text, in order, in one sentence of one paragraph") {
  const std::string text =
      "A «b» \u202Bשלום עולם\u202C. 中文 text\r\n\n\t\u00A0\nZ\u0301e 'x' \x7F…";
  const TextParts parts = CutText(text, Language::kOther);
  uint32_t end = 0;
  for (const Token& token : parts.tokens) {
    CHECK(token.begin >= end);
    CHECK(token.end > token.begin);
    end = token.end;
  }
  CHECK(end <= text.size());
  uint32_t next = 0;
  for (const TokenRange& sentence : parts.sentences) {
    CHECK(sentence.begin == next);
    next = sentence.end;
  }
  CHECK(next == parts.tokens.size());
}

TEST_CASE("a text is in the language of its frequent words, whatever its markup says") {
  CHECK(LanguageOf("The dam of the town was built by the county and it will hold.", "fr") ==
        Language::kEnglish);
  CHECK(LanguageOf("Le barrage de la ville a été construit par les ouvriers et il tiendra.", "") ==
        Language::kFrench);
  CHECK(LanguageOf("Der Damm über der Stadt wird halten und die Leute sind froh.", "") ==
        Language::kOther);
  CHECK(LanguageOf("", "fr-CA") == Language::kFrench);
}

}  // namespace
}  // namespace stemma::testing
