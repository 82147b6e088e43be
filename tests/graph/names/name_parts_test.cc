#include <string>

#include <catch2/catch_all.hpp>

#include "graph/names/name_parts.h"

namespace stemma::testing {
namespace {

// Each part with a letter for its kind, but for words.
std::string Cut(std::string_view name, NameKind kind) {
  constexpr std::string_view kKinds = " iptlgfu#";
  std::string shown;
  for (const NamePart& part : CutName(name, kind).parts) {
    shown += shown.empty() ? "" : " ";
    shown += part.text;
    if (part.kind != PartKind::kWord) {
      shown += ':';
      shown += kKinds[static_cast<size_t>(part.kind)];
    }
  }
  return shown;
}

std::string Person(std::string_view name) {
  return Cut(name, NameKind::kPerson);
}
std::string Body(std::string_view name) {
  return Cut(name, NameKind::kOrganisation);
}

TEST_CASE("a person's name is cut into words, titles, particles and initials") {
  CHECK(Person("Dr. Anna van der Poel") == "dr:t anna van:p der:p poel");
  CHECK(Person("J.-C. Moor") == "j:i c:i moor");
  CHECK(Person("JC Moor") == "j:i c:i moor");
  CHECK(Person("Yves LE GALL") == "yves le:p gall");
  CHECK(Person("Bashir al-Nour") == "bashir al:p nour");
  CHECK(Person("O'Nèill, Zoë") == "oneill zoe");
  CHECK(Person("Ben Carver") == "ben carver");
  CHECK(Person("Ali ben Carver") == "ali ben:p carver");
}

TEST_CASE("a title that is all there is, or ends the name, is a name") {
  CHECK(Person("Billie King") == "billie king");
  CHECK(Person("Pope") == "pope");
  CHECK(Person("Ann Poe Jr.") == "ann poe jr:t");
}

TEST_CASE("legal forms are one, however they are spelled and where they stand") {
  CHECK(Body("Harbour Light Limited") == "harbour light ltd:l");
  CHECK(Body("Harbour Light Pty. Ltd.") == "harbour light ltd:l");
  CHECK(Body("Kranwerk G.m.b.H.") == "kranwerk gmbh:l");
  CHECK(Body("KranwerkAG") == "kranwerk ag:l");
  CHECK(Body("Zamek Sp. z o.o.") == "zamek spzoo:l");
  CHECK(Body("OOO Zarya") == "llc:l zarya");
  CHECK(Body("Zarya o.O.O.") == "zarya llc:l");
  CHECK(Body("Stal Open Joint Stock Company") == "stal jsc:l");
  CHECK(Body("Norsk Fisk A/S") == "norsk fisk as:l");
}

TEST_CASE("words of a body's name that tell little are known") {
  CHECK(Body("The National Bank of Ruritania") == "the:u national:g bank:g of:u ruritania");
  CHECK(Body("Moor Group") == "moor group:f");
  CHECK(Body("Moor Europe Ltd") == "moor europe:f ltd:l");
  CHECK(Body("Council of Europe") == "council:g of:u europe");
  CHECK(Body("Company") == "company:f");
}

TEST_CASE("numbers are figures, spelled out or not, and Roman ones stay apart") {
  CHECK(Body("Division Forty-Four") == "division 44:#");
  CHECK(Body("First Squadron") == "1:# squadron");
  CHECK(Body("1st Squadron") == "1:# squadron");
  CHECK(Body("Moor Fund XIV") == "moor fund:g xiv:#");
  CHECK(Person("Karl IV") == "karl iv:#");
  CHECK(Person("Karl V. Moor") == "karl v:i moor");
}

TEST_CASE("other scripts are read in Latin letters") {
  CHECK(Person("Владимир") == "vladimir");
  CHECK(Person("毛泽东") == "mao ze dong");
  CHECK(CutName("毛泽东", NameKind::kPerson).is_syllabic);
  CHECK_FALSE(CutName("Владимир", NameKind::kPerson).is_syllabic);
}

TEST_CASE("a comma tells the family's name") {
  const NameParts name = CutName("Moor, Karl", NameKind::kPerson);
  REQUIRE(name.parts.size() == 2);
  CHECK(name.parts[0].before_comma);
  CHECK_FALSE(name.parts[1].before_comma);
}

TEST_CASE("what holds no letters is no name") {
  for (const char* text : {"", " ", "...", "()", "'", ",", "-"}) {
    CHECK(CutName(text, NameKind::kPerson).parts.empty());
    CHECK(CutName(text, NameKind::kOrganisation).parts.empty());
  }
}

}  // namespace
}  // namespace stemma::testing
