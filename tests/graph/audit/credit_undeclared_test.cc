#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

Found Undeclared(const std::string& text) {
  return FoundIn(CheckCredits, text);
}

const std::string kTitle = "The mill is sold\n\n";
const std::string kBody = std::string(kEnglishBody) + "\n";

TEST_CASE("an agency's picture beside a claim of own staff is noted at the credit") {
  CHECK(Undeclared(kTitle + "File AFP\n\n" + kBody + kBody +
                   "Material edited and published by VALLEY staff in our newsroom.\n") ==
        Found{"File AFP | Material edited and published by VALLEY staff in our newsroom"});
  CHECK(
      Undeclared(kTitle + "By Staff Reporter\n\n" + kBody + "The mill. REUTERS/Ida Moe\n\n" + kBody)
          .size() == 1);
  CHECK(Undeclared("Le moulin est vendu\n\nArchives AFP\n\n" + std::string(kFrenchBody) + "\n" +
                   kFrenchBody + "\nArticle écrit par notre rédaction.\n")
            .size() == 1);
}

TEST_CASE("without a byline nobody is said to have written the text") {
  CHECK(Undeclared(kTitle + kBody + "The mill. REUTERS/Ida Moe\n\n" + kBody) ==
        Found{"REUTERS/Ida Moe"});
}

TEST_CASE("a text that is credited itself is declared") {
  CHECK(Undeclared(kTitle + "ASHTON (AFP) — " + kBody + "File AFP\n\n" + kBody).empty());
  CHECK(Undeclared(kTitle + "File AFP\n\n" + kBody + kBody +
                   "(Reporting by Ida Moe; Editing by "
                   "Jon Foss)\n")
            .empty());
}

TEST_CASE("a reporter's byline beside an agency's picture is ordinary") {
  CHECK(Undeclared(kTitle + "By Ida Moe\n\n" + kBody + "The mill. REUTERS/Jon Foss\n\n" + kBody)
            .empty());
  CHECK(Undeclared(kTitle + kBody + kBody).empty());
}

TEST_CASE("a labelled caption that ends with an agency credits the picture to it") {
  CHECK(Undeclared(kTitle + "[Photo] The wheel at noon. Getty Images/Reuters\n\n" + kBody +
                   kBody) == Found{"Getty Images/Reuters"});
  CHECK(Undeclared("Le moulin est vendu\n\nImage : la roue du moulin, à midi. (Reuters)\n\n" +
                   std::string(kFrenchBody) + "\n" + kFrenchBody) == Found{"Reuters"});
  CHECK(Undeclared(kTitle + "[Photo] The wheel at noon. Getty Images\n\n" + kBody + kBody).empty());
}

TEST_CASE("a label that names the agency credits the picture to it") {
  CHECK(Undeclared(kTitle + kBody + "AP Photo: The wheel turns at noon.\n\n" + kBody) ==
        Found{"AP Photo"});
  CHECK(Undeclared("Le moulin est vendu\n\n" + std::string(kFrenchBody) +
                   "\nLe moulin est vieux. Photo AFP : la roue, lundi.\n\n" + kFrenchBody) ==
        Found{"Photo AFP"});
  CHECK(Undeclared(kTitle + kBody + "The AP said of the photo: it is old.\n\n" + kBody).empty());
}

TEST_CASE("a byline of two who are said to be staff claims the text") {
  CHECK(Undeclared(kTitle + "By Ida Moe and Jon Foss, Ashton Valley Echo staff\n\n" + kBody +
                   "The mill. REUTERS/Ada Lind\n\n" + kBody) ==
        Found{"REUTERS/Ada Lind | By Ida Moe and Jon Foss, Ashton Valley Echo staff"});
}

TEST_CASE("a line may credit the picture and the text") {
  CHECK(Undeclared("Le moulin est vendu\n\n" + std::string(kFrenchBody) + "\n" + kFrenchBody +
                   "\nPhoto : AFP. Texte : rédaction du Courrier de la vallée.\n")
            .size() == 1);
  CHECK(
      Undeclared(kTitle + kBody + kBody + "Photo: AFP. Text: AFP, Reuters, own staff.\n").empty());
}

TEST_CASE("an agency in the brackets at the end is credited for the text") {
  CHECK(Undeclared("Le moulin est vendu\n\nPhoto : Reuters\n\n" + std::string(kFrenchBody) + "\n" +
                   "Le bief est à sec depuis mardi, et la roue ne tourne plus. (avec Reuters)\n")
            .empty());
}

}  // namespace
}  // namespace stemma::testing
