#include <string>

#include <catch2/catch_all.hpp>

#include "graph/reading/read_text.h"

namespace stemma::testing {
namespace {

std::string Value(const std::optional<Stated>& stated) {
  return stated ? stated->value : "";
}

TEST_CASE("a heading gives title, byline, dates, place and outlet, each where it stands") {
  const Reading reading =
      ReadText(std::string("Bridge closes for the winter\n\nBy Jane Roe and John Q. Doe\n"
                           "Published 27 November 2019 at 10:30 GMT | Updated Nov. 28, 2019\n\n"
                           "SPRINGFIELD (MARSH VALLEY NEWS) — ") +
               kEnglishBody);
  CHECK(Value(reading.article.title) == "Bridge closes for the winter");
  CHECK(Value(reading.article.byline) == "Jane Roe and John Q. Doe");
  CHECK(Value(reading.article.published) == "2019-11-27T10:30:00Z");
  CHECK(Value(reading.article.modified) == "2019-11-28");
  CHECK(Value(reading.article.outlet) == "MARSH VALLEY NEWS");
  CHECK(Value(reading.dateline_place) == "SPRINGFIELD");
  CHECK(TextOf(reading, *reading.article.byline->span) == "Jane Roe and John Q. Doe");
}

TEST_CASE("a French heading is read as an English one is") {
  const Reading reading = ReadText(
      std::string("Le pont ferme pour l'hiver\n\nPar Jeanne Dupont avec AFP\n"
                  "Publié le 1er décembre 2019 à 10h30 - Mis à jour le lundi 2 décembre 2019\n\n") +
      kFrenchBody);
  CHECK(Value(reading.article.byline) == "Jeanne Dupont");
  CHECK(Value(reading.article.published) == "2019-12-01");
  CHECK(Value(reading.article.modified) == "2019-12-02");
}

TEST_CASE("what markup stated stays, and gets its place where the text prints it") {
  Article article;
  article.text = std::string("Bridge closes\n\nBy Jane Roe\n\n27 November 2019\n\n") + kEnglishBody;
  article.title = Stated{"Bridge closes", std::nullopt};
  article.byline = Stated{"J. Roe", std::nullopt};
  article.published = Stated{"2019-11-27T08:00:00Z", std::nullopt};
  const Reading reading = ReadSourcing(article);
  CHECK(reading.article.title->span == Span{0, 13});
  CHECK(Value(reading.article.byline) == "J. Roe");
  CHECK_FALSE(reading.article.byline->span);
  CHECK(Value(reading.article.published) == "2019-11-27T08:00:00Z");
  REQUIRE(reading.article.published->span);
  CHECK(TextOf(reading, *reading.article.published->span) == "27 November 2019");
}

TEST_CASE("datelines hold a place, a state, a day and an agency") {
  const std::string body = kEnglishBody;
  const Reading upi = ReadText("FLINT, Mich., Oct. 4 (UPI) — " + body);
  CHECK(Value(upi.dateline_place) == "FLINT, Mich.");
  CHECK(Value(upi.article.outlet) == "UPI");
  CHECK_FALSE(upi.dateline_date);  // no year anywhere
  CHECK(Value(ReadText("PARIS, Nov. 27, 2019 — " + body).dateline_date) == "2019-11-27");
  CHECK(Value(ReadText("(Reuters) - " + body).article.outlet) == "Reuters");
  CHECK(Value(ReadText("MOSCOW, November 27. /TASS/. " + body).article.outlet) == "TASS");
  const Reading dated =
      ReadText("Title of it\n\nPublished January 2, 2020\n\nOSLO, Dec 31 (AP) — " + body);
  CHECK(Value(dated.dateline_date) == "2019-12-31");
}

TEST_CASE("a label or a name before a dash is no dateline") {
  for (const char* opening : {"BREAKING — ", "NATO — the alliance — ", "Trump — who won — "}) {
    INFO(opening);
    CHECK_FALSE(ReadText(std::string(opening) + kEnglishBody).dateline_place);
  }
}

TEST_CASE("a date in running text, or one that may be two days, says nothing of publication") {
  const std::string body = kEnglishBody;
  for (const char* line : {"The bridge was built on 27 November 1919.",
                           "Published 27 May 2019 in Nature, it says "
                           "that water is wet.",
                           "3/4/2019", "November 31, 2019", "The updated plan of 2 May 2019"}) {
    INFO(line);
    const Reading reading = ReadText("Bridge closes\n\n" + std::string(line) + "\n\n" + body);
    CHECK_FALSE(reading.article.published);
    CHECK_FALSE(reading.article.modified);
  }
}

TEST_CASE("dates are read in the forms that news prints") {
  const auto published = [](const std::string& line) {
    return Value(ReadText("Bridge closes\n\n" + line + "\n\n" + kEnglishBody).article.published);
  };
  CHECK(published("2019-11-27") == "2019-11-27");
  CHECK(published("2019-11-27T10:30:00+01:00") == "2019-11-27T10:30:00+01:00");
  CHECK(published("Wed 27 Nov 2019 10.30 GMT") == "2019-11-27T10:30:00Z");
  CHECK(published("Wednesday, November 27, 2019 at 6:05 p.m. EST") == "2019-11-27T18:05:00-05:00");
  CHECK(published("27/11/2019") == "2019-11-27");
  CHECK(published("By Jane Roe, November 27, 2019") == "2019-11-27");
  CHECK(published("Posted: Nov. 27, 2019") == "2019-11-27");
}

TEST_CASE("a first line is no title when the story begins with it") {
  CHECK_FALSE(ReadText(kEnglishBody).article.title);
  CHECK_FALSE(ReadText("").article.title);
  CHECK_FALSE(
      ReadText(std::string("“It is cold,” said the mayor.\n\n") + kEnglishBody).article.title);
  CHECK(Value(ReadText(std::string("Bridge closes | BBC News\n\n") + kEnglishBody).article.title) ==
        "Bridge closes");
}

}  // namespace
}  // namespace stemma::testing
