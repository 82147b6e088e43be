// Measures how often a name is said to come back from another script when it does, and by chance.
//
//     measure_scripts
//
// The names are those of countries, English as one word and in the language of each script, as ICU
// has them. Pairs of one country tell how many are found, and many are no transliteration at all:
// "Germany". All pairs of two countries tell how many hold by chance.
#include <cstdio>
#include <string>
#include <vector>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "graph/names/transliteration.h"

namespace stemma {
namespace {

std::string CountryIn(const char* country, const char* language) {
  icu::UnicodeString name;
  icu::Locale("", country).getDisplayCountry(icu::Locale(language), name);
  std::string bytes;
  return name.toUTF8String(bytes);
}

struct Country {
  std::string english;
  std::string other;
};

std::vector<Country> CountriesIn(const char* language) {
  std::vector<Country> countries;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    Country country{CountryIn(*code, "en"), CountryIn(*code, language)};
    if (country.english.find(' ') == std::string::npos) {
      countries.push_back(std::move(country));
    }
  }
  return countries;
}

void Measure(const char* language) {
  const std::vector<Country> countries = CountriesIn(language);
  size_t found = 0;
  size_t by_chance = 0;
  for (size_t i = 0; i < countries.size(); ++i) {
    for (size_t j = 0; j < countries.size(); ++j) {
      const bool comes_back = ComesBackAs(countries[i].english, countries[j].other);
      found += comes_back && i == j ? 1 : 0;
      by_chance += comes_back && i != j ? 1 : 0;
    }
  }
  const size_t others = countries.size() * (countries.size() - 1);
  std::printf("%-8s %3zu of %zu found   %3zu of %zu by chance (%.3f %%)\n", language, found,
              countries.size(), by_chance, others,
              100.0 * static_cast<double>(by_chance) / static_cast<double>(others));
}

}  // namespace
}  // namespace stemma

int main() {
  for (const char* language : {"ar", "fa", "he", "ru", "uk", "el", "hi", "zh", "ja", "ko"}) {
    stemma::Measure(language);
  }
  return 0;
}
