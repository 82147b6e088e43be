#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

Found Unclear(const std::string& text) {
  return FoundIn(CheckSpeakers, text);
}
std::string English(const std::string& text) {
  return "The mill is sold\n\n" + std::string(kEnglishBody) + "\n" + text;
}
std::string French(const std::string& text) {
  return "Le moulin est vendu\n\n" + std::string(kFrenchBody) + "\n" + text;
}

const std::string kOther = "The wheel was built in 1911. It carries eight sacks a day.\n\n";
const std::string kAutre = "La roue date de 1911. Elle porte huit sacs par jour.\n\n";

TEST_CASE("he said, paragraphs below the last man named, is unclear") {
  CHECK(Unclear(English("“It turns,” Paul Hart told reporters.\n\n" + kOther +
                        "“It has turned for a hundred years,” he said.\n")) ==
        Found{"he | Paul Hart"});
  CHECK(Unclear(French("« Elle tourne », a déclaré Paul Hart.\n\n" + kAutre +
                       "« Elle tourne depuis cent ans », a-t-il ajouté.\n")) ==
        Found{"il | Paul Hart"});
}

TEST_CASE("the message says how far the last one named stands") {
  const Reading reading = ReadText(English("“It turns,” Paul Hart told reporters.\n\n" + kOther +
                                           "“It has turned for a hundred years,” he said.\n"));
  const Findings findings = FindingsIn(CheckSpeakers, reading);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().message ==
        "“he said” names nobody: the last man named, Paul Hart, stands 4 lines above");
  CHECK(findings.front().severity == Severity::kWarning);
}

TEST_CASE("a woman is no antecedent of he, nor a body or a place of anybody") {
  CHECK(Unclear(English("“It turns,” Mary Hart told reporters.\n\n“It has turned for a hundred "
                        "years,” he said.\n"))
            .size() == 1);
  CHECK(Unclear(English("“It turns,” Mr. Hart told reporters.\n\nThe County Council met in Port "
                        "Selwyn on Monday.\n\n“It has turned for a hundred years,” he said.\n")) ==
        Found{"he | Hart"});
}

TEST_CASE("a chain of pronouns is as clear as its first link") {
  CHECK(Unclear(English("“It turns,” Paul Hart told reporters.\n\n“It has turned for a hundred "
                        "years,” he said.\n\n“It will turn for more,” he added.\n"))
            .empty());
  CHECK(Unclear(English("Paul Hart bought it. He is a miller.\n\nHe has two sons and a dog.\n\n“It "
                        "turns,” he said.\n"))
            .empty());
}

TEST_CASE("paragraphs that hold nothing but quotes part nobody from what follows") {
  CHECK(Unclear(English("Paul Hart is a miller.\n\n“The wheel was built in 1911.\n\n“It carries "
                        "eight sacks a day.\n\n“It turns,” he said.\n"))
            .empty());
}

TEST_CASE("a role is an antecedent") {
  CHECK(Unclear(English("The mayor of the town bought it.\n\n“It turns,” he said.\n")).empty());
  CHECK(Unclear(English("A baker of eighty came first.\n\n“It turns,” he said.\n")).empty());
  CHECK(Unclear(French("Le boulanger est venu.\n\n« Elle tourne », a-t-il dit.\n")).empty());
}

TEST_CASE("a story may begin with what the next paragraph's person says") {
  CHECK(Unclear("The mill is sold\n\n“I could hear the water in the walls all night,” he said.\n\n"
                "Paul Hart, 43, lives below the mill, which was built with stone and that is not "
                "far from the river.\n")
            .empty());
}

TEST_CASE("two whom the sentence before names side by side both fit") {
  CHECK(Unclear(English("The miller, Tom Reed, met the baker, Paul Hart, at the weir on Friday.\n\n"
                        "“The soup was cold,” he said.\n")) == Found{"he | Tom Reed"});
  CHECK(Unclear(English("Tom Reed came first. Paul Hart met him at the weir.\n\n“The soup was "
                        "cold,” he said.\n")) == Found{"he | Tom Reed"});
  CHECK(Unclear(French("Marc Didier a rencontré le boulanger, Luc Faure, au barrage.\n\n« La soupe "
                       "était froide », a-t-il dit.\n")) == Found{"il | Marc Didier"});
}

TEST_CASE("of two, the one who reports goes on, and a woman is not he") {
  CHECK(Unclear(English("Tom Reed said that Paul Hart was fine. “He is a good lad,” he said.\n"))
            .empty());
  CHECK(Unclear(English("Tom Reed met Mary Hart at the weir. “The soup was cold,” he said.\n"))
            .empty());
  CHECK(
      Unclear(English("Tom Reed sold Paul Hart's boat. “The soup was cold,” he said.\n")).empty());
}

TEST_CASE("names, roles and indirect speech are not looked at, nor other languages") {
  CHECK(Unclear(English(kOther + "“It turns,” a spokeswoman said.\n\nHe said that it turned.\n"))
            .empty());
  CHECK(Unclear("Die Mühle ist verkauft und sie steht an dem Fluss.\n\n„Sie dreht sich“, sagte "
                "er.\n")
            .empty());
}

}  // namespace
}  // namespace stemma::testing
