// Whose name it is: matched, made, or left apart.
#include <catch2/catch_all.hpp>

#include "graph/adding/adding_trial.h"

namespace stemma::testing {
namespace {

using Lines = std::vector<std::string>;

const std::string kText = "“We call on China,” Le Drian said. “We follow it,” a spokeswoman said.";

Sheet TwoQuotes() {
  return Sheet(kText)
      .Says("We call on China,", "Le Drian", "Jean-Yves Le Drian")
      .Says("We follow it,", "a spokeswoman");
}

TEST_CASE("a quote is a node with its words, its work and its speaker, each with evidence") {
  AddingTrial trial;
  const auto outcome = trial.Add(TwoQuotes());
  CHECK(outcome[0].as == AddedAs::kNew);
  CHECK(outcome[0].quotes_named == 1);
  CHECK(outcome[0].quotes_by_role == 1);
  CHECK(trial.Edges(EdgeKind::kQuotes) == Lines{"story quotes story#q1", "story quotes story#q36"});
  CHECK(trial.Edges(EdgeKind::kSpokenBy) ==
        Lines{"story#q1 spoken_by jean-yves-le-drian", "story#q36 spoken_by story#s51"});
  CHECK(trial.State("story#q1").Text("text") == "We call on China,");

  const EdgeAssertion said = trial.Said("story#q1", EdgeKind::kSpokenBy, "jean-yves-le-drian");
  CHECK(said.status == AssertionStatus::kExtracted);
  CHECK(said.method == "quote.test/1");
  CHECK(said.as_printed == "Le Drian");
  REQUIRE(said.evidence.size() == 1);
  CHECK(said.evidence[0].in == "story");
  CHECK(said.evidence[0].start == 20);
  CHECK(said.evidence[0].end == 28);
  CHECK(said.evidence[0].exact == "Le Drian");
  CHECK(said.evidence[0].prefix == "“We call on China,” ");
}

TEST_CASE("a role without a name is nobody else's, wherever it is printed") {
  AddingTrial trial;
  const auto outcome = trial.Add({TwoQuotes(), TwoQuotes()}, {"a.txt", "b.txt"});
  CHECK(trial.State("a#s51").Flag("unnamed"));
  CHECK(trial.State("b#s51").Flag("unnamed"));
  CHECK(trial.State("b#s51").Text("name") == "a spokeswoman");
  // Their names were the same, so they are one; but for that the two have nothing in common.
  CHECK(Settlements(outcome[0]) == Lines{"new speaker jean-yves-le-drian", "apart speaker a#s51"});
  CHECK(Settlements(outcome[1]) ==
        Lines{"matched speaker jean-yves-le-drian", "apart speaker b#s51"});
}

TEST_CASE("a name is a stored node's but for case, accents and apostrophes") {
  AddingTrial trial;
  trial.Store({NodeOf(NodeKind::kSpeaker, "ld", {{"name", "JEAN-YVES LE DRIÀN"}}),
               NodeOf(NodeKind::kSpeaker, "other", {{"name", "Le Drian"}}),
               NodeOf(NodeKind::kClaim, "claim", {{"text", "Jean-Yves Le Drian"}}),
               NodeOf(NodeKind::kArticle, "title", {{"title", "Jean-Yves Le Drian"}})});
  trial.Add(TwoQuotes());
  CHECK(trial.Edges(EdgeKind::kSpokenBy)[0] == "story#q1 spoken_by ld");
}

TEST_CASE("an alias is a name") {
  AddingTrial trial;
  trial.Store({NodeOf(NodeKind::kSpeaker, "ld", {{"aliases", "[\"jean-yves le drian\"]"}})});
  trial.Add(TwoQuotes());
  CHECK(trial.Edges(EdgeKind::kSpokenBy)[0] == "story#q1 spoken_by ld");
}

TEST_CASE("a name that two nodes bear is neither's") {
  AddingTrial trial;
  trial.Store({NodeOf(NodeKind::kSpeaker, "minister", {{"name", "Jean-Yves Le Drian"}}),
               NodeOf(NodeKind::kSpeaker, "baker", {{"name", "Jean-Yves Le Drian"}})});
  const auto outcome = trial.Add(TwoQuotes());
  CHECK(trial.Edges(EdgeKind::kSpokenBy)[0] == "story#q1 spoken_by story#s20");
  CHECK_FALSE(trial.State("story#s20").Flag("unnamed"));
  CHECK(outcome[0].settled[0].because.starts_with("2 nodes bear the name: "));
  const auto again = trial.Add(TwoQuotes());
  CHECK(again.receipt.nodes_new + again.receipt.edges_new + again.receipt.edges_updated == 0);
}

TEST_CASE("two nodes that a person judged the same are one") {
  AddingTrial trial;
  EdgeAssertion same = EdgeOf("baker", EdgeKind::kSameAs, "minister");
  same.judgement = Judgement::kSame;
  trial.Store({NodeOf(NodeKind::kSpeaker, "minister", {{"name", "Jean-Yves Le Drian"}}),
               NodeOf(NodeKind::kSpeaker, "baker", {{"name", "Jean-Yves Le Drian"}})},
              {same});
  trial.Add(TwoQuotes());
  CHECK(trial.Edges(EdgeKind::kSpokenBy)[0] == "story#q1 spoken_by minister");
}

TEST_CASE("an unnamed speaker bears no name for others") {
  AddingTrial trial;
  trial.Store(
      {NodeOf(NodeKind::kSpeaker, "x", {{"name", "Jean-Yves Le Drian"}, {"unnamed", "true"}})});
  trial.Add(TwoQuotes());
  CHECK(trial.Edges(EdgeKind::kSpokenBy)[0] == "story#q1 spoken_by jean-yves-le-drian");
}

TEST_CASE("a new node takes no id that is taken") {
  AddingTrial trial;
  trial.Store({NodeOf(NodeKind::kDocument, "jean-yves-le-drian")});
  trial.Add(TwoQuotes());
  CHECK(trial.Edges(EdgeKind::kSpokenBy)[0] == "story#q1 spoken_by jean-yves-le-drian-2");
}

TEST_CASE("words in marks that nobody spoke are no quote, and indirect speech is a credit") {
  AddingTrial trial;
  const auto outcome =
      trial.Add(Sheet("The “camps” are schools, Geng Shuang said. Officials agreed.")
                    .Marks("camps", QuoteKind::kMixed)
                    .Says("are schools", "Geng Shuang", "Geng Shuang", QuoteKind::kIndirect)
                    .Says("agreed", "Officials", "", QuoteKind::kIndirect));
  CHECK(outcome[0].scare_quotes == 1);
  CHECK(outcome[0].indirect == 2);
  CHECK(trial.Edges(EdgeKind::kQuotes).empty());
  CHECK(trial.Edges(EdgeKind::kCites) == Lines{"story cites geng-shuang"});
}

TEST_CASE("a slug is safe as an id") {
  CHECK(Slug("  Été à Paris! ", true) == "ete-a-paris");
  CHECK(Slug("Story of 27 Nov", false) == "Story-of-27-Nov");
  CHECK(Slug("a#q1/../@2", false) == "a-q1-2");
  CHECK(Slug("北京 日报", true) == "北京-日报");
  CHECK(Slug("…", true).empty());
  CHECK(Slug(std::string(500, 'x'), true).size() <= 100);
}

}  // namespace
}  // namespace stemma::testing
