#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/reading/read_text.h"

namespace stemma::testing {
namespace {

// "AFP photo: File AFP"
std::vector<std::string> Credits(const std::string& text) {
  const Reading reading = ReadText(text);
  std::vector<std::string> credits;
  for (const Credit& credit : reading.credits) {
    credits.push_back(credit.agency + (credit.of == CreditOf::kPhoto ? " photo: " : " text: ") +
                      TextOf(reading, credit.span));
  }
  return credits;
}

using Words = std::vector<std::string>;

TEST_CASE("a dateline's agency is credited for the text") {
  CHECK(Credits(std::string("PARIS (AFP) - ") + kEnglishBody) == Words{"AFP text: AFP"});
  CHECK(Credits(std::string("BERLIN (dpa) — ") + kEnglishBody) == Words{"dpa text: dpa"});
  CHECK(Credits(std::string("MARSH (LOCAL NEWS) — ") + kEnglishBody).empty());
}

TEST_CASE("lines that name an agency beside a picture credit the picture") {
  const std::string body = kEnglishBody;
  const auto line = [&](const std::string& credit) {
    return Credits("Bridge closes\n\n" + credit + "\n\n" + body + "\n" + body + "\n" + body + body);
  };
  CHECK(line("File AFP") == Words{"AFP photo: File AFP"});
  CHECK(line("Photo d'archives AFP") == Words{"AFP photo: Photo d'archives AFP"});
  CHECK(line("Photo: Ann Poe/AP") == Words{"AP photo: Photo: Ann Poe/AP"});
  CHECK(line("Photo: Ann Poe") == Words{"Ann Poe photo: Photo: Ann Poe"});
  CHECK(line("AFP/ANN POE") == Words{"AFP photo: AFP/ANN POE"});
  CHECK(line("© Reuters") == Words{"Reuters photo: © Reuters"});
  CHECK(line("People wait in the rain. REUTERS/Ann Poe") ==
        Words{"Reuters photo: REUTERS/Ann Poe"});
  CHECK(line("People wait in the rain. (AP Photo/Ann Poe)") == Words{"AP photo: AP Photo/Ann Poe"});
  CHECK(line("[Picture] People wait in the rain. AFP") == Words{"AFP photo: AFP"});
  CHECK(line("Photo: people wait in the rain, late on Monday. (AP)") == Words{"AP photo: AP"});
  CHECK(line("People wait in the rain. AFP").empty());
  CHECK(Credits(body + "\nPhoto: people wait in the rain, late. (AP)\n") == Words{"AP photo: AP"});
}

TEST_CASE("one line may credit the picture and the text") {
  const std::string body = kEnglishBody;
  CHECK(Credits(body + "\nPhoto: AFP. Text: Reuters, own staff.\n") ==
        Words{"AFP photo: Photo: AFP", "Reuters text: Reuters"});
  CHECK(Credits(body + "\nPhoto: AFP | Text: own staff\n") == Words{"AFP photo: Photo: AFP"});
}

TEST_CASE("brackets at the end of the last paragraph credit the text") {
  const std::string body = kEnglishBody;
  CHECK(
      Credits(body + "\nThe bridge was shut on Monday, and the ferry did not run. (with AFP)\n") ==
      Words{"AFP text: AFP"});
  CHECK(Credits(body + "\nThe bridge was shut on Monday, he said in a talk with AFP.\n").empty());
}

TEST_CASE("sign-offs credit the text") {
  const std::string body = kEnglishBody;
  CHECK(Credits(body + "\nAFP\n") == Words{"AFP text: AFP"});
  CHECK(Credits(body + "\nbur/jj\n") == Words{"AFP text: bur/jj"});
  CHECK(Credits(body + "\n(Reporting by Ann Poe in Oslo; Editing by Jo Roe)\n") ==
        Words{"Reuters text: Reporting by Ann Poe in Oslo; Editing by Jo Roe"});
  CHECK(Credits(body + "\nThe Associated Press contributed to this report.\n") ==
        Words{"AP text: The Associated Press contributed to this report."});
  CHECK(Credits(body + "\nAnn Poe contributed to this report.\n") ==
        Words{" text: Ann Poe contributed to this report."});
  CHECK(Credits(body + "\nLe Monde avec AFP\n") == Words{"AFP text: AFP"});
  CHECK(Credits(body + "\n© 2019 AFP\n") == Words{"AFP text: © 2019 AFP"});
}

TEST_CASE("a bracket alone in its paragraph is no part of the credit behind it") {
  CHECK(Credits(std::string(kEnglishBody) + "\n\n(\nReporting by Jo March; editing") ==
        Words{" text: Reporting by Jo March; editing"});
}

TEST_CASE("an agency, a party or an acronym in running text is no credit") {
  for (const char* text :
       {"Sen. Ann Poe (R-Ohio) and Rep. Jo Roe (D-N.Y.) told the AP that it was late.",
        "The General Post Union (GPU) and Reuters were there, and so was AFP.",
        "He was sued by Getty Images in PA and paid for the photo."}) {
    INFO(text);
    CHECK(Credits(kEnglishBody + std::string("\n") + text +
                  " It went on for a while after that.\n" + kEnglishBody)
              .empty());
  }
}

TEST_CASE("agencies are found in a text of a language whose rules are not known") {
  CHECK(Credits("BERLIN (dpa) - Der Minister hat das Gesetz mit der Mehrheit und den Stimmen der "
                "Partei durch das Parlament gebracht, und die Leute sind nach Hause gegangen.\n") ==
        Words{"dpa text: dpa"});
}

}  // namespace
}  // namespace stemma::testing
