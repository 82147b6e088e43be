// A reading of a text that a test wrote, and findings as words that compare at a glance.
#pragma once

#include <string>
#include <vector>

#include "graph/reading/reading.h"

namespace stemma::testing {

inline Reading ReadText(std::string text) {
  Article article;
  article.text = std::move(text);
  return ReadSourcing(std::move(article));
}

inline std::string TextOf(const Reading& reading, Span span) {
  return reading.article.text.substr(span.begin, span.end - span.begin);
}

// A paragraph that makes the language plain and holds no finding.
inline constexpr const char* kEnglishBody =
    "The people of the town said that it was quiet, and they went home to the houses by the "
    "river, which is not far from the old market and the church that was built with stone.\n";
inline constexpr const char* kFrenchBody =
    "Les gens de la ville ont dit que la rue est calme, et ils sont dans les maisons sur le quai, "
    "qui est près de la place du marché avec une église pour les pêcheurs et pas une école.\n";

}  // namespace stemma::testing
