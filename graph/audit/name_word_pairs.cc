#include "graph/audit/name_word_pairs.h"

#include <algorithm>
#include <array>
#include <string>

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

// One letter more, less or other, or two neighbours swapped. Source: Damerau 1964.
bool AreOneEditApart(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  const bool is_swap = a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
  return is_swap || std::max(a.size(), b.size()) == 1;
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
  if (std::min(a.size(), b.size()) >= kSpelledLettersMin && AreOneEditApart(a, b)) {
    return WordPair::kSpelling;
  }
  return WordPair::kOther;
}

}  // namespace stemma
