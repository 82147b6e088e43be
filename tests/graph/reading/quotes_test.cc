#include "graph/reading/quotes.h"

#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

namespace stemma::testing {
namespace {

// "kind: words <- mention = name", or "… <- nobody".
std::vector<std::string> Quotes(const std::string& text, Language language = Language::kEnglish) {
  const TextParts parts = CutText(text, language);
  std::vector<std::string> told;
  for (const Quote& quote : FindQuotes(parts, language)) {
    const auto words = [&](Span span) { return text.substr(span.begin, span.end - span.begin); };
    std::string line = quote.kind == QuoteKind::kDirect  ? "direct: "
                       : quote.kind == QuoteKind::kMixed ? "mixed: "
                                                         : "indirect: ";
    line += words(quote.span) + " <- ";
    if (quote.speaker) {
      line += words(quote.speaker->span);
      line += quote.speaker->name.empty() ? "" : " = " + quote.speaker->name;
    } else {
      line += "nobody";
    }
    told.push_back(line);
  }
  return told;
}
using Lines = std::vector<std::string>;

TEST_CASE("a name may begin with the article that Arabic is written with") {
  CHECK(Quotes("“The dam will hold,” al-Hadidi told reporters.") ==
        Lines{"direct: The dam will hold, <- al-Hadidi = al-Hadidi"});
  CHECK(Quotes("“The dam will hold,” ash-Shami said.") ==
        Lines{"direct: The dam will hold, <- ash-Shami = ash-Shami"});
}

TEST_CASE("a cue and its subject stand behind the quote, in either order") {
  CHECK(Quotes("“The dam will hold,” Anna Lindqvist said.") ==
        Lines{"direct: The dam will hold, <- Anna Lindqvist = Anna Lindqvist"});
  CHECK(Quotes("“The dam will hold,” said Anna Lindqvist, who built it.") ==
        Lines{"direct: The dam will hold, <- Anna Lindqvist = Anna Lindqvist"});
  CHECK(Quotes("“The dam will hold for now,” the engineer, a veteran of floods, told reporters.") ==
        Lines{"direct: The dam will hold for now, <- the engineer"});
  CHECK(Quotes("“We saw no crack in the wall,” Rep. Ida Moe (D-Wis.) said Friday.") ==
        Lines{"direct: We saw no crack in the wall, <- Rep. Ida Moe = Ida Moe"});
}

TEST_CASE("an exclamation or a question in the quote does not end the sentence") {
  CHECK(Quotes("“Will the dam hold now?” she asked.") ==
        Lines{"direct: Will the dam hold now? <- she"});
  CHECK(Quotes("“The dam will hold!” Gen. Smith said.") ==
        Lines{"direct: The dam will hold! <- Gen. Smith = Smith"});
}

TEST_CASE("a cue and its subject stand before the quote") {
  CHECK(Quotes("Mayor Nils Holm told the council: “We were never warned.”") ==
        Lines{"direct: We were never warned. <- Mayor Nils Holm = Nils Holm"});
  CHECK(Quotes("Holm said that the report was “a work of pure fiction” and left.") ==
        Lines{"mixed: a work of pure fiction <- Holm = Holm"});
  CHECK(Quotes("According to the engineer, the wall was “as thin as paper” there.") ==
        Lines{"mixed: as thin as paper <- the engineer"});
}

TEST_CASE("what is only reported does not speak") {
  CHECK(Quotes("She says it shows that Holm is “not fit to lead the town.”") ==
        Lines{"mixed: not fit to lead the town. <- She"});
}

TEST_CASE("who is warned or told does not speak, and a dash announces as a colon does") {
  CHECK(Quotes("According to the report, the county was warned twice before the flood.") ==
        Lines{"indirect: the county was warned twice before the flood <- the report"});
  CHECK(Quotes("PORT ELLIS — “We knew it,” Ida Moe said.") ==
        Lines{"direct: We knew it, <- Ida Moe = Ida Moe"});
}

TEST_CASE("a quote that its cue splits has one speaker") {
  CHECK(Quotes("“The dam,” said Ida Moe, “will hold for a hundred years.”") ==
        Lines{"direct: The dam, <- Ida Moe = Ida Moe",
              "direct: will hold for a hundred years. <- Ida Moe = Ida Moe"});
}

TEST_CASE("a quote of several paragraphs is one") {
  CHECK(Quotes("“We were never warned,” Ida Moe said. “Nobody came here.\n\n"
               "“Nobody called either.”\n\nRain fell.") ==
        Lines{"direct: We were never warned, <- Ida Moe = Ida Moe",
              "direct: Nobody came here.\n\n“Nobody called either. <- Ida Moe = Ida Moe"});
}

TEST_CASE("a mark without a partner spoils only its paragraph") {
  CHECK(Quotes("“We were never warned about it, she said.\n\nRain fell.\n\n"
               "“Nobody came here,” Nils Holm said.")
            .back() == "direct: Nobody came here, <- Nils Holm = Nils Holm");
  CHECK(Quotes("We were never warned,” she said. “Nobody came here,” Nils Holm said.").back() ==
        "direct: Nobody came here, <- Nils Holm = Nils Holm");
}

TEST_CASE("feet, inches, years and possessives are no quotes") {
  CHECK(Quotes("He is 6' 2\" tall and grew up in the '90s near the workers' hall.").empty());
  CHECK(Quotes("The 12\" pipe and the 14\" pipe broke.").empty());
}

TEST_CASE("a quote in a quote belongs to the outer one") {
  CHECK(Quotes("“He told me ‘the dam will hold’ and left,” Ida Moe said.") ==
        Lines{"direct: He told me ‘the dam will hold’ and left, <- Ida Moe = Ida Moe"});
  CHECK(Quotes("Ida Moe said: “They wrote “all is well” on the wall of the dam.”").size() == 1);
}

TEST_CASE("scare quotes of a few words are kept, and titles have no speaker") {
  CHECK(Quotes("The “experts” left early.") == Lines{"mixed: experts <- nobody"});
  CHECK(Quotes("She wrote “The Water and the Wall” in 1990.") ==
        Lines{"mixed: The Water and the Wall <- nobody"});
}

TEST_CASE("single marks quote in a headline") {
  CHECK(Quotes("Mayor: 'we were never warned'") == Lines{"mixed: we were never warned <- nobody"});
  CHECK(Quotes("Families ‘sleeping in ditches’ as the camp fills") ==
        Lines{"mixed: sleeping in ditches <- nobody"});
  CHECK(Quotes("A ‘day for the workers’ choir’ was held") ==
        Lines{"mixed: day for the workers’ choir <- nobody"});
}

TEST_CASE("a signature behind a dash speaks, and so does a label") {
  CHECK(Quotes("“It was the worst flood of my life.” ― Ida Moe") ==
        Lines{"direct: It was the worst flood of my life. <- Ida Moe = Ida Moe"});
  CHECK(Quotes("\"MOE: The water came at night.\n\n\"HOLM: Nobody was warned.\"") ==
        Lines{"direct: MOE: The water came at night. <- MOE = MOE",
              "direct: HOLM: Nobody was warned. <- HOLM = HOLM"});
}

TEST_CASE("the lines of a transcript are speech without marks, and a heading is none") {
  CHECK(Quotes("MOE: The water came at night.\n\nNILS HOLM: Nobody in town was warned.") ==
        Lines{"indirect: The water came at night. <- MOE = MOE",
              "indirect: Nobody in town was warned. <- NILS HOLM = NILS HOLM"});
  CHECK(Quotes("WARNING: The water came at night.").empty());
}

TEST_CASE("documents speak") {
  CHECK(Quotes("“The wall was never inspected,” the report says.") ==
        Lines{"direct: The wall was never inspected, <- the report"});
}

TEST_CASE("pronouns stand for the latest speaker who may be meant") {
  CHECK(Quotes("“Nobody came here,” said spokeswoman Ida Moe.\n\n"
               "“We are ready now,” Mr. Holm said.\n\n“It was a long night,” she added.")
            .back() == "direct: It was a long night, <- she = Ida Moe");
}

TEST_CASE("a last name stands for the one full name before it") {
  CHECK(Quotes("Ida Moe came late.\n\n“Nobody called me,” Moe said.").back() ==
        "direct: Nobody called me, <- Moe = Ida Moe");
  CHECK(Quotes("Ida Moe met Nils Moe.\n\n“Nobody called me,” Moe said.").back() ==
        "direct: Nobody called me, <- Moe = Moe");
}

TEST_CASE("indirect speech of the sure patterns") {
  CHECK(Quotes("The minister said that the dam would hold until spring.") ==
        Lines{"indirect: that the dam would hold until spring <- The minister"});
  CHECK(Quotes("The dam would hold until spring, engineers said on Monday.") ==
        Lines{"indirect: The dam would hold until spring <- engineers"});
  CHECK(Quotes("The dam would hold until spring, according to Ida Moe.") ==
        Lines{"indirect: The dam would hold until spring <- Ida Moe = Ida Moe"});
  CHECK(Quotes("The dam held until spring and nobody was hurt.").empty());
}

TEST_CASE("French quotes: guillemets with spaces, and a cue inside or in the middle") {
  const auto french = [](const std::string& text) { return Quotes(text, Language::kFrench); };
  CHECK(french("« Le barrage tiendra », a déclaré Anne Legrand.") ==
        Lines{"direct: Le barrage tiendra <- Anne Legrand = Anne Legrand"});
  CHECK(french("« Le barrage, a-t-il dit, tiendra jusqu’au printemps. »") ==
        Lines{"direct: Le barrage, a-t-il dit, tiendra jusqu’au printemps. <- il"});
  CHECK(french("« Le barrage, a ajouté la ministre Anne Legrand, tiendra longtemps. »") ==
        Lines{"direct: Le barrage, a ajouté la ministre Anne Legrand, tiendra longtemps. <- "
              "la ministre Anne Legrand = Anne Legrand"});
  CHECK(french("« Paul, qui a dit cela, partira bientôt », a déclaré Anne Legrand.") ==
        Lines{"direct: Paul, qui a dit cela, partira bientôt <- Anne Legrand = Anne Legrand"});
  CHECK(french("« Personne ne nous a prévenus », a-t-elle dit.") ==
        Lines{"direct: Personne ne nous a prévenus <- elle"});
  CHECK(french("Selon le ministre, le mur était « mince comme du papier » par endroits.") ==
        Lines{"mixed: mince comme du papier <- le ministre"});
  CHECK(french("Le ministre a affirmé que le barrage tiendrait jusqu’au printemps.") ==
        Lines{"indirect: que le barrage tiendrait jusqu’au printemps <- Le ministre"});
}

TEST_CASE("quotes of other languages are found, and nobody is guessed to speak") {
  CHECK(Quotes("„Der Damm wird halten“, sagte Anna Lind.", Language::kOther) ==
        Lines{"direct: Der Damm wird halten <- nobody"});
}

TEST_CASE("texts of nothing but marks, and endless ones, take linear time") {
  for (const std::string unit : {"\"", "“", "'", "‘", "« ", "“a” said ", "said “a ", "X, ",
                                 "also said ", "was called by ", "A “b,” and c, "}) {
    std::string text;
    while (text.size() < 2'000'000) {
      text += unit;
    }
    INFO(unit);
    CHECK(Quotes(text).size() <= text.size());
  }
}

}  // namespace
}  // namespace stemma::testing
