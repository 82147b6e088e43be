#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/reading/read_text.h"

namespace stemma::testing {
namespace {

std::vector<std::string> Acronyms(const std::string& text) {
  const Reading reading = ReadText(text);
  std::vector<std::string> found;
  for (const AcronymDefinition& one : reading.acronyms) {
    found.push_back(TextOf(reading, one.short_form) + " = " + TextOf(reading, one.long_form));
  }
  return found;
}

using Words = std::vector<std::string>;

TEST_CASE("a name before its letters, or behind them, is what they stand for") {
  CHECK(Acronyms("They asked the General Post Union (GPU) for the letters.") ==
        Words{"GPU = General Post Union"});
  CHECK(Acronyms("They asked the GPU (General Post Union) for the letters.") ==
        Words{"GPU = General Post Union"});
  CHECK(Acronyms("It is part of the Trans-Alpine Rail Partnership (TARP), as was said.") ==
        Words{"TARP = Trans-Alpine Rail Partnership"});
  CHECK(Acronyms("He works for the Department of the River (DOR), as they said.") ==
        Words{"DOR = Department of the River"});
}

TEST_CASE("letters that do not fit a body's name are a definition all the same") {
  CHECK(Acronyms("That is by the International Federation of Investigative Journalists (FIJI).") ==
        Words{"FIJI = International Federation of Investigative Journalists"});
  CHECK(Acronyms("It was said by the World Health Organization (OMS) in the town.") ==
        Words{"OMS = World Health Organization"});
}

TEST_CASE("a French name begins with its head and goes on in small letters") {
  CHECK(Acronyms("Selon la Confédération générale des pêcheurs (CGP), la mer est calme et les "
                 "bateaux sont dans le port.") ==
        Words{"CGP = Confédération générale des pêcheurs"});
}

TEST_CASE("letters behind a comma, with periods or with an apostrophe in the name are read") {
  CHECK(Acronyms("They asked the General Post Union, or GPU, for the letters.") ==
        Words{"GPU = General Post Union"});
  CHECK(Acronyms("They asked the General Post Union, known as the GPU, for the letters.") ==
        Words{"GPU = General Post Union"});
  CHECK(Acronyms("They asked the General Post Union (G.P.U.) for the letters.") ==
        Words{"G.P.U. = General Post Union"});
  CHECK(Acronyms("They asked the Harle Farmers' Union (HFU) for the letters.") ==
        Words{"HFU = Harle Farmers' Union"});
  CHECK(Acronyms("Selon la Confédération générale des pêcheurs, dite CGP, la mer est calme et les "
                 "bateaux sont dans le port.") ==
        Words{"CGP = Confédération générale des pêcheurs"});
  CHECK(Acronyms("They asked the Ministry of Labour, or CNN, and went home.").empty());
}

TEST_CASE("words are the name of a body when their initials are the letters in disorder") {
  CHECK(Acronyms("They asked the Northern Plum Growers (NGP) for a tree.") ==
        Words{"NGP = Northern Plum Growers"});
  CHECK(Acronyms("They saw the Northern Plum Growers (XYZ) and the Big Red Door (BDD).").empty());
}

TEST_CASE("datelines, parties, states and marks in parentheses define nothing") {
  for (const char* text :
       {"PARIS (AFP) - The people said that it was late and went home.",
        "Sen. Ann Poe (R-Ohio) said that Rep. Jo Roe (D-N.Y.) was late.",
        "Sen. Ann Poe (S.C.) and Sen. Jo Roe (TX) were late.",
        "They paid much for it (USD), on a day (MON) that was cold.", "(ABC)", "ABC ()",
        "It was growth domestic product (GDP) that they had.", "((((", "(("}) {
    INFO(text);
    CHECK(Acronyms(text).empty());
  }
}

}  // namespace
}  // namespace stemma::testing
