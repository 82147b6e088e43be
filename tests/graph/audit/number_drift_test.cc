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

// With a headline above.
Found EnglishStory(const std::string& text) {
  return FoundIn(CheckNumberDrift, text + "\n\n" + kEnglishBody);
}

Found FrenchStory(const std::string& text) {
  return FoundIn(CheckNumberDrift, text + "\n\n" + kFrenchBody);
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

TEST_CASE("shares, money and spans of time that are told once each are not compared") {
  CHECK(English("More than 60% of voters signed it.\n\nFewer than 50% of voters signed it.\n")
            .empty());
  CHECK(English("The bridge cost more than $5 million.\n\nThe road cost less than $4 million.\n")
            .empty());
  CHECK(English("They worked for more than 20 years.\n\nThey worked for fewer than 10 years.\n")
            .empty());
}

TEST_CASE("a headline's exact figure is held against the first of its matter below") {
  CHECK(
      EnglishStory("Three dead in coach crash\n\nFour people died on Monday when a coach left the "
                   "road near Harle.") == Found{"Four people | Three dead"});
  CHECK(EnglishStory(
            "Blast kills 40 at Ormond market\n\nAn explosion at a market killed 43 people on "
            "Friday, officials said.") == Found{"43 people | 40"});
  CHECK(EnglishStory("Five arrested after raid on pier\n\nPolice said on Tuesday that they had "
                     "arrested six men in a raid on a pier.") == Found{"six men | Five"});
  CHECK(EnglishStory("Seven die in hotel fire\n\nNine guests died when a hotel burned down in "
                     "Harle on Monday.") == Found{"Nine guests | Seven"});
  CHECK(
      FrenchStory("Trois morts dans un accident de car\n\nQuatre personnes sont mortes lundi quand "
                  "un car a quitté la route.") == Found{"Quatre personnes | Trois morts"});
  CHECK(FrenchStory(
            "Deux ouvriers blessés dans une explosion\n\nTrois ouvriers ont été blessés mardi "
            "dans une explosion à Harle.")
            .size() == 1);
}

TEST_CASE("a headline that sums up what is told below it is left alone") {
  for (const char* text : {
           "Five killed in blast\n\nTwo men and three women were killed on Monday in a blast.",
           "Five killed in fire\n\nA mother and her four children were killed in a fire in Harle.",
           "Six killed in crash\n\nFour people died at the scene when a coach left the road. Two "
           "others died in hospital.",
           "Eight arrested in raids\n\nPolice arrested five men in Harle and three men in Ormond.",
           "Six killed in crash\n\nA coach left the road on Monday and six people were killed.\n\n"
           "The four people who died at the scene were tourists.",
           "Ferry sinks, 40 dead\n\nA ferry carrying 70 people sank off Harle, killing 40.",
           "Two soldiers killed as army storms camp\n\nThe army killed 14 fighters on Monday when "
           "it stormed a camp near Harle.",
           "Toll in flood now 12\n\nAt least 12 people have died in the flood, up from nine.",
       }) {
    CAPTURE(text);
    CHECK(EnglishStory(text).empty());
  }
}

TEST_CASE("what another got was told before, and so was who was let go") {
  for (const char* text : {
           "Council to lend £3m\n\nThe council lent the theatre £3m and the museum £2m.\n\nThe £2m "
           "loan to the museum is for a roof.",
           "Man jailed for 12 years\n\nDan Moe was jailed for 12 years on Monday.\n\nLee Roe, who "
           "drove, got six years. The six-year sentence is the shortest there is.",
           "Three held after raid\n\nPolice arrested five people in a raid. Two were released.",
       }) {
    CAPTURE(text);
    CHECK(EnglishStory(text).empty());
  }
}

TEST_CASE("money for one thing is compared, and no other money") {
  CHECK(EnglishStory("Council helps theatre\n\nThe council gave the theatre a grant of £1.4m.\n\n"
                     "The £4.1m grant will pay for a roof.") == Found{"£4.1m | £1.4m"});
  CHECK(EnglishStory("Library saved\n\nA bank lent the library €250,000 on Monday.\n\nThe €520,000 "
                     "loan is to be paid back by 2030.") == Found{"€520,000 | €250,000"});
  CHECK(
      FrenchStory("Le théâtre aidé\n\nLe conseil a voté lundi une subvention de 1,4 million "
                  "d'euros.\n\nLa subvention de 4,1 millions d'euros servira à refaire le toit.") ==
      Found{"4,1 millions d'euros | 1,4 million d'euros"});
  for (const char* text : {
           "Bridge opens\n\nThe bridge cost £2.3m, the council said.\n\nThe budget had been £2.0m.",
           "Loans for two pools\n\nThe council lent Harle pool £3.2m.\n\nA second loan of £2.3m "
           "went "
           "to Ormond pool.",
           "Company fined £2m\n\nThe company was fined £2m on Monday.\n\nIt was fined £1.2m for a "
           "spill in 2019.",
           "Tickets dearer\n\nThe ticket costs £12 a day.\n\nThe pass costs £30 a month.",
       }) {
    CAPTURE(text);
    CHECK(EnglishStory(text).empty());
  }
}

TEST_CASE("the years that a court gave are compared, and none that others asked for or got") {
  CHECK(EnglishStory("Banker in the dock\n\nA banker was jailed for six years on Friday.\n\nThe "
                     "eight-year sentence was met with cheers.") ==
        Found{"eight-year | six years"});
  CHECK(FrenchStory("Un notaire condamné\n\nUn notaire a été condamné vendredi à six ans de "
                    "prison.\n\nLa peine de huit ans de prison a été accueillie par des cris.") ==
        Found{"huit ans | six ans"});
  CHECK(EnglishStory("Driver jailed for nine years\n\nDan Moe was jailed for nine years.\n\n"
                     "Prosecutors had asked for a 12-year sentence.")
            .empty());
  CHECK(EnglishStory("Two jailed\n\nDan Moe was jailed for nine years for the raid.\n\nHis brother "
                     "Jim was jailed for seven years.")
            .empty());
  CHECK(
      FrenchStory("Un notaire jugé\n\nUn notaire a été condamné à six ans de prison.\n\nLe parquet "
                  "avait requis huit ans de prison.")
          .empty());
}

TEST_CASE("a crew is compared however it is counted, another ship's is not") {
  CHECK(EnglishStory("All 14 crew safe as tanker burns\n\nThe 12-strong crew of the tanker were "
                     "lifted off by helicopter.") == Found{"12-strong | 14 crew"});
  CHECK(FrenchStory("Un équipage sauvé\n\nLes 14 marins du cargo Anna ont été sauvés lundi.\n\n"
                    "L'équipage de 16 hommes du cargo a été conduit à l'hôtel.") ==
        Found{"16 hommes | 14 marins"});
  CHECK(
      EnglishStory("Tug and trawler collide\n\nThe trawler's crew of nine were lifted off.\n\nThe "
                   "tug's crew of six stayed on board.")
          .empty());
}

TEST_CASE("digits that changed places are a slip, where the later figure is told as known") {
  CHECK(EnglishStory("Villagers fall sick\n\nThe doctor said that 34 villagers fell ill after a "
                     "wedding.\n\nAll 43 villagers who fell ill had eaten the soup.") ==
        Found{"43 villagers | 34 villagers"});
  CHECK(
      FrenchStory("Un vaccin à l'essai\n\nL'hôpital suivra 4 600 enfants pendant deux ans.\n\nLes "
                  "6 400 enfants suivis recevront une moustiquaire.") ==
      Found{"6 400 enfants suivis | 4 600 enfants"});
  CHECK(EnglishStory("Two vaccines\n\nThe clinic received 4,800 doses of vaccine on Monday.\n\n"
                     "Another 8,400 doses will come in May.")
            .empty());
}

TEST_CASE("homes without power are homes that the cut struck") {
  CHECK(EnglishStory(
            "Storm hits valley\n\nMore than 900 homes lost power on Sunday when the storm hit "
            "Harle.\n\nFewer than 700 households in Harle were without electricity.")
            .size() == 1);
  CHECK(FrenchStory("Coupure\n\nPlus de 900 foyers étaient privés d'électricité à Harle.\n\nLa "
                    "coupure a touché moins de 700 foyers à Harle.")
            .size() == 1);
}

TEST_CASE("in what the outlet prints below its articles no figure is found") {
  CHECK(English("More than 400 cottages were destroyed by the fire.\n\n"
                "Terms of use: fewer than 300 cottages were destroyed by the fire.\n")
            .empty());
}

TEST_CASE("who is told as known was told of before, in that number") {
  CHECK(English("Nine climbers were lost in the fog.\n\nThe dog found a glove.\n\nThe six lost men "
                "are all from Harle.\n") == Found{"six lost men | Nine climbers"});
  CHECK(English("A tug took 52 people off the wreck.\n\nOn the quay the 25 were given soup.\n") ==
        Found{"25 | 52 people"});
  CHECK(English("On October 18 more than 300 sailors were deported from the island.\n\n"
                "The fewer than 200 sailors deported from the island are at home.\n") ==
        Found{"fewer than 200 sailors | more than 300 sailors"});
  CHECK(French("Une quarantaine de juges ont signé la lettre.\n\nLes soixante et onze juges seront "
               "reçus jeudi.\n") == Found{"soixante et onze juges | Une quarantaine de juges"});
}

TEST_CASE("who is told as known is no other where the text bears the figure out") {
  // Told before, made up of others, a part by what follows, of another action, in another's number.
  for (const char* story :
       {"Nine climbers were lost in the fog. Six climbers slept in the hut.\n\nThe six climbers "
        "left at dawn.\n",
        "Nine climbers set out and three turned back.\n\nThe six climbers were never seen.\n",
        "Six people drowned.\n\nThe four people who died at the scene were tourists.\n",
        "Nine people were killed.\n\nThe six people injured went home.\n",
        "Twenty-six people were in the house.\n\nHer three children were at school.\n",
        "The trawler's crew of nine were lifted off.\n\nThe tug's crew of six stayed on "
        "board.\n",
        "The judge gave Moe 12 years in prison.\n\nReed got six years. The six-year sentence is "
        "short.\n"}) {
    INFO(story);
    CHECK(English(story).empty());
  }
}

TEST_CASE("a person has one age, and a vote one result") {
  CHECK(English("Ida Moe, 34, swam the strait.\n\nIda Moe, 43, will swim it again.\n") ==
        Found{"43 | 34"});
  CHECK(English("Ida Moe, 34, swam the strait.\n\nNils Moe, 43, held the towel.\n").empty());
  CHECK(English("The bridge was approved by 31 votes to 24.\n\nThe 31-14 vote ends a long "
                "quarrel.\n") == Found{"31-14 | 31 votes to 24"});
  CHECK(English("The bridge was approved by 31 votes to 24.\n\nThe ferry was kept by 40 votes to "
                "15.\n")
            .empty());
}

TEST_CASE("the digits of an age that changed places are a slip, another age is another person") {
  CHECK(English("The 36-year-old fell from a roof.\n\nIn Harle the 63-year-old was given tea.\n") ==
        Found{"63-year-old | 36-year-old"});
  CHECK(English("The 36-year-old fell from a roof.\n\nIn Harle the 58-year-old was given tea.\n")
            .empty());
}

TEST_CASE("a turnout has one value where no other year or place is told") {
  CHECK(EnglishStory("Harle votes again\n\nHarle voted on Sunday, with turnout at 64 per cent.\n\n"
                     "The clerk blamed the rain for a turnout of 46 per cent.")
            .size() == 1);
  CHECK(EnglishStory("Harle votes again\n\nHarle voted on Sunday, with turnout at 64 per cent.\n\n"
                     "In 2019 the clerk counted a turnout of 46 per cent.")
            .empty());
}

TEST_CASE("a headline counts people without a noun, and things by another name") {
  CHECK(EnglishStory("23 charged after riot in Harle\n\nThe riot in Harle ended on Sunday, and "
                     "nineteen men were charged.") == Found{"nineteen men | 23"});
  CHECK(
      EnglishStory("Mill to cut 240 jobs\n\nThe mill said on Monday that it would close a hall.\n\n"
                   "The 204 posts are all in the spinning hall.") == Found{"204 posts | 240 jobs"});
}

TEST_CASE("what is told as known is told with its owner, and in French with its article") {
  CHECK(
      English("The barge carried 80 tonnes of salt.\n\nIn the yard its yearly load of 60 tonnes of "
              "salt was weighed.\n")
          .size() == 1);
  CHECK(French("Le feu a détruit 14 granges.\n\nLes propriétaires des 19 granges ont été reçus.\n")
            .size() == 1);
}

TEST_CASE("a round figure is loose, one of three digits is not, and zeros alone are no slip") {
  CHECK(English("The mill dyed 400 scarves.\n\nThe 410 scarves were blue.\n").empty());
  CHECK(English("The mill dyed 1,250 scarves.\n\nThe 1,520 scarves were blue.\n").size() == 1);
  CHECK(English("The hut stands at 2,100 metres.\n\nThe ice lost 21 metres.\n").empty());
}

TEST_CASE("people counted for two reasons may have the same digits") {
  CHECK(English("Fourteen people were killed on the road.\n\nThe bus was carrying 41 people.\n")
            .empty());
}

TEST_CASE("units of many things are compared where one is known, or a slip") {
  CHECK(English("Miners in Harle struck for a fourth day.\n\nThe strike, now in its sixth day, is "
                "a quiet one.\n") == Found{"sixth day | fourth day"});
  CHECK(English("The wall is 18.2 km long.\n\nThe 16 kilometres are lit at night.\n") ==
        Found{"16 kilometres | 18.2 km"});
  CHECK(English("The tower, 57 metres high, leans.\n\nPigeons like its 75 metres of brick.\n")
            .size() == 1);
  CHECK(English("The mill burned down in 1938.\n\nWhen the mill burned in 1983 the town wept.\n") ==
        Found{"1983 | 1938"});
  CHECK(English("The mill burned down in 1938.\n\nThe school was built in 1983.\n").empty());
  CHECK(English("The road is 12 metres wide.\n\nThe tower is 30 metres high.\n").empty());
}

TEST_CASE("teens for tens, and zeros, are slips where the later figure is told as known") {
  CHECK(English("The storm sank 17 barges.\n\nThe 70 barges were insured.\n") ==
        Found{"70 barges | 17 barges"});
  CHECK(English("The storm sank 17 barges.\n\nThe 60 barges in the yard are safe.\n").empty());
}

TEST_CASE("more than a number and nearly that number exclude each other") {
  CHECK(English("More than two million people marched on Sunday.\n\nOn Sunday nearly two million "
                "people came, the mayor wrote.\n")
            .size() == 1);
}

TEST_CASE("figures of two quotes are left to the rule of quotes") {
  CHECK(English("“We lost seven boats to the ice,” Ida Moe said.\n\nThe ice is gone.\n\n“We lost "
                "nine boats to the ice,” Ida Moe said.\n")
            .empty());
}

TEST_CASE("digits in another order differ with their zeros, and in what things are counted by") {
  CHECK(EnglishStory("Fire: 2,400 hectares burned\n\nThe fire burned 2,400 hectares of pines.\n\n"
                     "The 2,040 hectares lost were pines.") ==
        Found{"2,040 hectares | 2,400 hectares"});
  CHECK(English("The records of 412,000 people were offered for sale.\n\nBy then a sample of the "
                "421,000 records had been seen.\n") == Found{"421,000 records | 412,000 people"});
  CHECK(English("The records of 412,000 people were offered for sale.\n\nA firm sold 421,000 "
                "lamps.\n")
            .empty());
}

TEST_CASE("who is told of as known may be more or fewer than the same round number, not both") {
  CHECK(French("Les adresses de près de 300 000 clients ont été volées.\n\nLes plus de 300 000 "
               "abonnés touchés recevront un courrier.\n")
            .size() == 1);
}

TEST_CASE("one teller who gives two tolls differs from himself") {
  CHECK(English("At least 31 people were killed when the dam broke, the commissioner, Ida Moe, "
                "said.\n\nThe wheel is old.\n\nMoe said 27 people had died in the collapse.\n") ==
        Found{"27 people | At least 31 people"});
  CHECK(English("At least 31 people were killed when the dam broke, the commissioner, Ida Moe, "
                "said.\n\nThe wheel is old.\n\nMoe said 27 people had died there in 1987.\n")
            .empty());
}

TEST_CASE("who counts stands before a clause between commas") {
  CHECK(French("Plus de 900 cas y ont été recensés depuis le 2 juin, selon le ministère de la "
               "santé.\n\nLe ministère de la santé, qui publie un bulletin chaque mardi, a recensé "
               "près de 750 cas depuis le 2 juin.\n") ==
        Found{"près de 750 cas | Plus de 900 cas"});
}

TEST_CASE("what a spill is said to be is known") {
  CHECK(English("Some 300 tonnes of fuel ran into the estuary.\n\nThe spill of more than 400 "
                "tonnes closed the mussel beds.\n")
            .size() == 1);
}

TEST_CASE(
    "percentages with the same digits are of two things unless their sentences say the same") {
  CHECK(English("Prices rose 3.1 percent in March from a year earlier.\n\nThe bank expects the "
                "economy to grow 1.3 percent this year.\n")
            .empty());
}

TEST_CASE("a figure that stands apposed to what is known is known") {
  CHECK(English("A cache of 11.4 million records was opened.\n\nThe two searched the cache, fewer "
                "than 10 million records in all, with a lamp.\n")
            .size() == 1);
  CHECK(English("Twenty-seven mills sued.\n\nThe county will face the board, 18 mills, and a "
                "baker.\n")
            .empty());
}

}  // namespace
}  // namespace stemma::testing
