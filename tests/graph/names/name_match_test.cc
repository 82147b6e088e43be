#include <random>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/names/name_match.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

using enum NameDifference;

NameMatch Persons(std::string_view a, std::string_view b) {
  return CompareNames(a, b, NameKind::kPerson);
}
NameMatch Bodies(std::string_view a, std::string_view b) {
  return CompareNames(a, b, NameKind::kOrganisation);
}

struct Case {
  const char* a;
  const char* b;
  NameDifference how;
};

TEST_CASE("names of one person are told, and how they differ") {
  for (const Case& one : std::vector<Case>{{"Anna Poel", "ANNA POËL", kSame},
                                           {"Dr. Anna Poel", "Anna Poel", kSame},
                                           {"Poel, Anna", "Anna Poel", kOrder},
                                           {"AnnaPoel", "Anna Poel", kSplit},
                                           {"Jean-Marc Poel", "Jean Marc Poel", kSame},
                                           {"Bill Carver", "William Carver", kVariant},
                                           {"Mohammed Zaydan", "Muhamad Zaydan", kVariant},
                                           {"W. Carver", "William Carver", kInitials},
                                           {"Anna Maria Poel", "Anna Poel", kMissing},
                                           {"Vladimir Orlov", "Владимир Орлов", kTransliteration},
                                           {"Jean-Yves Laudrian", "Jean-Yves Le Drian", kSound},
                                           {"Laudrian", "Le Drian", kSound},
                                           {"Emmanuel Macron", "Emmanuel Marcon", kSpelling},
                                           {"Macron", "Marcon", kSpelling}}) {
    INFO(one.a << " / " << one.b);
    const NameMatch match = Persons(one.a, one.b);
    CHECK(match.is_match);
    CHECK(static_cast<int>(match.how) == static_cast<int>(one.how));
  }
}

TEST_CASE("names of two persons are no match, however much they share") {
  for (const Case& one : std::vector<Case>{{"Jean-Yves Le Drian", "Bruno Le Maire", kDifferent},
                                           {"Le Drian", "Le Maire", kDifferent},
                                           {"Anna Maria Poel", "Anna Maria Carver", kOneWord},
                                           {"Anna Poel", "Kurt Poel", kOneWord},
                                           {"Poel, Anna G.", "Anna W Poel", kDifferent},
                                           {"N. P.", "Nora Poel", kDifferent},
                                           {"Karl II", "Karl III", kNumber},
                                           {"Omar bin Zaydan", "Zaydan bin Omar", kDifferent},
                                           {"Karl Heinrich", "Heinrich Karl", kDifferent},
                                           {"王小明", "王小朋", kDifferent}}) {
    INFO(one.a << " / " << one.b);
    const NameMatch match = Persons(one.a, one.b);
    CHECK_FALSE(match.is_match);
    if (one.how != kDifferent) {
      CHECK(static_cast<int>(match.how) == static_cast<int>(one.how));
    }
  }
}

TEST_CASE("names of one body are told, and how they differ") {
  for (const Case& one :
       std::vector<Case>{{"Kranwerk GmbH", "Kranwerk G.m.b.H.", kSame},
                         {"Harbour Light Ltd", "Harbour Light Limited", kSame},
                         {"Harbour Light Ltd", "Harbour Light", kSame},
                         {"Blue Bird Moor", "Bluebird Moor", kSplit},
                         {"The Moor Times", "Moor Times", kFiller},
                         {"Uighur Moor Project", "Uyghur Moor Project", kVariant},
                         {"World Moor Organisation", "World Moor Organization", kVariant},
                         {"Al-Qaeda in Ruritania", "al Qaida in Ruritania", kVariant},
                         {"U.S. Moor Office", "United States Moor Office", kVariant},
                         {"MUW", "Moor Union of Writers", kInitials},
                         {"Committee of Protection of Journalists",
                          "Committee to Protect Journalists", kWordForm},
                         {"Habrour Light", "Harbour Light", kSpelling}}) {
    INFO(one.a << " / " << one.b);
    const NameMatch match = Bodies(one.a, one.b);
    CHECK(match.is_match);
    CHECK(static_cast<int>(match.how) == static_cast<int>(one.how));
  }
}

TEST_CASE("one word makes another body, and that word is told") {
  const NameMatch match = Bodies("International Federation of Investigative Journalists",
                                 "International Consortium of Investigative Journalists");
  CHECK_FALSE(match.is_match);
  CHECK(static_cast<int>(match.how) == static_cast<int>(kOneWord));
  CHECK(match.part_a == "Federation");
  CHECK(match.part_b == "Consortium");
}

TEST_CASE("places, figures and words too many make two bodies") {
  CHECK_FALSE(Bodies("Moor Lines (France)", "Moor Lines (Japan)").is_match);
  CHECK_FALSE(Bodies("Moor", "Moor Chemicals").is_match);
  CHECK_FALSE(Bodies("Council of Europe", "Council").is_match);
  CHECK_FALSE(Bodies("Free Moor Europe", "Free Moor Asia").is_match);
  CHECK_FALSE(Bodies("Moor Fund", "Moor Fund II").is_match);
  CHECK_FALSE(Bodies("National Bank", "Moor National Bank").is_match);
  CHECK_FALSE(Bodies("Kranwerk AG", "Zarya AG").is_match);
  const NameMatch match = Bodies("Squadron 44", "Squadron Forty-Five");
  CHECK_FALSE(match.is_match);
  CHECK(static_cast<int>(match.how) == static_cast<int>(kNumber));
}

TEST_CASE("the parts that differ are told in the order of the names, as written") {
  const NameMatch match = Persons("Emmanuel Macron", "Emmanuel MARCON");
  CHECK(match.part_a == "Macron");
  CHECK(match.part_b == "MARCON");
  CHECK(Persons("Emmanuel MARCON", "Emmanuel Macron").part_a == "MARCON");
}

TEST_CASE("a name that holds two spellings of one word is the same as itself") {
  const NameMatch match = Bodies("Labor and Labour of Ruritania", "Labor and Labour of Ruritania");
  CHECK(match.is_match);
  CHECK(static_cast<int>(match.how) == static_cast<int>(kSame));
}

TEST_CASE("nothing is no name of anything") {
  CHECK_FALSE(Persons("", "").is_match);
  CHECK_FALSE(Persons("", "Anna Poel").is_match);
  CHECK_FALSE(Bodies("...", "Kranwerk").is_match);
}

TEST_CASE("a text that is too long for a name matches nothing, at once") {
  std::string words;
  for (int i = 0; i < 20000; ++i) {
    words += "moor ";
  }
  CHECK_FALSE(Persons(words, words).is_match);
  const std::string letters(100000, 'm');
  CHECK_FALSE(Persons(letters, letters + "n").is_match);
}

TEST_CASE("any two names compare alike in both directions, and a name equals itself") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  const std::vector<std::string> words = {
      "Anna",     "Bill",     "William",  "Le",     "Drian",   "Laudrian", "bin",  "Omar",
      "J.",       "JC",       "Dr.",      "Moor",   "Mor",     "Moore",    "of",   "the",
      "Bank",     "AG",       "GmbH",     "44",     "four",    "II",       "Blue", "Bird",
      "Bluebird", "(France)", "Владимир", "毛泽东", "لودريان", "O'Neill",  "a",    "&"};
  const auto name = [&] {
    std::string made;
    for (size_t n = random() % 6 + 1; n > 0; --n) {
      made += words[random() % words.size()] + (random() % 8 == 0 ? ", " : " ");
    }
    return made;
  };
  for (int i = 0; i < 3000; ++i) {
    const std::string a = name();
    const std::string b = name();
    const NameKind kind = i % 2 == 0 ? NameKind::kPerson : NameKind::kOrganisation;
    INFO(a << " / " << b);
    const NameMatch one = CompareNames(a, b, kind);
    const NameMatch other = CompareNames(b, a, kind);
    REQUIRE(one.score == other.score);
    REQUIRE(one.how == other.how);
    REQUIRE(one.part_a == other.part_b);
    REQUIRE(one.is_match == (one.score >= kNameMatchMin));
    REQUIRE(one.score >= 0);
    REQUIRE(one.score <= 1);
    if (const bool has_parts = !CutName(a, kind).parts.empty(); has_parts) {
      REQUIRE(CompareNames(a, a, kind).is_match);
      REQUIRE(CompareNames(a, a, kind).how == kSame);
    }
  }
}

}  // namespace
}  // namespace stemma::testing
