// Whom an article credits: outlets, works, documents, links.
#include <catch2/catch_all.hpp>

#include "graph/adding/adding_trial.h"

namespace stemma::testing {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("who told or published something is cited, known or not") {
  AddingTrial trial;
  trial.Store({NodeOf(NodeKind::kOutlet, "guardian", {{"name", "The Guardian"}})});
  const auto outcome =
      trial.Add(Sheet("He told the Guardian so, Le Monde first reported. He told the Guardian.")
                    .From("the Guardian", "Guardian", SourceRelation::kTold)
                    .From("the Guardian.", "Guardian", SourceRelation::kTold)
                    .From("Le Monde", "Le Monde", SourceRelation::kPublishedBy));
  CHECK(trial.Edges(EdgeKind::kCites) == Lines{"story cites guardian", "story cites le-monde"});
  CHECK(Settlements(outcome[0]) ==
        Lines{"matched source guardian", "matched source guardian", "new source le-monde"});
  const EdgeAssertion said = trial.Said("story", EdgeKind::kCites, "guardian");
  CHECK(said.as_printed == "the Guardian");
  CHECK(said.evidence.size() == 2);
}

TEST_CASE("who is only cited must be stored, and who is vague is nobody") {
  AddingTrial trial;
  trial.Store({NodeOf(NodeKind::kOutlet, "abc-au", {{"name", "ABC"}}),
               NodeOf(NodeKind::kOutlet, "abc-us", {{"name", "ABC"}})});
  const auto outcome = trial.Add(Sheet("According to Smith, media reports and ABC, it rained.")
                                     .From("Smith", "Smith", SourceRelation::kCites)
                                     .From("media reports", "", SourceRelation::kCites)
                                     .From("ABC", "ABC", SourceRelation::kPublishedBy));
  CHECK(trial.Edges(EdgeKind::kCites).empty());
  REQUIRE(outcome[0].settled.size() == 3);
  CHECK(outcome[0].settled[0].because == "no stored node bears the name");
  CHECK(outcome[0].settled[1].because == "names nobody");
  CHECK(outcome[0].settled[2].because.starts_with("2 nodes bear the name: "));
}

TEST_CASE("a document is cited by who saw it, and mentioned by others") {
  const std::string text = "The China Cables, seen by us, obtained by the ICIJ.";
  for (const bool seen : {true, false}) {
    AddingTrial trial;
    trial.Store({NodeOf(NodeKind::kDocument, "cables", {{"title", "China Cables"}})});
    trial.Add(Sheet(text)
                  .Paper("China Cables", "China Cables", seen)
                  .From("the ICIJ", "ICIJ", SourceRelation::kObtainedBy));
    CHECK(trial.Edges(EdgeKind::kCites) ==
          (seen ? Lines{"story cites cables", "story cites icij"} : Lines{"story cites icij"}));
    CHECK(trial.Edges(EdgeKind::kMentions) == (seen ? Lines{} : Lines{"story mentions cables"}));
  }
  AddingTrial trial;
  const auto outcome = trial.Add(Sheet(text).Paper("China Cables", "China Cables", true));
  CHECK(Settlements(outcome[0]) == Lines{"unresolved document"});
}

TEST_CASE("what was told to the outlet itself, or to the agency whose copy it is, is no citation") {
  AddingTrial trial;
  const auto own = trial.Add(Sheet("(Reuters) - He told Reuters so.")
                                 .Outlet("Reuters")
                                 .CreditTo("(Reuters)", "Reuters")
                                 .From("Reuters so", "Reuters", SourceRelation::kTold));
  CHECK(trial.Edges(EdgeKind::kCites).empty());
  CHECK(Settlements(own[0]) == Lines{"new outlet reuters", "own credit reuters", "own source"});

  const auto printed = trial.Add(Sheet("(Reuters) - She told Reuters so.")
                                     .Outlet("Observatory News")
                                     .CreditTo("(Reuters)", "Reuters")
                                     .From("Reuters so", "Reuters", SourceRelation::kTold),
                                 "obs.txt");
  CHECK(trial.Edges(EdgeKind::kCites) == Lines{"obs cites reuters"});
  CHECK(Settlements(printed[0]) ==
        Lines{"new outlet observatory-news", "matched credit reuters", "own source"});
}

TEST_CASE("a photograph's credit is none of the text's") {
  AddingTrial trial;
  trial.Add(Sheet("Rain. File AFP").CreditTo("AFP", "AFP", CreditOf::kPhoto));
  CHECK(trial.Edges(EdgeKind::kCites).empty());
}

TEST_CASE("a credit that stands in the text it derives from is inherited") {
  AddingTrial trial;
  AddOptions options;
  options.id = "copy";
  const EdgeAssertion copied = EdgeOf("copy", EdgeKind::kDerivedFrom, "parent");
  trial.Store({NodeOf(NodeKind::kArticle, "parent", {{"text", "It rained. © AFP 2019"}}),
               NodeOf(NodeKind::kArticle, "copy")},
              {copied});
  const auto outcome = trial.Add(Sheet("It did rain. © AFP 2019. Additional reporting by Reuters.")
                                     .CreditTo("© AFP 2019", "AFP")
                                     .CreditTo("reporting by Reuters", "Reuters"),
                                 "copy.txt", options);
  CHECK(Settlements(outcome[0]) == Lines{"new credit afp inherited", "new credit reuters"});
  CHECK(trial.Said("copy", EdgeKind::kCites, "afp").inherited);
  CHECK_FALSE(trial.Said("copy", EdgeKind::kCites, "reuters").inherited);
}

TEST_CASE("a credit in an earlier text of the same work is not inherited") {
  AddingTrial trial;
  trial.Add(Sheet("It rains. (AFP)").CreditTo("(AFP)", "AFP"));
  const auto outcome = trial.Add(Sheet("It rained. (AFP)").CreditTo("(AFP)", "AFP"));
  CHECK(outcome[0].as == AddedAs::kRevision);
  CHECK(Settlements(outcome[0]) == Lines{"matched credit afp"});
}

TEST_CASE("a link to a stored work cites it, however its address is spelled") {
  AddingTrial trial;
  trial.Store({NodeOf(NodeKind::kArticle, "mine", {{"url", "http://example.org/x/"}}),
               NodeOf(NodeKind::kArticle, "gone", {{"url", "https://example.org/y"}}),
               NodeOf(NodeKind::kOutlet, "home", {{"url", "https://example.org"}})});
  trial.Store({NodeOf(NodeKind::kArticle, "gone", {{"url", "https://example.org/z"}})});
  const auto outcome = trial.Add(Sheet("One, two, three, four.", "https://example.org/me")
                                     .LinkTo("One", "https://EXAMPLE.org/x?utm_source=a#b")
                                     .LinkTo("two", "https://example.org/y")
                                     .LinkTo("three", "https://example.org")
                                     .LinkTo("four", "https://example.org/me#top"));
  CHECK(trial.Edges(EdgeKind::kCites) == Lines{"example.org/me cites mine"});
  CHECK(Settlements(outcome[0]) ==
        Lines{"matched link mine", "unresolved link", "unresolved link"});
  CHECK(trial.Said("example.org/me", EdgeKind::kCites, "mine").because ==
        "links to https://example.org/x");
}

TEST_CASE("articles of one import may link to each other, in both directions") {
  AddingTrial trial;
  const auto outcome =
      trial.Add({Sheet("See b.", "https://example.org/a").LinkTo("b", "https://example.org/b"),
                 Sheet("See a.", "https://example.org/b").LinkTo("a", "https://example.org/a")},
                {"a.html", "b.html"});
  CHECK(trial.Edges(EdgeKind::kCites) ==
        Lines{"example.org/a cites example.org/b", "example.org/b cites example.org/a"});
  CHECK(Settlements(outcome[0]) == Lines{"matched link example.org/b"});
}

TEST_CASE("a link to a work that was corrected since cites its latest text") {
  AddingTrial trial;
  trial.Add(Sheet("One.", "https://example.org/a"));
  trial.Add(Sheet("Two.", "https://example.org/a"));
  trial.Add(Sheet("See a.", "https://example.org/b").LinkTo("a", "https://example.org/a"));
  CHECK(trial.Edges(EdgeKind::kCites) == Lines{"example.org/b cites example.org/a@2"});
}

}  // namespace
}  // namespace stemma::testing
