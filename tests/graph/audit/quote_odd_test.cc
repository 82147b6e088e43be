#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

Found Odd(const std::string& quote) {
  return FoundIn(CheckOddQuotes, "The mill is sold\n\n" + std::string(kEnglishBody) + "\n“" +
                                     quote + "” Ida Moe told reporters.\n");
}
Found OddInFrench(const std::string& quote) {
  return FoundIn(CheckOddQuotes, "Le moulin est vendu\n\n" + std::string(kFrenchBody) + "\n« " +
                                     quote + " », a déclaré Ida Moe.\n");
}

TEST_CASE("an adverbial said twice in one sentence is odd") {
  CHECK(Odd("We ask the miller to come, as soon as possible, to open as soon as possible,") ==
        Found{"as soon as possible | as soon as possible"});
  CHECK(Odd("We will dredge it in the coming weeks and open it in the coming weeks,").size() == 1);
  CHECK(OddInFrench("Nous viendrons dans les plus brefs délais, et ouvrirons dans les plus brefs "
                    "délais")
            .size() == 1);
}

TEST_CASE("a phrase that runs into itself, or is joined to itself, is odd") {
  CHECK(Odd("We met in the mill of the town in the mill of the town,").size() == 1);
  CHECK(Odd("We miss the wheel of the mill and the wheel of the mill,").size() == 1);
  CHECK(Odd("We opened the doors of the the mill,") == Found{"the | the"});
  CHECK(OddInFrench("Il est venu avec le le meunier").size() == 1);
}

TEST_CASE("what a speaker repeats for effect is not odd") {
  CHECK(Odd("I have a mill, I have a plan, I have a roof,").empty());
  CHECK(Odd("Never, never again, and no bread, no peace,").empty());
  CHECK(Odd("Bread of the people, by the people, for the people,").empty());
  CHECK(Odd("The more we grind the more we bake, and the more we bake the more we grind,").empty());
  CHECK(Odd("It is at the same time young and at the same time old,").empty());
  CHECK(Odd("Day after day after day we ground story after story after story,").empty());
  CHECK(Odd("It opens as soon as possible. It must open as soon as possible,").empty());
  CHECK(Odd("We did not take care of the mill as we ought to take care of a mill,").empty());
}

TEST_CASE("an explanation in round brackets is noted, one in square brackets is right") {
  const Found brackets = Odd("We ask the miller (Tom Reed) to come back,");
  CHECK(brackets == Found{"(Tom Reed)"});
  CHECK(Odd("We ask the miller [Tom Reed] to come back,").empty());
  CHECK(Odd("We ask the miller (laughs) and the agency (AP) to come back,").empty());
  CHECK(Odd("We ask the miller, who (as I was told) is ill, to come back,").empty());
}

TEST_CASE("a quoted sentence that stops before its last word is odd") {
  CHECK(Odd("We will go on working on the.") == Found{"the"});
  CHECK(Odd("We told them that they could keep our,") == Found{"our"});
  CHECK(OddInFrench("Nous irons jusqu'au bout de la.") == Found{"la"});
}

TEST_CASE("a preposition at the end, dots, and a word woven in end a quote well") {
  CHECK(Odd("This is what we are looking for.").empty());
  CHECK(Odd("We will go on working on the …").empty());
  CHECK(Odd("We all wanted more of that.").empty());
  CHECK(FoundIn(CheckOddQuotes, "The mill is sold\n\n" + std::string(kEnglishBody) +
                                    "\nIda Moe called the mill “the last of the” in a joke.\n")
            .empty());
}

}  // namespace
}  // namespace stemma::testing
