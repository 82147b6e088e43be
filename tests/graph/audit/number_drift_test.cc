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

TEST_CASE("small counts are compared where the later one is told as known") {
  CHECK(English("The storm killed twelve goats on Sunday.\n\n"
                "The nine goats killed on Sunday will be buried.\n") ==
        Found{"nine goats | twelve goats"});
  CHECK(English("The storm killed twelve goats on Sunday.\n\n"
                "A farmer said that nine goats were killed.\n")
            .empty());
}

TEST_CASE("figures of one noun in one paragraph are told apart") {
  CHECK(English("More than 1,000 workers were employed in the mill. Fewer than 700 workers were "
                "employed in the mill.\n")
            .empty());
}

TEST_CASE("the same words around make one matter, others none") {
  CHECK(English("More than 80,000 songbooks fill the shelves of the monastery library.\n\n"
                "A monk dusts the library's nearly 70,000 songbooks by hand.\n") ==
        Found{"nearly 70,000 songbooks | More than 80,000 songbooks"});
  CHECK(English("More than 80,000 songbooks fill the shelves of the monastery library.\n\n"
                "A pirate kept nearly 70,000 songbooks on his ship.\n")
            .empty());
  CHECK(English("The glassworks employs 4,000 people.\n\n"
                "A rival glassworks employs 2,500 people.\n")
            .empty());
  CHECK(English("More than 1,000 bakers were arrested at the mill.\n\n"
                "At the mine, fewer than 700 bakers were arrested.\n")
            .empty());
}

TEST_CASE("a figure that stops where another begins excludes it") {
  CHECK(English("More than two million herrings were caught in nets.\n\n"
                "Nearly two million herrings caught at night lay in the nets.\n") ==
        Found{"Nearly two million herrings | More than two million herrings"});
  CHECK(English("At least 200 boats were destroyed.\n\nSome 200 boats were destroyed at the "
                "quay.\n")
            .empty());
}

TEST_CASE("French figures are compared too") {
  CHECK(French("Plus de 600 moutons ont été tués par la tempête de grêle.\n\n"
               "Le berger a enterré moins de 500 moutons tués par la tempête.\n") ==
        Found{"moins de 500 moutons tués | Plus de 600 moutons"});
  CHECK(French("La crue a détruit près de 300 maisons.\n\n"
               "Plus de 300 maisons ont été détruites par la crue.\n") ==
        Found{"Plus de 300 maisons | près de 300 maisons"});
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
  CHECK(English("On October 18 more than 300 sailors were deported from the island.\n\n"
                "The fewer than 200 sailors deported from the island are at home.\n")
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
