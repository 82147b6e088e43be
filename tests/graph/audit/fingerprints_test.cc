#include <catch2/catch_all.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "graph/audit/fingerprints.h"
#include "support/invented_news.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

std::vector<uint64_t> Hashes(const ComparedText& text) {
  std::vector<uint64_t> hashes;
  for (const ComparedWord& word : text.Words()) {
    hashes.push_back(word.hash);
  }
  return hashes;
}

bool ShareFingerprint(const std::string& a, const std::string& b) {
  const std::vector<uint64_t> first = ComparedText(a).OwnFingerprints();
  const std::vector<uint64_t> second = ComparedText(b).OwnFingerprints();
  return std::find_first_of(first.begin(), first.end(), second.begin(), second.end()) !=
         first.end();
}

TEST_CASE("words are compared without case, accents, apostrophes and periods inside") {
  const ComparedText a("The council’s café in the U.S. isn't open, 1,200 say.");
  const ComparedText b("the COUNCIL'S cafe in the US isn’t open 1,200 say");
  CHECK(Hashes(a) == Hashes(b));
  CHECK(Hashes(a) != Hashes(ComparedText("The council’s cafe in the UK isn't open, 1,200 say.")));
}

TEST_CASE("a word stands where its text prints it") {
  const std::string text = "Die Brücke — “closed” since May.";
  const ComparedText compared(text);
  REQUIRE(compared.Words().size() == 5);
  const Span word = compared.Words()[2].span;
  CHECK(text.substr(word.begin, word.end - word.begin) == "closed");
  CHECK(compared.Words()[2].is_quoted);
  CHECK_FALSE(compared.Words()[1].is_quoted);
  CHECK_FALSE(compared.Words()[3].is_quoted);
}

TEST_CASE("a text of fewer words than a run has no fingerprint, one of a run has one") {
  CHECK(ComparedText("").Fingerprints().empty());
  CHECK(ComparedText("The bridge is closed again").Fingerprints().empty());
  CHECK(ComparedText("The bridge is closed again today").Fingerprints().size() == 1);
}

TEST_CASE("runs that lie half or more between quotation marks are no words of one's own") {
  const ComparedText compared(
      "“We shall not pay for this bridge a second time, nor for any other,” said the mayor.");
  REQUIRE(compared.Shingles().size() > 8);
  CHECK(compared.Shingles().front().is_quoted);
  CHECK(compared.OwnShingles().empty());
  CHECK(compared.OwnFingerprints().empty());

  const ComparedText own("The mayor of the town on the river spoke of it as “a gift”.");
  CHECK(own.OwnShingles().size() == own.Shingles().size());
}

TEST_CASE("what an outlet prints below each article is left out") {
  const std::string body =
      "Bridge closed\n\nThe bridge over the river was closed on Monday after cracks were found in "
      "two of its piers, the council said, and will stay so for some weeks.\n\n";
  const ComparedText plain(body);
  const ComparedText with(body +
                          "Sign up for our newsletter and get the latest news every morning.\n\n"
                          "All rights reserved. Terms of use and privacy policy.\n");
  CHECK(Hashes(plain) == Hashes(with));
}

TEST_CASE("any ten words in a row that two texts share yield a fingerprint that both have") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  InventedNews news(seed);
  for (int round = 0; round < 300; ++round) {
    // One sentence of ten words exactly, in the middle of two texts.
    std::string shared;
    while (ComparedText(shared).Words().size() != kGuaranteeWords) {
      shared = news.Text(8, 0);
    }
    const std::string a = news.Text(60, 0) + "\n\n" + shared + "\n\n" + news.Text(60, 0);
    const std::string b = news.Text(30, 0) + "\n\n" + shared + "\n\n" + news.Text(90, 0);
    CHECK(ShareFingerprint(a, b));
  }
}

TEST_CASE("about a third of the runs are kept, and of a text that repeats itself fewer") {
  InventedNews news(11);
  const ComparedText text(news.Text(20'000, 0));
  const double kept =
      static_cast<double>(text.Fingerprints().size()) / static_cast<double>(text.Shingles().size());
  CHECK(kept > 0.30);
  CHECK(kept < 0.37);

  std::string same;
  for (int i = 0; i < 1000; ++i) {
    same += "bridge ";
  }
  const ComparedText repeated(same);
  CHECK(repeated.Fingerprints().size() <= 1000 / kWindowShingles + 1);
  CHECK(repeated.OwnFingerprints().size() == 1);
}

}  // namespace
}  // namespace stemma::testing
