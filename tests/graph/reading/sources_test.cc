#include <chrono>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/reading/read_text.h"

namespace stemma::testing {
namespace {

// "told the Guardian = Guardian", "cites media reports, vague", "cites The memo, document, unseen"
std::vector<std::string> SourcesOf(const std::string& text) {
  const Reading reading = ReadText(text);
  std::vector<std::string> found;
  for (const Source& source : reading.sources) {
    const char* relation = source.relation == SourceRelation::kTold          ? "told "
                           : source.relation == SourceRelation::kPublishedBy ? "published-by "
                           : source.relation == SourceRelation::kObtainedBy  ? "obtained-by "
                                                                             : "cites ";
    std::string words = relation + TextOf(reading, source.span);
    words += source.name.empty() ? "" : " = " + source.name;
    words += source.is_vague ? ", vague" : "";
    words += source.is_document ? (source.seen ? ", seen" : ", unseen") : "";
    found.push_back(words);
  }
  return found;
}

std::vector<std::string> English(const std::string& text) {
  return SourcesOf(text + " " + kEnglishBody);
}
std::vector<std::string> French(const std::string& text) {
  return SourcesOf(text + " " + kFrenchBody);
}

using Words = std::vector<std::string>;

TEST_CASE("what an outlet is told makes it a source; a court or a committee is none") {
  CHECK(English("She told the Guardian that it rained.") == Words{"told the Guardian = Guardian"});
  CHECK(English("She told AFP that it rained.") == Words{"told AFP = AFP"});
  CHECK(English("She told the Marsh Valley Herald so.") ==
        Words{"told the Marsh Valley Herald = Marsh Valley Herald"});
  CHECK(English("She told Kanal, a Danish broadcaster, so.") == Words{"told Kanal = Kanal"});
  CHECK(English("She told Ann Poe of Fox News so.") == Words{"told Fox News = Fox News"});
  CHECK(English("In an interview with the Marsh Times, she agreed.") ==
        Words{"told the Marsh Times = Marsh Times"});
  CHECK(English("She told the court, the Senate Post Office Committee and Ann Poe so.").empty());
  CHECK(English("She told the National Assembly's Foreign Affairs Committee so.").empty());
}

TEST_CASE("documents lead to who obtained and who published them") {
  CHECK(English("Documents obtained by the Federation of River Journalists and published by 17 "
                "media outlets around the world show it.") ==
        Words{"cites Documents, unseen",
              "obtained-by the Federation of River Journalists = Federation of River Journalists",
              "published-by 17 media outlets, vague"});
  CHECK(English("The votes obtained by the party were few.").empty());
}

TEST_CASE("a document is seen only where the text's own outlet saw it") {
  CHECK(English("The memo, reviewed by this newspaper, is long.") == Words{"cites The memo, seen"});
  CHECK(English("The memo, reviewed by Reuters, is long.") ==
        Words{"cites The memo, unseen", "obtained-by Reuters = Reuters"});
  CHECK(SourcesOf(std::string("OSLO (Reuters) - The memo, reviewed by Reuters, is long. ") +
                  kEnglishBody) == Words{"cites The memo, seen", "obtained-by Reuters = Reuters"});
  CHECK(English("According to the report, it rained.") == Words{"cites the report, unseen"});
  CHECK(English("According to the report, a copy of which was seen by this newspaper, it rained.")
            .front() == "cites the report, seen");
  CHECK(English("She agreed in a statement.") == Words{"cites a statement, seen"});
}

TEST_CASE("outlets that report are cited, before or behind the verb") {
  CHECK(English("Reuters reported that it rained.") == Words{"cites Reuters = Reuters"});
  CHECK(English("It was first reported by the Marsh Gazette.") ==
        Words{"cites the Marsh Gazette = Marsh Gazette"});
  CHECK(English("He gave it to the AP, which first reported it.") == Words{"cites the AP = AP"});
  CHECK(English("“It rained,” reported Reuters.") == Words{"cites Reuters = Reuters"});
  CHECK(English("According to a new report by Politico, it rained.") ==
        Words{"cites Politico = Politico"});
  CHECK(English("According to the mayor, it rained.").empty());
  CHECK(English("The Supreme Court reported that it rained.").empty());
}

TEST_CASE("sources without a name are vague") {
  CHECK(English("Media reports said that it rained.") == Words{"cites Media reports, vague"});
  CHECK(English("Two sources close to the talks said so.") == Words{"cites Two sources, vague"});
  CHECK(English("It rained, he wrote, citing local media.") == Words{"cites local media, vague"});
  CHECK(English("She told a press conference of it.").empty());
}

TEST_CASE("French sources are told, cited, obtained and published as English ones are") {
  CHECK(French("« Il pleut », a déclaré mardi à l'AFP le maire.") == Words{"told l'AFP = AFP"});
  CHECK(French("Le maire a dit au Figaro que oui.") == Words{"told Figaro = Figaro"});
  CHECK(French("Selon Le Monde, il pleut.") == Words{"cites Le Monde = Le Monde"});
  CHECK(French("D’après des médias, il pleut.") == Words{"cites des médias, vague"});
  CHECK(French("Des documents obtenus par Mediapart le montrent.") ==
        Words{"cites Des documents, unseen", "obtained-by Mediapart = Mediapart"});
  CHECK(French("Selon le maire, il pleut.").empty());
  CHECK(French("Il parle à la commission des Affaires étrangères.").empty());
}

TEST_CASE("any text is read in linear time, and none of it is lost") {
  const std::string unit =
      "told the (AP) 12 million according to \"documents obtained by 10:30 (ABC) Nov. 27 — ";
  std::string line;
  while (line.size() < (size_t{5} << 20U)) {
    line += unit;
  }
  const auto start = std::chrono::steady_clock::now();
  CHECK(ReadText(line).article.text == line);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
  for (const std::string& text :
       {std::string(), std::string("\n\n \n"), std::string(100000, '('), std::string(100000, '9'),
        std::string("a\0b", 3), std::string("قال الوزير لوكالة AFP إن المطر غزير (AFP)")}) {
    CHECK(ReadText(text).article.text == text);
  }
}

}  // namespace
}  // namespace stemma::testing
