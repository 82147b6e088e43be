#include "graph/reading/lexicon_builder.h"

#include <algorithm>

namespace stemma {

void LexiconBuilder::Add(std::string_view words, WordClasses classes) {
  ForEachWord(words,
              [&](std::string_view word) { forms_.emplace_back(std::string(word), classes); });
}

Lexicon LexiconBuilder::Build() && {
  std::sort(forms_.begin(), forms_.end());
  Lexicon lexicon;
  for (const auto& [form, classes] : forms_) {
    if (lexicon.forms_.empty() || lexicon.forms_.back() != form) {
      lexicon.forms_.push_back(form);
    }
  }
  // Only now do the words stay where they are.
  lexicon.classes_.max_load_factor(0.5F);
  lexicon.classes_.reserve(lexicon.forms_.size());
  for (const std::string& form : lexicon.forms_) {
    lexicon.classes_.emplace(form, 0);
  }
  for (const auto& [form, classes] : forms_) {
    lexicon.classes_[form] |= classes;
  }
  return lexicon;
}

}  // namespace stemma
