// Which node an article is: new, known, filled in, or a later text.
#include <catch2/catch_all.hpp>

#include "graph/adding/adding_trial.h"

namespace stemma::testing {
namespace {

using Lines = std::vector<std::string>;

const std::string kUrl = "https://example.org/a";

Sheet Story(const std::string& words, const std::string& url = "") {
  return Sheet("“" + words + "” she said.", url).Says(words, "she", "Ann Lee");
}

uint64_t Changes(const Receipt& receipt) {
  return receipt.nodes_new + receipt.nodes_updated + receipt.edges_new + receipt.edges_updated;
}

TEST_CASE("the same article twice changes nothing, in one import or in two") {
  for (const std::string& url : {std::string(), kUrl}) {
    AddingTrial trial;
    trial.Add(Story("It rains.", url));
    const auto again = trial.Add(Story("It rains.", url));
    CHECK(again[0].as == AddedAs::kKnown);
    CHECK(Changes(again.receipt) == 0);

    AddingTrial at_once;
    const auto both =
        at_once.Add({Story("It rains.", url), Story("It rains.", url)}, {"a.txt", "a.txt"});
    CHECK(both[1].as == AddedAs::kKnown);
    CHECK(both[1].id == both[0].id);
    CHECK(at_once.Edges(EdgeKind::kQuotes).size() == 1);
  }
}

TEST_CASE("an article with an address is found by it, however it is spelled") {
  AddingTrial trial;
  const auto first = trial.Add(Story("It rains.", kUrl), "a.html");
  CHECK(first[0].id == "example.org/a");
  CHECK(trial.State("example.org/a").Text("url") == kUrl);
  const auto again =
      trial.Add(Story("It rains.", "http://EXAMPLE.org/a/?utm_source=x#c"), "b.html");
  CHECK(again[0].id == first[0].id);
  CHECK(Changes(again.receipt) == 0);
}

TEST_CASE("a corrected text is a node of its own, a revision of the earlier one") {
  for (const std::string& url : {std::string(), kUrl}) {
    AddingTrial trial;
    const std::string id = trial.Add(Story("It rains.", url))[0].id;
    const auto second = trial.Add(Story("It rained.", url));
    CHECK(second[0].as == AddedAs::kRevision);
    CHECK(second[0].id == id + "@2");
    CHECK(second[0].revises == id);
    const auto third = trial.Add(Story("It will rain.", url));
    CHECK(third[0].id == id + "@3");
    CHECK(third[0].revises == id + "@2");
    CHECK(trial.Said(id + "@2", EdgeKind::kDerivedFrom, id).how == "revision");
    CHECK(trial.State(id).Text("text") == "“It rains.” she said.");
    // An earlier text is known, and so is the latest.
    for (const char* words : {"It rains.", "It rained.", "It will rain."}) {
      const auto again = trial.Add(Story(words, url));
      CHECK(again[0].as == AddedAs::kKnown);
      CHECK(Changes(again.receipt) == 0);
    }
  }
}

TEST_CASE("corrections in one import make the same chain") {
  AddingTrial trial;
  const auto outcome =
      trial.Add({Story("One.", kUrl), Story("Two.", kUrl), Story("Three.", kUrl)}, {"1", "2", "3"});
  CHECK(trial.Edges(EdgeKind::kDerivedFrom) ==
        Lines{"example.org/a@2 derived_from example.org/a",
              "example.org/a@3 derived_from example.org/a@2"});
  CHECK(outcome[2].as == AddedAs::kRevision);
}

TEST_CASE("evidence whose words a corrected text has not is reported, and stays where it is") {
  AddingTrial trial;
  trial.Add(Story("It rains."));
  EdgeAssertion by_hand = EdgeOf("story", EdgeKind::kCites, "ann-lee");
  by_hand.evidence.push_back({"story", {}, {}, "she said", {}, {}, {}});
  trial.Store({}, {by_hand});
  const auto outcome = trial.Add(Story("It rained."));
  REQUIRE(outcome[0].orphans.size() == 1);
  CHECK(outcome[0].orphans[0].in == "story");
  CHECK(outcome[0].orphans[0].kind == EdgeKind::kQuotes);
  CHECK(outcome[0].orphans[0].exact == "It rains.");
  CHECK(outcome.receipt.orphaned == 0);
  CHECK(trial.Said("story", EdgeKind::kQuotes, "story#q1").evidence[0].exact == "It rains.");
}

TEST_CASE("files of one name in two folders are two articles, unless their text is one") {
  AddingTrial trial;
  const auto outcome = trial.Add({Story("One."), Story("Two."), Story("One.")},
                                 {"a/story.txt", "b/story.txt", "c/story.txt"});
  CHECK(outcome[0].id == "story");
  CHECK(outcome[1].id == "story-2");
  CHECK(outcome[2].as == AddedAs::kKnown);
  const auto later = trial.Add(Story("Three."), "b/story.txt");
  CHECK(later[0].id == "story-2@2");
}

TEST_CASE("an article and an outlet whose ids would be one get two") {
  AddingTrial trial;
  const auto outcome = trial.Add(
      {Story("One.").Outlet("Story"), Story("Two.").Outlet("The Herald"), Story("Three.")},
      {"story.txt", "other.txt", "the-herald.txt"});
  CHECK(outcome[0].id == "story");
  CHECK(outcome[2].id != "the-herald");
  CHECK(trial.Edges(EdgeKind::kPublishedBy)[1] == "story published_by story-2");
}

TEST_CASE("a work that was stored without a text is filled in") {
  AddingTrial trial;
  trial.Store({NodeOf(NodeKind::kArticle, "mine", {{"title", "By hand"}, {"url", kUrl}})});
  Sheet sheet = Story("It rains.", kUrl);
  sheet.reading.article.title = Stated{"By markup", std::nullopt};
  sheet.reading.article.published = Stated{"2019-11-27", std::nullopt};
  const auto outcome = trial.Add(sheet);
  CHECK(outcome[0].as == AddedAs::kFilledIn);
  CHECK(outcome[0].id == "mine");
  CHECK(trial.State("mine").Text("title") == "By hand");
  CHECK(trial.State("mine").Text("date") == "2019-11-27");
  CHECK(Changes(trial.Add(sheet).receipt) == 0);
}

TEST_CASE("a dateline says when an article was published at the earliest") {
  AddingTrial trial;
  Sheet sheet = Story("It rains.");
  sheet.reading.dateline_date = Stated{"2021-03-03", std::nullopt};
  trial.Add(sheet);
  CHECK(trial.State("story").Text("date") == "2021-03-03/..");
  sheet.reading.dateline_date = Stated{"a Wednesday", std::nullopt};
  trial.Add(sheet, "other.txt", [] {
    AddOptions options;
    options.id = "other";
    return options;
  }());
  CHECK_FALSE(trial.State("other").Text("date").has_value());
}

TEST_CASE("what a person says outranks what was read") {
  AddingTrial trial;
  AddOptions options;
  options.id = "mine";
  options.title = "Rain";
  options.date = "2020";
  options.url = kUrl;
  options.outlet = "The Desk";
  trial.Add(Story("It rains.", "https://example.org/other"), "story.txt", options);
  const NodeState state = trial.State("mine");
  CHECK(state.Text("title") == "Rain");
  CHECK(state.Text("date") == "2020");
  CHECK(state.Text("url") == kUrl);
  CHECK(trial.Edges(EdgeKind::kPublishedBy) == Lines{"mine published_by the-desk"});
  const EdgeAssertion said = trial.Said("mine", EdgeKind::kPublishedBy, "the-desk");
  CHECK(said.status == AssertionStatus::kAsserted);
  CHECK_FALSE(said.method.has_value());
}

TEST_CASE("an id of a speaker, or an address of two works, places no article") {
  AddingTrial trial;
  trial.Store({NodeOf(NodeKind::kSpeaker, "ann"), NodeOf(NodeKind::kArticle, "a", {{"url", kUrl}}),
               NodeOf(NodeKind::kArticle, "b", {{"url", kUrl + "/"}})});
  AddOptions options;
  options.id = "ann";
  CHECK_THROWS_WITH(trial.Add(Story("It rains."), "s", options),
                    "\"ann\" is a speaker, expected an article or a document");
  CHECK_THROWS_WITH(trial.Add(Story("It rains.", kUrl)),
                    Catch::Matchers::StartsWith("several works have the address"));
  options.id = "b";
  CHECK(trial.Add(Story("It rains.", kUrl), "s", options)[0].as == AddedAs::kFilledIn);
}

TEST_CASE("standard input has no name, and is known by its text") {
  MemoryGraph graph;
  const auto sink = graph.Begin();
  Adder adder(graph, *sink, {});
  REQUIRE(adder.Add(Story("It rains.").reading, {"standard input", "", "hash"}).has_value());
  CHECK(adder.Added()[0].id.starts_with("text-"));
}

}  // namespace
}  // namespace stemma::testing
