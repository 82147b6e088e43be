#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

Found English(const std::string& text) {
  return FoundIn(CheckVagueSources, kEnglishBody + ("\n" + text));
}

Found French(const std::string& text) {
  return FoundIn(CheckVagueSources, kFrenchBody + ("\n" + text));
}

TEST_CASE("sourcing that names nobody is noted") {
  CHECK(English("The mill will be sold, according to some media.\n") == Found{"some media"});
  CHECK(English("Sources said the mill was sold.\n") == Found{"Sources"});
  CHECK(English("Memos published by 12 media outlets show that the mill was sold.\n") ==
        Found{"12 media outlets"});
  CHECK(English("Observers say the mill was sold too cheaply.\n") == Found{"Observers"});
  CHECK(English("It is believed that the mill was sold.\n") == Found{"It is believed"});
  CHECK(French("Selon des sources, le moulin est vendu.\n") == Found{"des sources"});
  CHECK(French("Selon certains médias, le moulin est vendu.\n") == Found{"certains médias"});
  CHECK(English("Talks were held, it was reported by 14 newspapers.\n") == Found{"14 newspapers"});
  CHECK(French("Des médias locaux rapportent que le moulin est vendu.\n") == Found{"Des médias"});
  CHECK(French("Le moulin est vendu, a-t-on appris de sources proches du dossier.\n") ==
        Found{"de sources proches"});
  CHECK(French("Il se dit que le moulin est vendu.\n") == Found{"Il se dit que"});
}

TEST_CASE("a vague source is a note, once for each place") {
  const Findings findings = FindingsIn(
      CheckVagueSources,
      ReadText(kEnglishBody + std::string("\nThe mill was sold, media reports said.\n")));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kNote);
  CHECK(findings[0].rule == Rule::kSourceVague);
}

TEST_CASE("a headline that repeats the text's vague source is not noted beside it") {
  CHECK(FoundIn(CheckVagueSources, "Mill is sold, sources say\n\n" + std::string(kEnglishBody) +
                                       "\nThe mill is sold, three sources said on Monday.\n") ==
        Found{"three sources"});
}

TEST_CASE("vague words that somebody else speaks are not the article's sourcing") {
  CHECK(English("Moe accused “some media” of inventing the sale.\n").empty());
  CHECK(English("“Sources said that it was sold,” Ida Moe said.\n").empty());
}

TEST_CASE("experts who are named nearby, or by where they work, are not vague") {
  CHECK(English("Experts say the mill is old. “It is very old,” Ida Moe said.\n").empty());
  CHECK(English("Experts at Ashton University say the mill is old.\n").empty());
  CHECK(English("The sources of the river are dry.\n").empty());
}

TEST_CASE("what the outlet prints below its articles is not sourcing") {
  CHECK(English("Contact us: sources said the mill was sold.\n").empty());
}

TEST_CASE("phrases that credit nobody are noted in the article's own voice") {
  for (const char* sentence :
       {"The miller is understood to have sold it.", "Word has it that the mill was sold.",
        "It has been suggested that the mill was sold.",
        "The mill was sold, people familiar with the talks said.",
        "The sale followed weeks of media reports about the debts.",
        "Unconfirmed reports had put the price at three million."}) {
    INFO(sentence);
    CHECK(English(sentence + std::string("\n")).size() == 1);
  }
  for (const char* sentence :
       {"Le moulin est vendu, croit-on savoir.", "Le moulin est vendu, murmure-t-on au marché.",
        "Le moulin est vendu, dit-on.",
        "Le moulin est vendu, assure-t-on dans l’entourage du maire.",
        "Le bruit court que le moulin est vendu.", "D’aucuns assurent que le moulin est vendu.",
        "De source officielle, le moulin est vendu.", "On raconte qu’un moulin est vendu."}) {
    INFO(sentence);
    CHECK(French(sentence + std::string("\n")).size() == 1);
  }
}

TEST_CASE("a question, a place and reports that somebody made are not vague") {
  CHECK(French("Comment dit-on moulin dans cette langue ?\n").empty());
  CHECK(French("Le moulin a cent ans, dit-on au bourg.\n").empty());
  CHECK(French("Le moulin est vendu, explique-t-on à la préfecture.\n").empty());
  CHECK(
      English("The reports of the ministry and the news reports of the day were kept.\n").empty());
}

TEST_CASE("what is said in an interview is spoken, questions too") {
  const std::string questions =
      "\nPourquoi un moulin ?\n\nParce que la rivière est là.\n\nOn dit que la rivière baisse.\n\n"
      "Elle baisse, en effet, depuis trois ans.\n\nEt la relève ?\n\nIl y a ma nièce.\n";
  CHECK(French(questions).empty());
  CHECK(French("On dit que la rivière baisse.\n\nEt la relève ?\n\nIl y a une nièce.\n").size() ==
        1);
}

TEST_CASE("what is credited to a kind of people, or to hearsay, names nobody") {
  CHECK(English("Dairy insiders put the value of the mill at three million.\n") ==
        Found{"Dairy insiders"});
  CHECK(English("According to senior banking circles, the mill was sold.\n") ==
        Found{"senior banking circles"});
  CHECK(English("Reports indicate that the mill was sold.\n") == Found{"Reports"});
  CHECK(English("Diplomatic circles say that the mill was sold.\n").size() == 1);
  CHECK(English("Sources close to the owner hinted at a sale.\n") == Found{"Sources close"});
  CHECK(English("The mill was sold, according to a trade insider.\n").size() == 1);
  for (const char* sentence : {"À en croire plusieurs sources, le moulin est vendu.",
                               "À en croire la rumeur, le moulin est vendu.",
                               "Selon certaines informations, le moulin est vendu.",
                               "D’après des informations concordantes, le moulin est vendu.",
                               "Selon les milieux autorisés, le moulin est vendu.",
                               "Aux dires de certains observateurs, le moulin est vendu.",
                               "Selon la presse, Ida Moe a vendu le moulin.",
                               "Selon certains experts, Ida Moe a vendu le moulin.",
                               "De l’avis de certains experts, le moulin est vendu.",
                               "Des spécialistes redoutent que le moulin soit vendu."}) {
    INFO(sentence);
    CHECK(French(sentence + std::string("\n")).size() == 1);
  }
}

TEST_CASE("subjects that stand for nobody are noted with every verb of their class") {
  for (const char* sentence :
       {"It was widely assumed that the mill was sold.", "It had been whispered for a year.",
        "It has emerged that the mill was sold.", "The miller is said to have sold it.",
        "The sons are now reported to be in debt."}) {
    INFO(sentence);
    CHECK(English(sentence + std::string("\n")).size() == 1);
  }
  for (const char* sentence :
       {"On prétend que le moulin est vendu.", "Il se susurre que le moulin est vendu.",
        "Il a été avancé que le moulin est vendu.", "Le moulin est vendu, a-t-on appris.",
        "Le moulin est vendu, avance-t-on.", "Le moulin, paraît-il, est vendu.",
        "Aux dires de plusieurs initiés, le moulin est vendu.", "Des rumeurs évoquent une vente.",
        "Plusieurs médias font état d’une vente."}) {
    INFO(sentence);
    CHECK(French(sentence + std::string("\n")).size() == 1);
  }
}

TEST_CASE("reports that are denied, estimates, legends and who is known are not vague") {
  for (const char* sentence :
       {"Press reports that the wheel had stopped were wrong, Ida Moe said.",
        "Ida Moe denied media reports of a sale.", "The fire is thought to have begun in a sack.",
        "A white miller is said to walk here at night.",
        "The miller is said to have left at noon, police said.",
        "The mill was sold, according to the press office of the town.",
        "Experts expected to come to the mill stayed at home.",
        "The town's reports suggest that the wheel had stopped.",
        "It was suggested to the miller that he leave.", "Critics put the mill at risk.",
        "Experts put their coats on the wheel."}) {
    INFO(sentence);
    CHECK(English(sentence + std::string("\n")).empty());
  }
  for (const char* sentence :
       {"Selon des informations de la préfecture, le moulin est vendu.",
        "Selon le service de presse de la ville, le moulin est vendu.",
        "Le poids des grains varie selon les milieux.", "L’avis des experts est attendu lundi.",
        "Un conseil de presse a dit que la roue tourne.",
        "Après des informations contraires, le moulin a fermé."}) {
    INFO(sentence);
    CHECK(French(sentence + std::string("\n")).empty());
  }
}

TEST_CASE("what forecasters had expected of a result, and reports of a decade, can be looked up") {
  CHECK(English("Analysts had expected $2.10 on average.\n").empty());
  CHECK(English("Media reports from the forties speak of a wheel.\n").empty());
  CHECK(English("Newspaper reports of the 1920s speak of a wheel.\n").empty());
  CHECK(English("Analysts expect the mill to close.\n").size() == 1);
  CHECK(English("Media reports from the valley speak of a wheel.\n").size() == 1);
  CHECK(English("Media reports of 12 deaths at the mill were read aloud.\n").size() == 1);
}

TEST_CASE("talk that nobody is said to have begun is noted") {
  CHECK(English("There is talk that a heater was involved.\n") == Found{"There is talk that"});
}

TEST_CASE("outlets that are counted and not named are vague, whatever they were given") {
  CHECK(English("The files were shared with some two dozen news organisations in Europe.\n") ==
        Found{"some two dozen news organisations"});
  CHECK(English("Russian news agencies reported that the mill is sold.\n") ==
        Found{"news agencies"});
  CHECK(French("La vente a été révélée par une enquête publiée lundi par dix-sept médias "
               "européens.\n") == Found{"dix-sept médias"});
  CHECK(English("The firm sold its flour to two newspapers.\n").empty());
  CHECK(English("The files were shared with the two newspapers.\n").empty());
}

}  // namespace
}  // namespace stemma::testing
