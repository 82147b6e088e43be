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
  std::vector<std::pair<std::string_view, WordClasses>> words;
  auto form = forms_.begin();
  for (const std::string& word : lexicon.forms_) {
    words.emplace_back(word, 0);
    for (; form != forms_.end() && form->first == word; ++form) {
      words.back().second |= form->second;
    }
  }
  lexicon.classes_ = WordTable<WordClasses>(words);
  return lexicon;
}

}  // namespace stemma
