#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

std::string English(const std::string& text) {
  return "The mill is sold\n\n" + std::string(kEnglishBody) + "\n" + text + "\n\n" + kEnglishBody;
}
std::string French(const std::string& text) {
  return "Le moulin est vendu\n\n" + std::string(kFrenchBody) + "\n" + text + "\n\n" + kFrenchBody;
}

// Those above a note.
Found Warned(const std::string& text) {
  Found found;
  const Reading reading = ReadText(text);
  for (const Finding& finding : FindingsIn(CheckUnattributed, reading)) {
    if (finding.severity == Severity::kWarning) {
      found.push_back(finding.exact);
    }
  }
  return found;
}
size_t NotedOrWarned(const std::string& text) {
  return FoundIn(CheckUnattributed, text).size();
}

const std::string kPlain = "The mill stands below the town. It grinds in the winter.\n\n";

TEST_CASE("a quote alone in its paragraph, to which nothing leads, is nobody's") {
  CHECK(Warned(English(kPlain + "“We only bought it for the view of the weir.”")) ==
        Found{"We only bought it for the view of the weir."});
  CHECK(Warned(French("Le moulin date de 1911. Il est vide.\n\n« On l'a acheté pour la vue sur "
                      "le barrage. »"))
            .size() == 1);
}

TEST_CASE("a quoted sentence beside plain words is nobody's") {
  CHECK(Warned(English("The price has split the town. “We learned to swim below that wheel.” "
                       "Bids end in May.")) == Found{"We learned to swim below that wheel."});
}

TEST_CASE("a judgement in a passive without an agent is nobody's") {
  CHECK(Warned(English("The plan was described as “a slap in the face of the town”.")) ==
        Found{"a slap in the face of the town"});
  CHECK(Warned(French("Le plan a été qualifié de « gifle pour tous les gens de la ville ».")) ==
        Found{"gifle pour tous les gens de la ville"});
  CHECK(Warned(English("The plan was described by Ida Moe as “a slap in the face of the town”."))
            .empty());
}

TEST_CASE("where a person is named beside it or speaks before it, that is a note") {
  const std::string named =
      English("The wheel was built by Ida Moe. “I built it in one night and without a plan.”");
  CHECK(Warned(named).empty());
  CHECK(NotedOrWarned(named) == 1);
  const std::string before =
      English("“It turns,” said Ida Moe.\n\n“It has turned since I was a child.”");
  CHECK(Warned(before).empty());
  CHECK(NotedOrWarned(before) == 1);
}

TEST_CASE("a quote with a speaker raises nothing, nor one that a paragraph goes on with") {
  CHECK(NotedOrWarned(English("“We bought it for the view,” said Ida Moe. “It is a fine view.”")) ==
        0);
  CHECK(NotedOrWarned(English("“We bought it for the view, and for the weir.\n\n“And we will sell "
                              "it for the view,” said Ida Moe.")) == 0);
}

TEST_CASE("what is shown, sung, defined or titled is no speech") {
  CHECK(NotedOrWarned(
            English("A sign above the door reads “Leave your sacks and sorrows here.”")) == 0);
  CHECK(NotedOrWarned(English("The crowd chanted “save our mill, save our bread” outside.")) == 0);
  CHECK(NotedOrWarned(English("The word means “a small thing that goes far”.")) == 0);
  CHECK(NotedOrWarned(English("In the novel, “The winter below the weir,” it burns.")) == 0);
  CHECK(NotedOrWarned(English("They sang “When the Last Sack Is Full” all night.")) == 0);
  CHECK(NotedOrWarned(French("Une pancarte « Laissez vos sacs et vos soucis ici » est là.")) == 0);
}

TEST_CASE("a colon, a signature and words that point back say who speaks") {
  CHECK(
      NotedOrWarned(English("We asked readers:\n\n“It was a good mill for bad bread.”\n\n“I would "
                            "not eat it, not even once.”")) == 0);
  CHECK(NotedOrWarned(English("“It was a good mill for bad bread.”\n\nIda Moe, Ashton")) == 0);
  CHECK(NotedOrWarned(English("“It was a good mill for bad bread.”\n\nThose were the words of the "
                              "last miller.")) == 0);
  CHECK(NotedOrWarned(English("For the miller, “it was the best that ever was built”.")) == 0);
}

TEST_CASE("a verb that no list holds says who speaks all the same") {
  CHECK(NotedOrWarned(English("“It was a good mill for bad bread,” chortled the miller.")) == 0);
  CHECK(NotedOrWarned(French("« C'était un bon moulin pour du mauvais pain », rigole-t-on.")) == 0);
  CHECK(NotedOrWarned(
            French("« C'était un bon moulin, a siffloté le meunier, et du mauvais pain. »")) == 0);
}

TEST_CASE("words that are quoted again with a speaker are a pull quote") {
  CHECK(NotedOrWarned(English("“We only bought it for the view of the weir.”\n\n" + kPlain +
                              "“We only bought it for the view of the weir,” said Ida Moe.")) == 0);
}

TEST_CASE("transcripts, other languages and boilerplate are left alone") {
  CHECK(NotedOrWarned(English("MOE: Who sold it?\n\nPOE: I did.\n\n“We only bought it for the view "
                              "of the weir.”")) == 0);
  CHECK(
      NotedOrWarned("Die Mühle ist verkauft und sie steht an dem Fluss.\n\n„Wir haben sie nur für "
                    "die Aussicht gekauft.“\n") == 0);
  CHECK(NotedOrWarned("The mill is sold\n\n" + std::string(kEnglishBody) +
                      "\nSubscribe to our newsletter. “We never sleep while the news is out.”\n") ==
        0);
}

TEST_CASE("where a straight mark is missing the marks tell of no quote") {
  CHECK(
      NotedOrWarned(English("\"We grind in winter and sleep, said Ida Moe, who grinds. \"We sleep "
                            "in summer.\"")) == 0);
}

TEST_CASE("marks of all kinds make a quote that is nobody's, and a sign or a signature none") {
  for (const char* quote : {"'You could hear the water in the walls all night.'",
                            "\"You could hear the water in the walls all night.\"",
                            "“It was the loudest wheel in the valley. We slept in the barn.”"}) {
    INFO(quote);
    CHECK(Warned(English(kPlain + quote)).size() == 1);
  }
  CHECK(Warned(English(kPlain + "The sign at the gate reads: “Keep out of the water.”")).empty());
  CHECK(Warned(English(kPlain + "“You could hear it all night.”\n\n— Ida Moe, miller")).empty());
  CHECK(
      Warned(French("Pour Ida Moe, « on entendait l'eau dans les murs toute la nuit ».")).empty());
}

TEST_CASE("who asks for something beside a quote has not spoken it") {
  CHECK(NotedOrWarned(English("The hall was full. “We could hear the wheel from the weir.” The "
                              "mayor, Ida Moe, asked for quiet.")) == 1);
  CHECK(NotedOrWarned(English("The hall was full. “Could you hear the wheel from there?” the "
                              "mayor, Ida Moe, asked for the third time.")) == 0);
}

TEST_CASE("a verb before its subject inside the marks says who speaks, whatever the verb") {
  for (const char* tag :
       {"ronchonne-t-elle", "se rengorge-t-il", "ironise-t-on en riant", "a-t-elle soupiré"}) {
    INFO(tag);
    CHECK(NotedOrWarned(French("Le moulin est vide.\n\n« C'est un vieux moulin, " +
                               std::string(tag) + ", mais il moud encore. »")) == 0);
  }
  CHECK(Warned(French("Le moulin est vide.\n\n« Ce vieux moulin, moudra-t-il encore ? »")).size() ==
        1);
}

TEST_CASE("a quote of several paragraphs behind the only person named is theirs") {
  const std::string quote =
      "\n\n« On l'a acheté pour la vue sur le barrage.\n\n« On l'a gardé pour le bruit. »";
  CHECK(NotedOrWarned(French("Le moulin était à Ida Moe. Elle a 62 ans." + quote)) == 0);
  CHECK(Warned(French("Le moulin date de 1911. Il est vide." + quote)).size() == 1);
  CHECK(NotedOrWarned(French("Ida Moe et Jon Foss ont fermé le moulin." + quote)) == 1);
}

TEST_CASE("a sentence about the author of the words says who spoke") {
  CHECK(NotedOrWarned(French("« Qui a donc arrêté la roue ? » L'auteur de la pique, le meunier Jon "
                             "Foss, a souri.")) == 0);
  CHECK(NotedOrWarned(English("“Who has stopped that wheel of ours?” The author of the line, Jon "
                              "Foss, smiled.")) == 0);
}

TEST_CASE("a quote goes on behind the lines of a post that the page shows") {
  const std::string begun =
      "The millers said in a note: \"The wheel has turned for years.\n\n\"It has never "
      "stopped.\n\n";
  const std::string rest = "\n\n\"It grinds the flour of all the bakers in the valley.\"";
  CHECK(NotedOrWarned(English(begun + "The millers' note\n\n— Mill (@mill) 3 May 2019" + rest)) ==
        0);
  CHECK(Warned(English("The mill is old.\n\nThe wheel" + rest)).size() == 1);
}

TEST_CASE("a question that the author answers as I is the readers'") {
  const std::string question = kPlain + "“Ida, why do you still grind by hand?”\n\n";
  CHECK(NotedOrWarned(English(question + "I like the noise of the wheel.")) == 0);
  CHECK(Warned(English(question + "The wheel is loud.")).size() == 1);
}

TEST_CASE("an answer below a question, both without another word, is a note") {
  CHECK(Warned(English("“What did they say to all that?”\n\n“They said there was no form for it. "
                       "So I drew one.”"))
            .empty());
}

}  // namespace
}  // namespace stemma::testing
