#include "graph/audit/rewording.h"

#include <algorithm>

#include "graph/reading/text_parts.h"
#include "graph/reading/word_map.h"

namespace stemma {
namespace {

constexpr size_t kWordsMax = 60;
constexpr size_t kContentBytes = 3;
constexpr uint32_t kHeadlineWordsMin = 4;
constexpr uint32_t kSharedMin = 3;
// A run that tells by itself, and one that does with a word that says something.
constexpr uint32_t kRunSure = 7;
constexpr uint32_t kRunWithContent = 5;
constexpr uint32_t kRunPercent = 45;
constexpr uint32_t kOwnPercent = 37;
constexpr uint32_t kTwoOwnPercent = 33;
constexpr uint32_t kAnywherePercent = 70;
constexpr uint32_t kPhrasePercent = 75;
constexpr uint32_t kOneRunPercent = 50;  // where all that is shared stands in a row

// Folded: what stands for what, by number.
const WordMap& Alike() {
  static const WordMap words{{"is are was were be been am est sont etait etaient sera etre", 1},
                             {"has have had ai as a avons avez ont avait aura avoir", 2},
                             {"not no never none nobody pas jamais aucun aucune ne", 3},
                             {"i we me us je nous me", 4},
                             {"this that these those ce cet cette ces", 5},
                             {"the le la les l", 6}};
  return words;
}

// Folded words that speakers of all kinds use.
const WordMap& StockWords() {
  static const WordMap words(
      "doubt time times day days year years people thing things way think know want wants need "
      "needs going make made good great very life world work right question problem fact say said "
      "see come take get got much many more lot let put part end sure clear able possible "
      "important doute temps jour jours annee annees gens chose choses monde vie travail faut veux "
      "veut peut pouvons devons voulons vraiment question probleme fait dire dit voir grand bon "
      "bien");
  return words;
}

bool IsAlike(const WordingWord& a, const WordingWord& b, Language language) {
  if (a.folded == b.folded) {
    return true;
  }
  if (a.is_function || b.is_function) {
    const auto one = Alike().Find(a.folded);
    return one && one == Alike().Find(b.folded);
  }
  return AreRelated(a, b, language);
}

}  // namespace

SharedWording CompareLoosely(const std::vector<WordingWord>& a, const std::vector<WordingWord>& b,
                             Language language) {
  const size_t rows = std::min(a.size(), kWordsMax);
  const size_t columns = std::min(b.size(), kWordsMax);
  SharedWording shared;
  shared.words_min = static_cast<uint32_t>(std::min(rows, columns));
  // By how many words both have from (row, column) on, in order.
  std::vector<uint32_t> longest((rows + 1) * (columns + 1), 0);
  std::vector<uint32_t> run(longest.size(), 0);
  const auto at = [&](size_t row, size_t column) { return row * (columns + 1) + column; };
  for (size_t row = rows; row-- > 0;) {
    for (size_t column = columns; column-- > 0;) {
      const uint32_t skip = std::max(longest[at(row + 1, column)], longest[at(row, column + 1)]);
      longest[at(row, column)] = skip;
      if (IsAlike(a[row], b[column], language)) {
        run[at(row, column)] = run[at(row + 1, column + 1)] + 1;
        longest[at(row, column)] = std::max(skip, longest[at(row + 1, column + 1)] + 1);
      }
      shared.run = std::max(shared.run, run[at(row, column)]);
    }
  }
  shared.words = longest[0];
  for (size_t row = 0, column = 0; row < rows && column < columns;) {
    if (run[at(row, column)] > 0 &&
        longest[at(row, column)] == longest[at(row + 1, column + 1)] + 1) {
      if (!a[row].is_function && a[row].folded.size() >= kContentBytes) {
        shared.content.push_back(a[row].folded);
      }
      ++row;
      ++column;
    } else if (longest[at(row + 1, column)] == longest[at(row, column)]) {
      ++row;
    } else {
      ++column;
    }
  }
  return shared;
}

Coverage CoverageOf(const std::vector<WordingWord>& a, const std::vector<WordingWord>& b,
                    uint32_t run_min) {
  const size_t rows = std::min(a.size(), kWordsMax);
  std::vector<bool> covered(rows, false);
  std::vector<uint32_t> before(b.size() + 1, 0);
  for (size_t row = 0; row < rows; ++row) {
    std::vector<uint32_t> run(b.size() + 1, 0);
    uint32_t longest = 0;
    for (size_t column = 0; column < b.size(); ++column) {
      run[column + 1] = a[row].folded == b[column].folded ? before[column] + 1 : 0;
      longest = std::max(longest, run[column + 1]);
    }
    for (size_t i = 0; i < longest && longest >= run_min; ++i) {
      covered[row - i] = true;
    }
    before = std::move(run);
  }
  Coverage coverage;
  for (size_t row = 0; row < rows; ++row) {
    coverage.words += covered[row] ? 1 : 0;
    coverage.content_missed +=
        !covered[row] && !a[row].is_function && a[row].folded.size() > kContentBytes ? 1 : 0;
  }
  return coverage;
}

namespace {

// In whatever order: "when the bells rang I wept", "I cried when the bells rang".
uint32_t CountAnywhere(const std::vector<WordingWord>& a, const std::vector<WordingWord>& b,
                       Language language) {
  const size_t rows = std::min(a.size(), kWordsMax);
  std::vector<bool> is_taken(std::min(b.size(), kWordsMax), false);
  uint32_t count = 0;
  for (size_t row = 0; row < rows; ++row) {
    for (size_t column = 0; column < is_taken.size(); ++column) {
      if (!is_taken[column] && IsAlike(a[row], b[column], language)) {
        is_taken[column] = true;
        ++count;
        break;
      }
    }
  }
  return count;
}

uint32_t CountIfEnough(const std::vector<WordingWord>& headline,
                       const std::vector<WordingWord>& later,
                       const std::unordered_set<std::string>& article_words, Language language) {
  const SharedWording shared = CompareLoosely(headline, later, language);
  if (shared.words_min < kHeadlineWordsMin || shared.words < kSharedMin) {
    return 0;
  }
  bool has_content = false;
  uint32_t own = 0;
  for (const std::string& word : shared.content) {
    const bool is_stock = StockWords().Has(word);
    has_content = has_content || !is_stock;
    own += !is_stock && !article_words.contains(word) ? 1 : 0;
  }
  const auto is_share = [&](uint32_t percent) {
    return shared.words * 100 >= shared.words_min * percent;
  };
  const bool is_run = shared.run >= kRunSure || (shared.run >= kRunWithContent && has_content);
  // "the bells of the": a noun with what grammar puts around it.
  const bool is_phrase = shared.run == shared.words && shared.content.size() < 2;
  const uint32_t own_percent = is_phrase                    ? kPhrasePercent
                               : shared.run == shared.words ? kOneRunPercent
                               : own > 1                    ? kTwoOwnPercent
                                                            : kOwnPercent;
  const bool is_enough = (is_run && is_share(kRunPercent)) || (own > 0 && is_share(own_percent));
  return is_enough || (own > 1 && CountAnywhere(headline, later, language) * 100 >=
                                      shared.words_min * kAnywherePercent)
             ? shared.words
             : 0;
}

}  // namespace

uint32_t CountReworded(const std::vector<WordingWord>& headline, std::string_view later,
                       const std::unordered_set<std::string>& article_words, Language language) {
  const TextParts parts = CutText(later, language);
  uint32_t most = CountIfEnough(headline, WordingWordsOf(later, language), article_words, language);
  for (const TokenRange& sentence : parts.sentences) {
    most = std::max(most, CountIfEnough(headline, WordingWordsOf(parts.Words(sentence), language),
                                        article_words, language));
  }
  return most;
}

}  // namespace stemma
