// Fills a lexicon from lists of words and, for verbs and plurals, of lemmas.
//
// Source: lexicon_english.cc and lexicon_french.cc hold the lists.
// Thread safety: one thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "graph/reading/lexicon.h"

namespace stemma {

class LexiconBuilder {
 public:
  static Lexicon English();
  static Lexicon French();

  // A word may be given several times: its classes add up. `words` is parted by spaces.
  void Add(std::string_view words, WordClasses classes);
  // One form, made by rule.
  void AddForm(std::string form, WordClasses classes) {
    forms_.emplace_back(std::move(form), classes);
  }
  Lexicon Build() &&;

 private:
  std::vector<std::pair<std::string, WordClasses>> forms_;
};

// Calls `take` with each word of a list parted by spaces.
template <class Take>
void ForEachWord(std::string_view words, Take take) {
  while (!words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    if (end > 0) {
      take(words.substr(0, end));
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

}  // namespace stemma
