#include "graph/reading/lexicon.h"

#include "graph/reading/lexicon_builder.h"

namespace stemma {

const Lexicon& Lexicon::Of(Language language) {
  static const Lexicon english = LexiconBuilder::English();
  static const Lexicon french = LexiconBuilder::French();
  static const Lexicon other;
  switch (language) {
    case Language::kEnglish:
      return english;
    case Language::kFrench:
      return french;
    case Language::kOther:
      break;
  }
  return other;
}

}  // namespace stemma
