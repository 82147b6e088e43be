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

}  // namespace
}  // namespace stemma::testing
