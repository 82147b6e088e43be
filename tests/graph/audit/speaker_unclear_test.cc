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
        "\"he said\" names nobody: the last man named, Paul Hart, stands 4 lines above");
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

TEST_CASE("names and roles are not looked at, nor other languages") {
  CHECK(Unclear(English(kOther + "“It turns,” a spokeswoman said.\n\nA miller said so too.\n"))
            .empty());
  CHECK(Unclear("Die Mühle ist verkauft und sie steht an dem Fluss.\n\n„Sie dreht sich“, sagte "
                "er.\n")
            .empty());
}

const std::string kHeSaid = "\n\n“The soup was cold,” he said.\n";
const std::string kSheSaid = "\n\n“The soup was cold,” she said.\n";
const std::string kIlDit = "\n\n« La soupe était froide », a-t-il dit.\n";
const std::string kElleDit = "\n\n« La soupe était froide », a-t-elle dit.\n";

TEST_CASE("he said is unclear where one sentence names two men, by whatever titles") {
  for (const char* before : {
           "Ministers Anton Verek and Idriss Oulad signed the paper in the hall.",
           "Judges Tom Reed and Paul Hart opened the box on Monday.",
           "The bakers Tom Reed and Paul Hart opened the box on Monday.",
           "Tom Reed and Paul Hart walked to the weir on Monday.",
           "The mayor, Tom Reed, and the governor, Paul Hart, walked to the weir.",
           "Brothers Tom and Paul Hart walked to the weir.",
           "Mayor Tom Reed and Governor Paul Hart walked to the weir.",
           "Mr. Reed and Mr. Hart walked to the weir.",
           "Tom Reed, who is 61, and the governor, Paul Hart, walked to the weir.",
           "The mayor and the governor walked to the weir.",
           "Two men, Tom Reed and Paul Hart, were pulled out of the river.",
           "Tom Reed sat beside Paul Hart in the first row.",
           "The coach, Ravi Anand, and the captain, Joss Kerr, watched from the stand.",
       }) {
    INFO(before);
    CHECK(Unclear(English(before + kHeSaid)).size() == 1);
  }
  for (const char* before : {
           "Son frère, Étienne Lobel, et le notaire, Guillaume Mabit, l’ont menée au barrage.",
           "Les ministres Anton Verek et Idriss Oulad ont signé le papier.",
           "Les frères Luc et Marc Faure ont marché jusqu'au barrage.",
           "MM. Didier et Faure ont marché jusqu'au barrage.",
           "Le maire et le préfet ont marché jusqu'au barrage.",
           "Marc Didier et Luc Faure ont marché jusqu'au barrage.",
           "Le maire, Antonin Bel, et son adjoint, Luc Faure, ont marché jusqu'au barrage.",
       }) {
    INFO(before);
    CHECK(Unclear(French(before + kIlDit)).size() == 1);
  }
}

TEST_CASE("she said is unclear where one sentence names two women") {
  for (const char* before : {
           "Mary Reed and Anna Hart walked to the weir.",
           "The miller, Clemency Pell, met the nurse who had bought it, Harriet Roe, at the weir.",
       }) {
    INFO(before);
    CHECK(Unclear(English(before + kSheSaid)).size() == 1);
  }
  for (const char* before : {
           "Jeanne Didier et Lucie Faure ont marché jusqu'au barrage.",
       }) {
    INFO(before);
    CHECK(Unclear(French(before + kElleDit)).size() == 1);
  }
}

TEST_CASE("he said far below the last man is unclear whatever the paragraphs between tell") {
  for (const char* before : {
           "“It turns,” Paul Hart told reporters.\n\nThe wheel was built in 1911. It carries eight "
           "sacks a day.",
           "“It turns,” Paul Hart told reporters.\n\nBoth wheels stood still. Seven are broken, "
           "and one was sold in March.\n\nThe wheel was built in 1911. It carries eight sacks a "
           "day.",
           "“It turns,” Paul Hart told reporters, and Tom Reed nodded.\n\nThe wheel was built in "
           "1911. It carries eight sacks a day.\n\nThe wheel was built in 1911. It carries eight "
           "sacks a day.",
       }) {
    INFO(before);
    CHECK(Unclear(English(before + kHeSaid)).size() == 1);
  }
  for (const char* before : {
           "« Elle tourne », a déclaré Paul Hart.\n\nLa roue date de 1911. Elle porte huit sacs "
           "par jour.",
           "« Elle tourne », a déclaré Paul Hart.\n\nLes gendarmes ont fermé le pont.\n\nLa roue "
           "date de 1911. Elle porte huit sacs par jour.",
       }) {
    INFO(before);
    CHECK(Unclear(French(before + kIlDit)).size() == 1);
  }
}

TEST_CASE("a verb that is none of speech makes a pronoun no clearer") {
  CHECK(Unclear(French("Marc Didier et Luc Faure ont marché jusqu'au barrage.\n\n« La soupe était "
                       "froide », a-t-il grogné.\n"))
            .size() == 1);
  CHECK(Unclear(English("Tom Reed and Paul Hart walked to the weir.\n\n“The soup was cold,” he "
                        "grunted.\n"))
            .size() == 1);
}

TEST_CASE(
    "he said is clear where one man is near, by name, kin, trade, age or place, or one does more") {
  for (const char* before : {
           "Tom Reed read a poem by Paul Hart to the children.",
           "Tom Reed opened the exhibition about Paul Hart.",
           "Tom Reed, the son of Paul Hart, opened the gate.",
           "Tom Reed, who replaced Paul Hart in May, opened the gate.",
           "Tom Reed and his wife, Anna Reed, opened the gate.",
           "Tom Reed and Anna Hart opened the gate.",
           "Ministers Milena Zoric and Anton Verek signed the paper in the hall.",
           "Tom Reed said that Paul Hart was fine.",
           "Tom Reed came with the midwife, Grace Pell.",
           "Tom Reed met Hanna Berg at the weir. He was late.",
           "The mayor and his wife opened the gate.",
           "The singer's brother opened the gate.",
           "His grandson, Loïck, baked all night.",
           "Her neighbour, Corwin, baked all night.",
           "Corwin, 23, baked all night.",
           "The stepfather of the girl baked all night.",
           "The 43-year-old lives below the mill.",
           "The Frenchman won in two sets.",
           "The goalkeeper was hurt in the first half.",
           "A man in a red coat stood at the gate.",
           "The veteran stood at the gate.",
           "The tower of Paul Hart was sold. The Brazilian bought it.",
           "The lute maker has a shop behind the mill.",
           "The lock keeper has a house behind the mill.",
           "One grandfather stood at the gate.",
           "Tom Reed beat the champion, Anna Hart, in two sets.",
           "The beekeeper lives behind the mill.",
           "The accused stood up in the dock.",
           "The mayor and the council walked to the weir.",
           "Tom Reed lives at Paul Hart House.",
           "Tom Reed works for the Paul Hart Foundation.",
           "Tom Reed beat Anna Hart. He won in two sets.",
           "Tom Reed waited for Paul Hart at the gate, he was told.",
           "Tom Reed won the Paul Hart Prize.",
           "Tom Reed will play against Paul Hart on Friday.",
           "Tom Reed lives with the ghost of Paul Hart.",
           "Tom Reed is the mayor. Paul Hart said the mill was fine.",
           "Tom Reed was born in Port Selwyn and works in Saint Paul.",
           "Tom Reed and his dog, Oscar, walked to the weir.",
           "Tom Reed, of the firm Reed and Hart, walked to the weir.",
           "Tom Reed plays Paul Hart in the film.",
           "The photographer and the film were both late.",
           "Tom Reed sold the mill to Reed Brothers.",
           "Tom Reed, who lives in Hart Street, walked to the weir.",
           "Tom Reed has written to the King and to Parliament.",
           "Mr. Reed, the miller, walked to the weir.",
           "Tom Reed, the captain, met the nurse, Anna Hart.",
       }) {
    INFO(before);
    CHECK(Unclear(English(before + kHeSaid)).empty());
  }
  for (const char* before : {
           "Son petit-fils, Loïck, a passé la nuit au four.",
           "Son petit-fils a passé la nuit au four.",
           "Son beau-frère a passé la nuit au four.",
           "Loïck, 23 ans, a passé la nuit au four.",
           "Le quinquagénaire habite sous le moulin.",
           "Le trentenaire habite sous le moulin.",
           "Le jeune homme habite sous le moulin.",
           "Le Lillois a gagné en deux sets.",
           "Le gardien de but a été blessé.",
           "L'octogénaire habite sous le moulin.",
           "L'ancien notaire habite sous le moulin.",
           "Marc Didier a lu un poème de Paul Ferrand.",
           "Marc Didier et sa femme, Anne Didier, ont ouvert la porte.",
           "Marc Didier, qui a succédé à Luc Faure, a ouvert la porte.",
           "Marc Didier et Jeanne Faure ont ouvert la porte.",
           "Les ministres Milena Zoric et Anton Verek ont signé le papier.",
           "Le luthier a une boutique derrière le moulin.",
           "L'apiculteur a une boutique derrière le moulin.",
           "Le chauffeur de taxi a tout vu.",
           "Le sexagénaire a tout vu.",
           "Un badaud a tout vu.",
           "Le mis en cause a tout vu.",
           "Le champion a tout vu.",
           "L'intéressé a tout vu.",
           "Marc Didier a battu Jeanne Faure.",
           "Marc Didier a rendu hommage à sa mère. Il a quitté la salle.",
           "Marc Didier habite rue Paul Ferrand.",
           "Marc Didier joue Luc Faure dans le film.",
           "Marc Didier et la maire ont ouvert la porte.",
           "Marc Didier a lu le livre de Luc Faure sur les moulins.",
           "Marc Didier et son chien Oscar ont ouvert la porte.",
           "Le maire et la préfète ont ouvert la porte.",
           "Marc Didier, fils de Luc Didier, a ouvert la porte.",
           "Marc Didier a étudié au lycée Paul Ferrand.",
           "La statue de Luc Faure a été déplacée par Marc Didier.",
       }) {
    INFO(before);
    CHECK(Unclear(French(before + kIlDit)).empty());
  }
}

TEST_CASE("a verb that finds is no report, and one that judges is") {
  CHECK(Unclear(English("Divers found the brothers, Tom Reed and Ben Holt, at dawn." + kHeSaid))
            .size() == 1);
  CHECK(Unclear(English("Tom Reed criticized the miller, Ben Holt, on Monday." + kHeSaid)).empty());
}

TEST_CASE("X and his brother are two, and X and his dog one") {
  CHECK(Unclear(English("Tom Reed and his brother, Paul Hart, slept at the weir." + kHeSaid))
            .size() == 1);
  CHECK(Unclear(English("Tom Reed and his dog, Oscar, slept at the weir." + kHeSaid)).empty());
  CHECK(Unclear(French("Marc Didier et son épouse, Léa, ont dormi au barrage." + kIlDit)).empty());
}

TEST_CASE("he said is unclear behind words for both of two men, however far their names stand") {
  const std::string two = "Tom Reed, a miller, rents the barn.\n\nBen Holt, a baker, owns it. ";
  for (const char* both : {
           "The two men dined at the weir for three hours.",
           "Both men were at the weir until three.",
           "Both were at the weir until three.",
           "The two had dined at the weir.",
           "The pair dined at the weir for three hours.",
           "On Friday the two neighbours dined at the weir.",
       }) {
    INFO(both);
    CHECK(Unclear(English(two + both + kHeSaid)) == Found{"he | Tom Reed"});
    CHECK(Unclear(English(two + "\n\n" + both + kHeSaid)) == Found{"he | Tom Reed"});
  }
  const std::string deux = "Marc Didier loue la grange.\n\nLuc Faure la possède depuis sept. ";
  for (const char* both : {
           "Les deux hommes ont dîné au barrage.",
           "L'un et l'autre ont dîné au barrage.",
           "Tous deux ont dîné au barrage.",
           "Tous les deux ont dîné au barrage.",
           "Les deux voisins ont dîné au barrage.",
       }) {
    INFO(both);
    CHECK(Unclear(French(deux + both + kIlDit)) == Found{"il | Marc Didier"});
  }
  CHECK(
      Unclear(French("Anne Didier loue la grange.\n\nLucie Faure la possède. Toutes deux ont dîné "
                     "au barrage." +
                     kElleDit)) == Found{"elle | Anne Didier"});
  CHECK(Unclear(French(deux + "Les deux hommes ont dîné au barrage.\n\n« La soupe était froide », "
                              "a-t-il soupiré.\n")) == Found{"il | Marc Didier"});
}

TEST_CASE("words for both make nothing unclear where one of them fits, or one stands alone there") {
  const std::string two = "Tom Reed, a miller, rents the barn.\n\nBen Holt, a baker, owns it. ";
  const std::string mixed = "Anna Reed, a miller, rents the barn.\n\nBen Holt, a baker, owns it. ";
  CHECK(Unclear(English(mixed + "The two had dined at the weir." + kHeSaid)).empty());
  CHECK(Unclear(English(two + "The two women dined at the weir." + kHeSaid)).empty());
  CHECK(Unclear(English(two + "The two wheels stood still." + kHeSaid)).empty());
  CHECK(Unclear(English(two + "Both wheels stood still." + kHeSaid)).empty());
  CHECK(Unclear(English(two + "The two men dined at the weir. Holt was late." + kHeSaid)).empty());
  CHECK(Unclear(English(two + "Holt dined there when the two men met." + kHeSaid)).empty());
  CHECK(Unclear(English("Tom Reed is a miller. He met Ben Holt in May. He liked him. The two men "
                        "rent a barn." +
                        kHeSaid))
            .empty());
  CHECK(Unclear(English("Tom Reed rents the barn. The two men dined there." + kHeSaid)).empty());
}

TEST_CASE("who is only pictured is no antecedent, unless no other man is named") {
  CHECK(Unclear(English("“It turns,” Paul Hart told reporters.\n\n" + kOther +
                        "The hall has a portrait of the founder, Ben Holt." + kHeSaid)) ==
        Found{"he | Paul Hart"});
  CHECK(Unclear(French("« Elle tourne », a déclaré Paul Hart.\n\n" + kAutre +
                       "La salle a un buste du fondateur, Luc Faure." + kIlDit)) ==
        Found{"il | Paul Hart"});
  CHECK(Unclear(English("The hall has a portrait of the founder, Ben Holt." + kHeSaid)).empty());
}

TEST_CASE("lui is to whom it is said, and a person to whom something is given") {
  CHECK(Unclear(French("Anne Didier a vendu la grange.\n\n" + kAutre +
                       "Elle répète, sans qu'on le lui demande : « La soupe était froide. »\n"))
            .empty());
  CHECK(Unclear(French("Anne Didier a vendu la grange.\n\nL'affaire commence par un don que "
                       "personne ne lui avait promis. Elle en avait tiré trois tonneaux." +
                       kElleDit))
            .empty());
}

TEST_CASE("a verb of speech with an object alone is no report") {
  CHECK(
      Unclear(French("Le meunier, Marc Didier, et le boulanger, Luc Faure, avaient fait la route." +
                     kIlDit))
          .size() == 1);
  CHECK(Unclear(French("Le meunier, Marc Didier, et le boulanger, Luc Faure, ont fait valoir que "
                       "l'eau montait." +
                       kIlDit))
            .empty());
}

TEST_CASE("given names of men may end as women's do, and of women as men's") {
  CHECK(Unclear(English("Kwabena Tull and Mustafa Roe leased the weir." + kHeSaid)).size() == 1);
  CHECK(Unclear(English("Marisol Tull and Yuko Roe leased the weir." + kSheSaid)).size() == 1);
  CHECK(Unclear(English("Marisol Tull and Tom Roe leased the weir." + kHeSaid)).empty());
}

TEST_CASE("neither man, each woman: words for both of two") {
  CHECK(Unclear(English("Tom Reed faced Ben Holt at the weir. Neither man sat down." + kHeSaid))
            .size() == 1);
  CHECK(Unclear(English("Ann Reed faced Mary Holt at the weir. Each woman had a stick." + kSheSaid))
            .size() == 1);
}

TEST_CASE("who did something long ago is no antecedent") {
  const std::string hart = "“It turns,” Paul Hart told reporters.\n\n" + kOther;
  CHECK(Unclear(English(hart + "The weir was laid in 1890 by Ben Holt." + kHeSaid)) ==
        Found{"he | Paul Hart"});
  CHECK(Unclear(English(hart + "The weir was laid by a brewer in 1890." + kHeSaid)) ==
        Found{"he | Paul Hart"});
  CHECK(Unclear(English(hart + "The weir was laid in 1990 by Ben Holt." + kHeSaid)).empty());
  CHECK(Unclear(English(hart + "Ben Holt bought the weir, laid in 1890." + kHeSaid)).empty());
  CHECK(Unclear(French("« Elle tourne », a déclaré Paul Hart.\n\n" + kAutre +
                       "Le barrage a été construit en 1890 par un brasseur." + kIlDit)) ==
        Found{"il | Paul Hart"});
}

TEST_CASE("a French noun with a woman's ending is no antecedent of il") {
  CHECK(Unclear(French("« Elle tourne », a déclaré Paul Hart.\n\n" + kAutre +
                       "L'infirmière du bourg a fermé sa porte." + kIlDit)) ==
        Found{"il | Paul Hart"});
}

TEST_CASE("a pronoun far below is unclear behind a verb that is none of speech too") {
  CHECK(Unclear(French("« Elle tourne », a déclaré Paul Hart.\n\n" + kAutre +
                       "« La soupe était froide », a-t-il grogné.\n")) == Found{"il | Paul Hart"});
  CHECK(Unclear(French("Le meunier est venu.\n\n« La soupe était froide », a-t-il grogné.\n"))
            .empty());
}

TEST_CASE("to write a song reports nothing, and whom something is had from is beside") {
  CHECK(Unclear(English("Tom Reed and Paul Hart wrote the song of the weir." + kHeSaid)).size() ==
        1);
  CHECK(Unclear(English("Tom Reed wrote that Paul Hart had left." + kHeSaid)).empty());
  CHECK(Unclear(English("Tom Reed bought the weir from Paul Hart." + kHeSaid)).empty());
  CHECK(Unclear(French("Marc Didier a dîné à côté de Luc Faure." + kIlDit)).size() == 1);
}

TEST_CASE("of two who each told something, none goes on in the next paragraph") {
  const std::string reed = "Miller Tom Reed told the court that the weir was open. ";
  CHECK(Unclear(English(reed + "Baker Ben Holt told it that he had no key." + kHeSaid)) ==
        Found{"he | Tom Reed"});
  CHECK(Unclear(English(reed + "Baker Ann Holt told it that she had no key." + kHeSaid)).empty());
  CHECK(Unclear(English(reed + "Reed told it that he had no key." + kHeSaid)).empty());
  CHECK(Unclear(English(reed + "Baker Ben Holt told it that he had no key. “The soup was cold,” he "
                               "said.\n"))
            .empty());
  CHECK(Unclear(English("Tom Reed said the weir was open. Ben Holt said it was not." + kHeSaid))
            .empty());
}

TEST_CASE(
    "behind a verb that is none of speech, a pronoun is unclear from afar only below a name") {
  CHECK(Unclear(French(kAutre + "« La soupe était froide », grogne-t-il.\n")).empty());
  CHECK(Unclear(French("« Elle tourne », a déclaré Paul Hart.\n\n" + kAutre +
                       "« La soupe était froide », grogne-t-il.\n")) == Found{"il | Paul Hart"});
  CHECK(Unclear(French("« Elle tourne », a déclaré Anne Hart.\n\nUne passagère est montée.\n\n"
                       "« La soupe était froide », grogne-t-elle.\n"))
            .empty());
}

TEST_CASE("a woman named in the paragraph behind does not explain he") {
  const std::string told = "“It turns,” is all that Bron Achter could say.\n\n" + kOther;
  CHECK(Unclear(English(told + "“The soup was cold,” he said.\n\nAnn Holt came to see it.\n")) ==
        Found{"he | Bron Achter"});
  CHECK(Unclear(English(kOther + "“The soup was cold,” he said.\n\nPaul Hart came to see it.\n"))
            .empty());
}

const std::string kTwoArgued = "The miller, Tom Reed, and his rival, Paul Hart, argued over a key.";
const std::string kSoHeSaid = "\n\nThe weir should have been opened in May, he said.\n";

TEST_CASE("reported speech that ends with he said is unclear where two are the subject before it") {
  CHECK(Unclear(English(kTwoArgued + kSoHeSaid)) == Found{"he | Tom Reed"});
  CHECK(Unclear(English(kTwoArgued + " The weir had been dry, he told the parish on Monday.\n")) ==
        Found{"he | Tom Reed"});
  CHECK(Unclear(English(kTwoArgued + " The weir had been dry, said he, and the key was lost.\n")) ==
        Found{"he | Tom Reed"});
  CHECK(Unclear(English(kTwoArgued + " He had never seen the key, he said.\n")).size() == 1);
  CHECK(Unclear(French("Le meunier, Luc Faure, et le boulanger, Marc Didier, ont compté les "
                       "sacs.\n\nLa roue est à bout de souffle, a-t-il résumé.\n")) ==
        Found{"il | Luc Faure"});
  CHECK(Unclear(French("Luc Faure et Marc Didier ont compté les sacs. La roue est à bout de "
                       "souffle, dit-il.\n"))
            .size() == 1);
  CHECK(Unclear(French("Luc Faure et Marc Didier ont compté les sacs. La roue est à bout de "
                       "souffle, selon lui.\n"))
            .size() == 1);
}

TEST_CASE("reported speech goes on from the one subject before it, and from who has spoken") {
  CHECK(Unclear(English("Tom Reed thanked Paul Hart." + kSoHeSaid)).empty());
  CHECK(Unclear(English("The mayor thanked Tom Reed and Paul Hart." + kSoHeSaid)).empty());
  CHECK(Unclear(English(kTwoArgued + " Reed had lost it in May." + kSoHeSaid)).empty());
  CHECK(Unclear(English("His friends Tom Reed and Paul Hart argued over a key." + kSoHeSaid))
            .empty());
  CHECK(Unclear(English("Tom Reed and Mary Hart argued over a key." + kSoHeSaid)).empty());
  CHECK(Unclear(English("Ben Holt said the weir was dry. " + kTwoArgued + kSoHeSaid)).empty());
  CHECK(Unclear(English("Tom Reed and Paul Hart said the weir was dry." + kSoHeSaid)).empty());
  CHECK(
      Unclear(English("Ben Holt said the weir was dry.\n\nTom Reed and Paul Hart were arrested on "
                      "Monday." +
                      kSoHeSaid))
          .empty());
  CHECK(Unclear(French("Luc Faure a remercié Marc Didier. La roue est à bout, a-t-il dit.\n"))
            .empty());
}

TEST_CASE("of two who met, the pronoun tells nothing once something else was spoken of") {
  const std::string met = "Tom Reed met Paul Hart at noon.";
  CHECK(Unclear(English(met + " The talks lasted two hours. The weir was dry, he said.\n")) ==
        Found{"he | Tom Reed"});
  CHECK(Unclear(English(met + " The weir was dry and had been, he said.\n")).empty());
}

TEST_CASE("reported speech that ends with he said is unclear far below who could speak") {
  const std::string hart = "“It turns,” Paul Hart told reporters.\n\n";
  const std::string weir = "The weir is dry. The key has been lost.\n\n";
  CHECK(Unclear(English(hart + kOther + weir + "It could take a month to mend, he said.\n")) ==
        Found{"he | Paul Hart"});
  CHECK(Unclear(English(hart + kOther + weir + "He took it for a joke, he said.\n")) ==
        Found{"he | Paul Hart"});
  CHECK(Unclear(English(hart + kOther + "It could take a month to mend, he said.\n")).empty());
  CHECK(Unclear(French(
            "« Elle tourne », a déclaré Paul Hart.\n\n" + kAutre +
            "Le barrage est à sec.\n\nElle tournait à vide et sans bruit, a-t-il répété.\n")) ==
        Found{"il | Paul Hart"});
}

TEST_CASE("a pronoun that speaks of something, or amid a clause, ends no reported speech") {
  CHECK(
      Unclear(English(kTwoArgued + " After the vote in May, he told reporters of it.\n")).empty());
  CHECK(Unclear(English(kTwoArgued + " The weir, old as it is, he said, had been dry.\n")).empty());
  CHECK(Unclear(English(kTwoArgued + " In the dry month of May, he said the weir was shut.\n"))
            .empty());
}

TEST_CASE("whoever sends him something is another, and a name may follow where one is from") {
  CHECK(Unclear(English("Jorin Quill came. Quill has sent him a key.\n\n“It turns,” she said.\n"))
            .empty());
  CHECK(Unclear(English("Tom Reed and the Belgian Jorin Moens raced to the weir." + kSoHeSaid)) ==
        Found{"he | Tom Reed"});
}

TEST_CASE("of two of whom the text goes on to speak as they, he may be either") {
  CHECK(Unclear(English("Tom Reed is 74, Paul Hart 71. They rake the race and do not speak.\n\n"
                        "“It turns,” he said.\n")) == Found{"he | Tom Reed"});
  CHECK(Unclear(French("Tom Reed a 74 ans, Yvon Le Dantec 71. Ils tiennent la roue. Ils se "
                       "taisent.\n\n« Elle tourne », dit-il.\n")) == Found{"il | Tom Reed"});
  CHECK(Unclear(English("Tom Reed is 74, Mary Hart 71. They rake the race.\n\n“It turns,” he "
                        "said.\n"))
            .empty());
}

TEST_CASE("two who are named right behind the words for both are both") {
  CHECK(Unclear(English("The two captains, Tom Reed and Selby's Paul Hart, left the field side by "
                        "side, deep in argument.\n\n“It came off the shoulder,” he said.\n")) ==
        Found{"he | Tom Reed"});
}

TEST_CASE("a last name that two bear who are only named together is unclear") {
  CHECK(Unclear(English("The mill belongs to Karl and Tom Voss, who own the weir.\n\n“It turns,” "
                        "Voss said.\n")) == Found{"Voss | Karl"});
  CHECK(Unclear(English("The mill belongs to Karl and Tom Voss, who own the weir. Tom Voss, 40, "
                        "runs it.\n\n“It turns,” Voss said.\n"))
            .empty());
}

TEST_CASE("a role is a woman's where her name follows it") {
  CHECK(Unclear(English("“It turns,” Paul Hart told reporters.\n\n" + kOther +
                        "The baker Mary Quill has forty rolls left.\n\n“It has turned for a "
                        "hundred years,” he said.\n")) == Found{"he | Paul Hart"});
}

TEST_CASE("who is introduced by a name that no list has may be meant") {
  CHECK(Unclear(French("« Elle tourne », explique le meunier Dzordan Kragh, qui la possède.\n\n" +
                       kAutre + "« Elle tournait déjà, raconte-t-il, avant la guerre. »\n"))
            .empty());
}

}  // namespace
}  // namespace stemma::testing
