#include "graph/audit/wording.h"

#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

namespace stemma::testing {
namespace {

using enum WordingKind;

WordingKind English(std::string_view a, std::string_view b) {
  const WordingKind kind = CompareWordings(a, b, Language::kEnglish).kind;
  CHECK(CompareWordings(b, a, Language::kEnglish).kind == kind);
  return kind;
}

WordingKind French(std::string_view a, std::string_view b) {
  const WordingKind kind = CompareWordings(a, b, Language::kFrench).kind;
  CHECK(CompareWordings(b, a, Language::kFrench).kind == kind);
  return kind;
}

TEST_CASE("what only spelling tells apart is no other wording") {
  CHECK(English("We sold the mill", "We sold the mill") == kSame);
  CHECK(English("we sold the mill,", "We sold the Mill") == kNormalisation);
  CHECK(English("We don't sell it’s ours", "We do not sell it is ours") == kNormalisation);
  CHECK(English("The harbour centre was organised", "The harbor center was organized") ==
        kNormalisation);
  CHECK(English("We lost two hundred boats, 5% of them",
                "We lost 200 boats, five percent of them") == kNormalisation);
  CHECK(English("It cost $5 million in all", "It cost five million dollars in all") ==
        kNormalisation);
  CHECK(French("L'école n’a pas rouvert", "L’Ecole n'a pas rouvert !") == kNormalisation);
  CHECK(French("Nous avons perdu deux cents barques", "Nous avons perdu 200 barques") ==
        kNormalisation);
}

TEST_CASE("a quote that is cut, at its ends or inside, is trimmed") {
  CHECK(English("sold the old mill", "We sold the old mill to the baker, and I am glad") ==
        kTrimming);
  CHECK(English("We sold the old mill, I am glad to say",
                "We sold the old mill to the baker of Ashton, I am glad to say") == kTrimming);
  CHECK(English("the bakers sold the old mill", "sold the old mill to us") == kTrimming);
}

TEST_CASE("of several differences the strongest counts") {
  CHECK(English("We kept all the boats in the harbour", "We kept all the boats at the harbour") ==
        kFunctionWord);
  CHECK(English("detain every captain of the harbour", "detention every captain of the harbour") ==
        kRelatedWord);
  CHECK(English("sudden harbour closures", "sudden harbour closure") == kRelatedWord);
  CHECK(English("We sank every boat in the harbour", "We kept every boat at the harbour") ==
        kContentWord);
  CHECK(English("We will sell the boats of the harbour",
                "We will never sell the boats of the harbour") == kNegation);
  CHECK(English("We can sell the boats of this port", "We can't sell the boats of this port") ==
        kNegation);
  CHECK(English("They sank nine boats of the harbour", "They sank 19 boats of the harbour") ==
        kNumber);
  CHECK(French("Nous vendrons les barques du vieux port",
               "Nous ne vendrons pas les barques du vieux port") == kNegation);
  CHECK(French("Nous avons vendu sept barques", "Nous avons vendu huit barques") == kNumber);
  CHECK(French("une fermeture brutale du port", "une fermeture soudaine du port") == kContentWord);
  CHECK(French("des fermetures du vieux port", "une fermeture du vieux port") == kRelatedWord);
}

TEST_CASE("a negation that only moves negates as before") {
  CHECK(English("It will harm no one in the valley", "It will not harm anyone in the valley") ==
        kFunctionWord);
}

TEST_CASE("quotes that share stock words are two") {
  CHECK(English("the rights of our fishermen", "the rights of every voter") == kUnrelated);
  CHECK(English("pure invention and rotten gossip", "pure libel and rumour") == kUnrelated);
  CHECK(English("We will win", "We have to stop this war before winter") == kUnrelated);
  CHECK(English("", "We will win") == kUnrelated);
}

TEST_CASE("who knows two quotes to be one compares them whatever they share") {
  const auto difference =
      CompareWordings("pure invention and rotten gossip", "pure libel and rumour",
                      Language::kEnglish, SameQuote::kAssumed);
  CHECK(difference.kind == kContentWord);
  CHECK(difference.words_shared == 2);
  CHECK(difference.long_words_shared == 1);
  CHECK(difference.words_min == 4);
}

TEST_CASE("the words that differ are told on both sides") {
  const std::string a = "sudden harbour closures";
  const std::string b = "an end to the sudden harbour taxes in the north";
  const auto difference = CompareWordings(a, b, Language::kEnglish);
  REQUIRE(difference.kind == kContentWord);
  std::vector<std::string> changes;
  for (const WordChange& change : difference.changes) {
    changes.push_back(a.substr(change.in_a.begin, change.in_a.end - change.in_a.begin) + "|" +
                      b.substr(change.in_b.begin, change.in_b.end - change.in_b.begin));
  }
  CHECK(changes == std::vector<std::string>{"|an end to the", "closures|taxes", "|in the north"});
}

TEST_CASE("more different words than bytes can tell are cut") {
  std::string a;
  for (int i = 0; i < 400; ++i) {
    a += "word" + std::to_string(i) + " ";
  }
  const auto difference = CompareWordings(a, a + "end", Language::kEnglish);
  CHECK(difference.words_shared == 250);
  CHECK(difference.kind == kNormalisation);
}

}  // namespace
}  // namespace stemma::testing
