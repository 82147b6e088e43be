#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

Found English(const std::string& text) {
  return FoundIn(CheckNumberDrift, kEnglishBody + ("\n" + text));
}

Found French(const std::string& text) {
  return FoundIn(CheckNumberDrift, kFrenchBody + ("\n" + text));
}

TEST_CASE("figures of one thing that exclude each other are found at the later one") {
  CHECK(English("More than 400 cottages were destroyed by the fire in the dunes.\n\n"
                "The mayor walked through the ashes of the nearly 350 cottages that burned.\n") ==
        Found{"nearly 350 cottages | More than 400 cottages"});
  CHECK(English("The dam burst, and at least 90 people drowned in Ashton.\n\n"
                "A chapel holds the names of the fewer than 80 people who died in Ashton.\n") ==
        Found{"fewer than 80 people | at least 90 people"});
  CHECK(English("The glassworks employs 310 workers.\n\n"
                "All 280 workers are employed by the glassworks.\n") ==
        Found{"280 workers | 310 workers"});
}

TEST_CASE("a figure that stops where another begins excludes it") {
  CHECK(English("More than two million herrings were caught in the bay.\n\n"
                "The nets held nearly two million herrings caught at night.\n") ==
        Found{"nearly two million herrings | More than two million herrings"});
  CHECK(English("At least 200 boats were destroyed.\n\nSome 200 boats were destroyed at the "
                "quay.\n")
            .empty());
}

TEST_CASE("French figures are compared too") {
  CHECK(French("Plus de 600 moutons ont été tués par la tempête.\n\n"
               "Le berger a enterré moins de 500 moutons tués dans la nuit.\n") ==
        Found{"moins de 500 moutons tués | Plus de 600 moutons"});
  CHECK(French("Près de 300 maisons ont été détruites.\n\n"
               "Plus de 300 maisons ont été détruites en une heure.\n") ==
        Found{"Plus de 300 maisons | Près de 300 maisons"});
}

TEST_CASE("what happened must be the same") {
  CHECK(English("More than 60 people were killed in the storm.\n\n"
                "Fewer than 50 people were injured in the storm.\n")
            .empty());
  CHECK(English("The storm killed 61 people and injured 48 people. Hospitals hold 48 people who "
                "were injured.\n")
            .empty());
}

TEST_CASE("parts, changes, revisions, rates and plans are not held against a whole") {
  CHECK(
      English("More than 900 people were evacuated.\n\nThose evacuated, including nearly 300 "
              "children, sleep in a gym. Of them, fewer than 400 people were evacuated by boat.\n")
          .empty());
  CHECK(
      English("At least 120 people died.\n\nThe ministry initially said that fewer than 90 people "
              "had died.\n")
          .empty());
  CHECK(English("More than 120 people died, up from 90.\n\nThe toll was revised: fewer than 110 "
                "people died.\n")
            .empty());
  CHECK(English("More than 500 crates were sold.\n\nThe stall sells fewer than 400 crates per "
                "week.\n")
            .empty());
  CHECK(English("More than 500 workers are employed there.\n\nThe mill could employ fewer than 400 "
                "workers.\n")
            .empty());
}

TEST_CASE("other places, years, sources and kinds are other things") {
  CHECK(English("More than 300 homes burned in Ashton.\n\nFewer than 200 homes burned in Barton.\n")
            .empty());
  CHECK(English("In 2018 more than 300 homes burned.\n\nIn 2019 fewer than 200 homes burned.\n")
            .empty());
  CHECK(English("More than 300 homes burned last year.\n\nFewer than 200 homes burned this year.\n")
            .empty());
  CHECK(English("Organisers said more than 9,000 people marched.\n\nPolice said fewer than 5,000 "
                "people marched.\n")
            .empty());
  CHECK(English("Police counted fewer than 5,000 people who marched.\n\n“More than 9,000 people "
                "marched today,” said Ida Moe.\n")
            .empty());
  CHECK(English("More than 70 Tessalian soldiers were killed.\n\nFewer than 30 Ormonian soldiers "
                "were killed.\n")
            .empty());
  CHECK(English("The court tried two men for arson.\n\nIt heard three men who were tried in May.\n")
            .empty());
  CHECK(French("Selon les organisateurs, plus de 9 000 personnes ont défilé.\n\n"
               "Selon la préfecture, moins de 5 000 personnes ont défilé.\n")
            .empty());
}

TEST_CASE("shares, money and spans of time are not compared") {
  CHECK(English("More than 60% of voters signed it.\n\nFewer than 50% of voters signed it.\n")
            .empty());
  CHECK(English("The bridge cost more than $5 million.\n\nThe road cost less than $4 million.\n")
            .empty());
  CHECK(English("They worked for more than 20 years.\n\nThey worked for fewer than 10 years.\n")
            .empty());
}

TEST_CASE("in what the outlet prints below its articles no figure is found") {
  CHECK(English("More than 400 cottages were destroyed by the fire.\n\n"
                "Terms of use: fewer than 300 cottages were destroyed by the fire.\n")
            .empty());
}

}  // namespace
}  // namespace stemma::testing
