#include "graph/audit/name_word_pairs.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "graph/base/utf8.h"
#include "graph/names/name_variants.h"

namespace stemma {
namespace {

constexpr size_t kSpelledLettersMin = 7;

// Each string one group of neighbours; folded.
constexpr auto kMeanings = std::to_array<std::string_view>({
    " border borders boundary boundaries frontier frontiers limits ",
    " energy power ",
    " labour labor work workers employment ",
    " penal criminal ",
    " children childhood infancy kids ",
    " journalists reporters ",
    " press media ",
    " investigative investigation investigations inquiry ",
    " world worldwide global international universal ",
    " trade commerce commercial ",
    " refugees displaced ",
    " doctors physicians medics ",
    " protect protection protecting safeguard defend ",
    " food nutrition alimentation ",
    " weather meteorological meteorology ",
    " atomic nuclear ",
    " without across beyond over outside ",
    " intergovernmental governmental international ",
    " monetary money currency financial ",
    " weapons arms armaments ",
    " rescue relief aid ",
    " security safety ",
    " naval maritime marine ",
    " civil civilian ",
    " migration migrants immigration ",
    " surveillance monitoring watch observation ",
    " frontieres limites bornes ",
    " sans hors ",
    " intergouvernemental international ",
    " monetaire financier ",
    " armes armements ",
    " alimentaire nutritionnel ",
    " meteorologique meteo ",
    " secours aide ",
    " securite surete ",
    " migrations migrants immigration ",
    " refugies deplaces exiles ",
    " commerce negoce echanges ",
    " travail emploi ",
    " atomique nucleaire ",
    " mondial mondiale international internationale ",
    " enfance enfants ",
    " presse medias ",
    " penale criminelle ",
    " energie puissance ",
});

constexpr auto kBodies = std::to_array<std::string_view>({
    " alliance association confederation consortium federation league network union ",
    " agency bureau office ",
    " board commission committee council ",
    " organization association ",
    " alliance association confederation consortium federation ligue reseau union ",
    " agence bureau office ",
    " commission comite conseil ",
});

template <size_t N>
bool AreNeighbours(const std::array<std::string_view, N>& groups, const std::string& a,
                   const std::string& b) {
  return std::any_of(groups.begin(), groups.end(), [&](std::string_view group) {
    return group.find(' ' + a + ' ') != std::string_view::npos &&
           group.find(' ' + b + ' ') != std::string_view::npos;
  });
}

// "organisation" as "organization": both are right everywhere.
std::string WithZ(std::string word) {
  constexpr std::string_view kBritish = "isation";
  if (const size_t at = word.find(kBritish); at != std::string::npos) {
    word[at + 1] = 'z';
  }
  return word;
}

// Whether both are one stem with an ending of each: "protection", "protect".
bool AreForms(const std::string& a, const std::string& b) {
  constexpr size_t kStemMin = 4;
  constexpr size_t kEndingMax = 4;
  constexpr std::string_view kEndings =
      "  s es e al ale aux ales ion ions ing ed er ers or ors ive ives ism ist ists ment ance ence "
      "ir "
      "y ies ique iques ic ics que ques ational ationale ationaux ";
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto stem = static_cast<size_t>(differ.first - a.begin());
  const std::string ending_a = a.substr(stem);
  const std::string ending_b = b.substr(stem);
  const auto is_ending = [&](const std::string& ending) {
    return kEndings.find(' ' + ending + ' ') != std::string_view::npos;
  };
  return stem >= kStemMin && ending_a.size() <= kEndingMax && ending_b.size() <= kEndingMax &&
         is_ending(ending_a) && is_ending(ending_b);
}

// Insertions, deletions, replacements and swaps of neighbours. Source: Damerau 1964.
size_t EditsBetween(const std::string& a, const std::string& b) {
  std::vector<std::vector<size_t>> cost(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                             cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

WordPair CompareNameWords(std::string_view printed, std::string_view known) {
  const std::string a = WithZ(FoldName(printed));
  const std::string b = WithZ(FoldName(known));
  if (a == b) {
    return WordPair::kVariant;
  }
  if (AreForms(a, b)) {
    return WordPair::kForm;
  }
  if (AreKnownVariants(a, b)) {
    return WordPair::kVariant;
  }
  if (AreNeighbours(kMeanings, a, b)) {
    return WordPair::kMeaning;
  }
  if (AreNeighbours(kBodies, a, b)) {
    return WordPair::kBody;
  }
  if (std::min(a.size(), b.size()) >= kSpelledLettersMin && EditsBetween(a, b) == 1) {
    return WordPair::kSpelling;
  }
  return WordPair::kOther;
}

}  // namespace stemma
