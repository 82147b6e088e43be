#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

Found Drift(const std::string& text) {
  return FoundIn(CheckQuoteDrift, text);
}

TEST_CASE("a headline that quotes other words than the text is found at the headline") {
  CHECK(Drift("Minister calls plan “reckless harbour closures”\n\n" + std::string(kEnglishBody) +
              "\n“We oppose the reckless harbour taxes in the north,” the minister, Ida Moe, said "
              "on Monday.\n") == Found{"reckless harbour closures | reckless harbour taxes"});
  CHECK(Drift("« Nous ne vendrons jamais le vieux phare », dit la maire\n\n" +
              std::string(kFrenchBody) +
              "\n« Nous vendrons le vieux phare », a déclaré la maire, Ida Moe, lundi.\n") ==
        Found{"Nous ne vendrons jamais le vieux phare | Nous vendrons le vieux phare"});
}

TEST_CASE("a finding says which words differ, and of which kind they are") {
  const Findings findings = FindingsIn(
      CheckQuoteDrift,
      ReadText("Minister: “We lost nine boats in the harbour”\n\n" + std::string(kEnglishBody) +
               "\n“We lost seven boats in the harbour,” Ida Moe said on Monday.\n"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kWarning);
  CHECK(findings[0].message ==
        "\"We lost nine boats in the harbour\" differs from \"We lost seven boats in the harbour\" "
        "in "
        "line 5");
  CHECK(findings[0].because == std::vector<std::string>{"number: \"nine\" / \"seven\""});
}

TEST_CASE("a headline that only the markup has counts as well") {
  Article article;
  article.text = std::string(kEnglishBody) +
                 "\n“The old mill was never sold to anybody,” Ida Moe said on Monday.\n";
  article.title = Stated{"Moe: ‘The old mill was sold to somebody’", std::nullopt};
  const Findings findings = FindingsIn(CheckQuoteDrift, ReadSourcing(std::move(article)));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].exact == "The old mill was never sold to anybody");
  CHECK(findings[0].related[0].exact == "The old mill was sold to somebody");
}

TEST_CASE("one speaker's words printed twice in the text are compared") {
  CHECK(Drift("The mill is sold\n\n" + std::string(kEnglishBody) +
              "\n“The council sold our old mill behind closed doors,” Ida Moe said.\n\n" +
              kEnglishBody + "\n" + kEnglishBody +
              "\nThat “the council stole our old mill behind closed doors,” as Moe said, is "
              "denied.\n")
            .size() == 1);
}

TEST_CASE("what the lead quotes is compared with the quotes below, whoever spoke being open") {
  const std::string later =
      std::string(kEnglishBody) +
      "\n“What I found on every page was a stunning want of skill,” the judge, Ida Moe, said.\n";
  CHECK(Drift("Bridge judged\n\nThe bridge showed “a stunning want of care,” a judge said.\n\n" +
              later) == Found{"a stunning want of care | a stunning want of skill"});
  CHECK(Drift("Bridge judged\n\nThe bridge showed “a stunning want of care,” a baker said.\n\n" +
              later)
            .empty());
}

TEST_CASE("what headline and lead both print is one finding") {
  CHECK(Drift("Moe: “reckless harbour closures”\n\nMoe opposed “reckless harbour closures” on "
              "Monday.\n\n" +
              std::string(kEnglishBody) +
              "\n“We oppose the reckless harbour taxes in the north,” Ida Moe said.\n") ==
        Found{"reckless harbour closures | reckless harbour taxes"});
}

TEST_CASE("a headline that agrees with the text, or cuts it, is none") {
  CHECK(Drift("“We’ll sell the old mill,” mayor says\n\n" + std::string(kEnglishBody) +
              "\n“We will sell the old mill to the baker,” the mayor, Ida Moe, said on Monday.\n")
            .empty());
}

TEST_CASE("two quotes that share stock words are not one") {
  CHECK(Drift("“Fishing rights abuses” in the north, minister says\n\n" +
              std::string(kEnglishBody) +
              "\nFishing rights were given by the king. He wrote of fishing rights abuses.\n\n"
              "“We defend the fishing rights groups of the south,” Ida Moe said on Monday.\n")
            .empty());
}

TEST_CASE("a refrain is no drift") {
  CHECK(Drift("Moe: “We will win the valley”\n\n" + std::string(kEnglishBody) +
              "\n“We will win the valley,” Ida Moe said. “We will win the coast.”\n")
            .empty());
  CHECK(Drift("The swimmers\n\n" + std::string(kEnglishBody) +
              "\n“We swam for the children of the valley,” Ida Moe said.\n\n"
              "“We swam for the mothers of the valley,” Moe said.\n")
            .empty());
}

struct Story {
  std::string headline;
  std::string quote;
  std::string more;
};
Found DriftIn(const char* body, const Story& story) {
  return Drift(story.headline + "\n\n" + body + "\n" + story.quote + "\n\n" + story.more);
}

TEST_CASE("a headline or a caption that prints a quote in other words is found") {
  for (const auto& [headline, quote, more] : std::vector<Story>{
           {"Moe: “This is the finest crew I have sailed with in my life”",
            "“This is the finest crew that I have ever commanded,” Ida Moe said on Monday.", ""},
           {"‘We won’t be chased from the quay by the county’, says Ida Moe",
            "“We will not be driven from the quay by the county,” Ida Moe said on Monday.", ""},
           {"‘We will rebuild the school’, says Ida Moe",
            "“We will rebuild the chapel,” Ida Moe said on Monday.", ""},
           {"“They sold us down,” says Ida Moe", "“They sold us short,” Ida Moe said on Monday.",
            ""},
           {"Moe: “No lorry will drive past my door while I am still alive”",
            "“There will be no trucks on this street while I am still alive,” Ida Moe said on "
            "Monday.",
            ""},
           {"Mill is sold", "“I am told there are no weevils there,” Ida Moe said on Monday.",
            "Caption: The mill on Monday. Ida Moe: “I've heard there isn't a weevil in the whole "
            "place”\n"},
           {"Moe: “The harbour gave me everything and I never thanked it”",
            "“The harbour gave me a bad back, and I never thanked it enough for that,” Ida Moe "
            "said on Monday.",
            ""},
           {"“I can’t eat the soup in this hospital,” says Ida Moe",
            "“I can eat the soup in this hospital,” Ida Moe said on Monday.", ""},
           {"“We counted nine owls to stay awake,” says Ida Moe",
            "“We counted owls, there were seven of them,” Ida Moe said on Monday.", ""},
           {"Moe: We will never sell the ferry",
            "“We will sell the ferry,” Ida Moe said on Monday.", ""},
           {"Ida Moe: “My goats are better behaved than the voters”",
            "“The goats behave better than my voters do,” Ida Moe said on Monday.", ""},
       }) {
    INFO(headline);
    CHECK(DriftIn(kEnglishBody, {headline, quote, more}).size() == 1);
  }
  for (const auto& [headline, quote, more] : std::vector<Story>{
           {"« Aucun camion ne passera dans ma rue tant que je serai debout », jure Ida Moe",
            "« Il n'y aura pas de poids lourds devant chez moi tant que je serai debout », a "
            "déclaré Ida Moe lundi.",
            ""},
           {"Ida Moe : « La mer m’a tout donné et je ne lui ai rien rendu »",
            "« La mer m’a tout pris, et je la remercie de l’avoir fait », a déclaré Ida Moe lundi.",
            ""},
           {"« J'ai compté neuf hiboux pour rester éveillé » : Ida Moe raconte",
            "« J'ai compté les hiboux, il y en avait sept », a déclaré Ida Moe lundi.", ""},
           {"« Nous rebâtirons l'école », promet Ida Moe",
            "« Nous rebâtirons la chapelle », a déclaré Ida Moe lundi.", ""},
           {"« Nous n'avons jamais vendu la barque », dit Ida Moe",
            "« Nous avons vendu la barque », a déclaré Ida Moe lundi.", ""},
           {"« Tous les cousins du préfet ont un bateau », dit Ida Moe",
            "« Ils sont douze cousins, et ils ont tous leur bateau », a déclaré Ida Moe lundi.",
            ""},
           {"Le moulin est vendu",
            "« On m'a dit qu'il n'y avait pas de charançons », a déclaré Ida Moe lundi.",
            "Légende : le moulin lundi. Ida Moe : « Il paraît qu'il n'y a pas un charançon là-bas "
            "»\n"},
           {"Ida Moe : “Mes chèvres sont plus sages que mes électeurs”",
            "« Les chèvres sont bien plus sages que les électeurs de ce canton », a déclaré Ida "
            "Moe lundi.",
            ""},
       }) {
    INFO(headline);
    CHECK(DriftIn(kFrenchBody, {headline, quote, more}).size() == 1);
  }
}

TEST_CASE(
    "a headline that the text prints, shortens, or says itself is none, nor is another quote") {
  for (const auto& [headline, quote, more] : std::vector<Story>{
           {"‘We won’t sell the mill’, says Ida Moe",
            "“We will not sell the mill to anybody in this county,” Ida Moe said on Monday.", ""},
           {"“We will sell the mill,” says Ida Moe",
            "“We will, I think, sell the mill,” Ida Moe said on Monday.", ""},
           {"Moe: “There is no doubt that we will win”",
            "“There is no doubt that we will win,” Ida Moe said on Monday.",
            "“There is no doubt that the grass was wet,” Ida Moe said on Monday."},
           {"“The council has let us down,” says Ida Moe",
            "“The council has let us down,” Ida Moe said on Monday.",
            "“The council has thanked us,” Ida Moe said on Monday."},
           {"“Save our river from the plant,” say anglers",
            "“The plant will not harm the river at all,” the director, Tom Reed, said.\n\n“Save "
            "our river from the plant,” an angler said.",
            ""},
           {"Film review: “The Keeper of the Old Lighthouse Lamp”",
            "“The lamp in the film is made of brass,” Ida Moe said on Monday.",
            "“The Keeper of the Old Lighthouse Lamp” opens on Friday.\n"},
           {"“It was the best day of my life,” says Ida Moe",
            "“It was the best day of my life,” Ida Moe said on Monday.",
            "“It was the worst winter of the war,” Ida Moe said on Monday."},
           {"Mill is sold ‘behind closed doors’",
            "“Nobody closed the doors of the mill,” Ida Moe said on Monday.", ""},
           {"‘Historic’ deal at the mill",
            "“It is a deal of historic size,” Ida Moe said on Monday.", ""},
           {"Moe: We need more boats", "“We need more of the boats,” Ida Moe said on Monday.", ""},
           {"“I never slept … the river was in the kitchen,” says Ida Moe",
            "“I never slept, not one hour. And then the river was in the kitchen,” Ida Moe said on "
            "Monday.",
            ""},
           {"“I am the mayor and I will stay,” says Ida Moe",
            "“The soup was cold,” Tom Reed, the mayor's brother, said.",
            "“I am the mayor and I will stay,” Ida Moe said on Monday."},
           {"“You can’t buy a village,” says Ida Moe",
            "“You cannot buy a village,” Ida Moe said on Monday.", ""},
           {"“I [never] sold the mill,” says Ida Moe",
            "“I never sold the mill,” Ida Moe said on Monday.", ""},
           {"Moe on the vote: “A good day for the town”",
            "“Today is a good day for the town,” Ida Moe said on Monday.", ""},
           {"“We want our money back,” tenants tell Moe",
            "“We want to help the tenants,” Ida Moe said on Monday.",
            "“We want our money back,” a tenant, Tom Reed, said."},
       }) {
    INFO(headline);
    CHECK(DriftIn(kEnglishBody, {headline, quote, more}).empty());
  }
  for (const auto& [headline, quote, more] : std::vector<Story>{
           {"« Nous ne vendrons pas le moulin », dit Ida Moe",
            "« Nous ne vendrons pas le moulin à ces gens-là », a déclaré Ida Moe lundi.", ""},
           {"Ida Moe : « Il n'y a pas de doute, nous gagnerons »",
            "« Il n'y a pas de doute, nous gagnerons », a déclaré Ida Moe lundi.",
            "« Il n'y a pas de doute, l'herbe était mouillée », a déclaré Ida Moe lundi."},
           {"« Il faut que nous parlions de l'école », dit Ida Moe",
            "« Il faut que nous pensions aux marins », a déclaré Ida Moe lundi.",
            "« Il faut que nous parlions de l'école », a déclaré Ida Moe lundi."},
           {"« Rendez-nous la plage », crient les baigneurs",
            "« La plage est à nous », a déclaré Ida Moe lundi.",
            "« Rendez-nous la plage », a crié un baigneur."},
           {"Le moulin vendu « en catimini »",
            "« Rien n'a été fait en secret », a déclaré Ida Moe lundi.", ""},
           {"« Le Gardien du vieux phare de la pointe » au cinéma",
            "« Le phare du film est en carton », a déclaré Ida Moe lundi.",
            "« Le Gardien du vieux phare de la pointe » sort mercredi.\n"},
           {"« J'ai tout perdu… la cave était pleine d'eau », dit Ida Moe",
            "« J'ai tout perdu, même le chien. La cave était pleine d'eau », a déclaré Ida Moe "
            "lundi.",
            ""},
           {"Ida Moe : nous voulons plus de bateaux",
            "« Nous voulons beaucoup plus de bateaux », a déclaré Ida Moe lundi.", ""},
           {"« C'est un beau jour pour la commune », dit Ida Moe",
            "« C'est un beau jour pour la commune », a déclaré Ida Moe lundi.",
            "« C'est un grand jour pour la vallée », a déclaré Ida Moe lundi."},
       }) {
    INFO(headline);
    CHECK(DriftIn(kFrenchBody, {headline, quote, more}).empty());
  }
}

TEST_CASE("a quote that the text says is repeated is compared as a headline is") {
  const std::string begin =
      "The mill is sold\n\n" + std::string(kEnglishBody) +
      "\n“The council sold the wheel of the mill for a song,” Ida Moe said.\n\n" + kEnglishBody +
      "\n" + kEnglishBody + "\n";
  CHECK(Drift(begin + "Moe repeated that “the council sold the wheel of the barn for a song”.\n")
            .size() == 1);
  CHECK(Drift(begin + "Moe repeated that “the council sold the wheel of the mill”.\n").empty());
}

TEST_CASE("a quote whose halves change places is found where a word changes as well") {
  const auto drift = [](const std::string& headline) {
    return DriftIn(kFrenchBody,
                   {headline,
                    "« Quand les cloches ont sonné, j'ai pleuré comme un enfant », a dit "
                    "Luc Faure.",
                    ""});
  };
  CHECK(drift("« J'ai pleuré comme un gosse quand les cloches ont sonné »").size() == 1);
  CHECK(drift("« J'ai pleuré comme un enfant… quand les cloches ont sonné »").empty());
}

TEST_CASE("the order of the words may differ, and a phrase that both share is no quote") {
  const auto drift = [](const std::string& headline, const std::string& quote) {
    return DriftIn(kEnglishBody, {headline, quote + " Mo Firth said.", ""});
  };
  CHECK(drift("‘I cried like a child when the bells rang’",
              "“When the bells rang I wept like a baby,”")
            .size() == 1);
  CHECK(drift("‘There’s nobody left who can mend a clock’",
              "“Nobody is left in this valley who knows how to mend clocks,”")
            .size() == 1);
  CHECK(drift("Choir sings “The Bells of the Lost Valley” at last",
              "“The bells of the tower are cracked,”")
            .empty());
}

TEST_CASE("what a headline, a caption or a pull quote has in marks is printed below") {
  const std::string quote = "“They put us to bed hungry,” Ida Moe said.";
  CHECK(DriftIn(kEnglishBody, {"Moe: “Nobody gave us any bread”", quote, ""}) ==
        std::vector<std::string>{"Nobody gave us any bread | They put us to bed hungry"});
  CHECK(
      DriftIn(kEnglishBody, {"Nobody fed them", quote, "> “No one thought of supper”\n"}).size() ==
      1);
  CHECK(
      DriftIn(kEnglishBody, {"Nobody fed them", quote, "> “They put us to bed hungry”\n"}).empty());
  CHECK(DriftIn(kEnglishBody, {"Moe: “Nobody gave us any bread”", quote,
                               "Nobody gave us any bread, she wrote.\n"})
            .empty());
  CHECK(DriftIn(kEnglishBody, {"Nobody fed them", quote, "[Picture] “No one thought of supper”\n"})
            .size() == 1);
  CHECK(DriftIn(kEnglishBody,
                {"Nobody fed them", quote, "PULL QUOTE\n\n“No one thought of supper” – Ida Moe\n"})
            .size() == 1);
  CHECK(DriftIn(kEnglishBody, {"Ida Moe, “I sang to the empty plates” (Harle Records)", quote,
                               "The album has nine songs.\n"})
            .empty());
  // A name of a thing, and a turn of phrase that nobody is said to have used.
  CHECK(DriftIn(kEnglishBody, {"“The Loaf and the Lamp” opens", quote, ""}).empty());
  CHECK(DriftIn(kEnglishBody, {"Supper ‘off the menu’ in Harle", quote, ""}).empty());
  CHECK(DriftIn(kEnglishBody, {"“Bread and water”: a winter in Harle", quote, ""}).empty());
  CHECK(DriftIn(kEnglishBody, {"Moe apologises for “nights without supper”", quote, ""}).size() ==
        1);
  // Words left out in the middle.
  CHECK(DriftIn(kEnglishBody,
                {"Moe: “They put us to bed”",
                 "“They, I mean the cook and her sister, put us to bed,” Ida Moe said.", ""})
            .empty());
}

TEST_CASE("what somebody had said is what was told before") {
  const std::string first =
      "The tower\n\n" + std::string(kEnglishBody) +
      "\n\n“Tomorrow we will not ring the small bells, we will stop the clock,” "
      "Ida Moe told the council.\n\n" +
      kEnglishBody + "\n\n" + kEnglishBody + "\n\n";
  const std::string later =
      "“Tomorrow no one shall touch the little bells, we will halt the hands”.\n";
  CHECK(Drift(first + "Ida Moe had told the council: " + later).size() == 1);
  CHECK(Drift(first + "Nils Holm said: " + later).empty());
}

TEST_CASE("a quote said again in the build of the first is compared with it") {
  const std::string first =
      "The tower\n\n" + std::string(kEnglishBody) +
      "\n\n“If one bell cracks in the tower, we lose a whole winter of music,” Ida Moe said.\n\n" +
      kEnglishBody + "\n\n" + kEnglishBody + "\n\n";
  CHECK(Drift(first + "As Moe put it, “if one rope breaks in the tower, we will lose the whole "
                      "season of music”.\n")
            .size() == 1);
  CHECK(Drift(first + "“If the council pays in the spring, they have a whole summer of peace,” Ida "
                      "Moe said.\n")
            .empty());
}

TEST_CASE("a quote set apart with a name behind a dash is printed in the text as well") {
  const std::string said =
      "\n“I never came here to be alone, I came to be left in peace,” Ida Moe said.\n\n";
  CHECK(Drift("The mill\n\n" + std::string(kEnglishBody) + said +
              "“Being alone wasn’t why I came; I wanted some quiet”\n– Ida Moe\n\nIt rained.\n")
            .size() == 1);
  CHECK(Drift("The mill\n\n" + std::string(kEnglishBody) + said +
              "“Great bread, fair prices, come and see”\n– Jo Poe\n\nIt rained.\n")
            .empty());
}

TEST_CASE("words that nobody else speaks are of whom the sentence names") {
  const std::string kFirst =
      "\"I told him he was not clear of the bank,\" said Bridget Moreau.\n\nThe "
      "ship is old.\n\nThe pilot never came.\n\n";
  CHECK(Drift("The mill is sold\n\n" + std::string(kEnglishBody) + "\n" + kFirst +
              "The lawyer took jurors back to Moreau's answer: \"I told him he was clear of "
              "the bank.\"\n")
            .size() == 1);
  CHECK(Drift("The mill is sold\n\n" + std::string(kEnglishBody) + "\n" + kFirst +
              "A film of it has \"I told them it was clear of the rocks.\"\n")
            .empty());
}

TEST_CASE("one word apart in a long quote is one quote, unless two deny each other") {
  const std::string kFirst = "The mill is sold\n\n" + std::string(kEnglishBody) +
                             "\n\"It did not come over the wall, it came through it,\" said Ida "
                             "Moe.\n\nThe ship is old.\n\nThe pilot never came.\n\n";
  CHECK(Drift(kFirst + "\"It did not come over the weir, it came through it,\" Paul Hart said.\n")
            .size() == 1);
  CHECK(Drift(kFirst + "\"It did come over the wall, it came through it,\" Paul Hart said.\n")
            .empty());
}

}  // namespace
}  // namespace stemma::testing
