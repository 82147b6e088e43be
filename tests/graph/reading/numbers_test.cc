#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/reading/read_text.h"

namespace stemma::testing {
namespace {

// "more than one million Uighurs: 1000000.. of Uighurs"
std::vector<std::string> Numbers(const std::string& text) {
  const Reading reading = ReadText(text);
  std::vector<std::string> found;
  for (const Number& number : reading.numbers) {
    std::ostringstream words;
    words.precision(15);
    words << TextOf(reading, number.span) << ": ";
    if (number.low) {
      words << *number.low;
    }
    words << "..";
    if (number.high) {
      words << *number.high;
    }
    words << " of " << number.of;
    found.push_back(words.str());
  }
  return found;
}

std::vector<std::string> English(const std::string& text) {
  return Numbers(text + " " + kEnglishBody);
}
std::vector<std::string> French(const std::string& text) {
  return Numbers(text + " " + kFrenchBody);
}

using Words = std::vector<std::string>;

TEST_CASE("a hedge opens one end of a number") {
  CHECK(English("It held more than one million herons.") ==
        Words{"more than one million herons: 1000000.. of herons"});
  CHECK(English("It held nearly a million herons.") ==
        Words{"nearly a million herons: ..1000000 of herons"});
  CHECK(English("It held at least 40 of the herons.") ==
        Words{"at least 40 of the herons: 40.. of herons"});
  CHECK(English("It held up to 1,200 new herons.") ==
        Words{"up to 1,200 new herons: ..1200 of herons"});
  CHECK(English("It held about two dozen herons.") ==
        Words{"about two dozen herons: 24..24 of herons"});
  CHECK(English("At least 40 died.") == Words{"At least 40: 40.. of "});
}

TEST_CASE("ranges have two ends, and scales are of both") {
  CHECK(English("It held between 10 and 20 herons.") ==
        Words{"between 10 and 20 herons: 10..20 of herons"});
  CHECK(English("It held 10 to 20 million herons.") ==
        Words{"10 to 20 million herons: 10000000..20000000 of herons"});
}

TEST_CASE("money and percentages need no noun") {
  CHECK(English("It cost $65.4 billion.") == Words{"$65.4 billion: 65400000000..65400000000 of $"});
  CHECK(English("It cost 5 million euros.") == Words{"5 million euros: 5000000..5000000 of euros"});
  CHECK(English("It was 45 percent of herons.") ==
        Words{"45 percent of herons: 45..45 of percent of herons"});
  CHECK(English("It rose 1.5%.") == Words{"1.5%: 1.5..1.5 of percent"});
}

TEST_CASE("numbers are spelled out") {
  CHECK(English("It held two hundred and fifty thousand herons.") ==
        Words{"two hundred and fifty thousand herons: 250000..250000 of herons"});
  CHECK(English("It held twenty-five herons.") == Words{"twenty-five herons: 25..25 of herons"});
  CHECK(English("It held millions of herons.") == Words{"millions of herons: 1000000.. of herons"});
}

TEST_CASE("a noun in -men is a plural") {
  CHECK(English("It held 700 fishermen.") == Words{"700 fishermen: 700..700 of fishermen"});
  CHECK(English("It held 20 specimen.").empty());
}

TEST_CASE("French numbers keep their spaces, commas and hedges") {
  CHECK(French("Il y a près d'un million de hérons.") ==
        Words{"près d'un million de hérons: ..1000000 of hérons"});
  CHECK(French("Il y a plus de 200 000 hérons.") ==
        Words{"plus de 200 000 hérons: 200000.. of hérons"});
  CHECK(French("Il y a au moins quatre-vingt-dix hérons.") ==
        Words{"au moins quatre-vingt-dix hérons: 90.. of hérons"});
  CHECK(French("Cela coûte 3,5 milliards d'euros.") ==
        Words{"3,5 milliards d'euros: 3500000000..3500000000 of euros"});
  CHECK(French("C'est 45 % des hérons.") == Words{"45 % des hérons: 45..45 of percent of hérons"});
}

TEST_CASE("the article of a number is no name before it") {
  CHECK(English("UPPER LODE – The 600 herons of the lake left.") ==
        Words{"600 herons: 600..600 of herons"});
  CHECK(French("Une trentaine de hérons ont été vus.") ==
        Words{"Une trentaine de hérons: 30..30 of hérons"});
}

TEST_CASE("two numbers with a word between are two, and one that is spelled with it is one") {
  CHECK(English("It had between ten and twelve herons.") ==
        Words{"between ten and twelve herons: 10..12 of herons"});
  CHECK(French("Il y avait soixante et onze hérons.") ==
        Words{"soixante et onze hérons: 71..71 of hérons"});
  CHECK(English("The lake is 18.2 km long.") == Words{"18.2 km: 18.2..18.2 of km"});
}

TEST_CASE("dates, times, years, scores, telephones, names and bare numbers are none") {
  for (const char* text :
       {"It was up from 9.", "It rose from 9 to 12.", "It was in 2016, or the 1960s.",
        "It was the 2016 elections.", "It was on November 27, 2019, at 10:30.",
        "It was at 10 a.m. on 27 November.", "They won 3-2, or 3–2.", "Call 555-1234 or +33 1 40.",
        "It was a Boeing 737, on Route 66.", "Ann Poe, 45, was a 14-year-old.",
        "It was two years ago.", "It was one of them.", "It was version 1.2.3, the 2nd."}) {
    INFO(text);
    CHECK(English(text).empty());
  }
}

}  // namespace
}  // namespace stemma::testing
