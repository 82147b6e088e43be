#include <catch2/catch_all.hpp>

#include "graph/algo/cycles.h"
#include "graph/algo/depth.h"
#include "graph/algo/trace.h"
#include "support/graph_builder.h"

namespace stemma::testing {
namespace {

using K = NodeKind;
using E = EdgeKind;
using Ids = std::vector<std::string>;

Trace Traced(GraphBuilder& graph, const std::string& id, const Filter& filter = {},
             const TraceOptions& options = {}) {
  auto trace = TraceNode(graph.Graph(), graph.Id(id), filter, options);
  REQUIRE(trace.has_value());
  return *std::move(trace);
}

void Inferred(EdgeAssertion& edge) {
  edge.status = AssertionStatus::kInferred;
}

// A farm's article, a wire, a newspaper and a leak of two papers.
void BuildStory(GraphBuilder& graph) {
  graph.Node(K::kArticle, "farm").Node(K::kArticle, "wire", {{"date", "2019-11-27"}});
  graph.Node(K::kArticle, "paper", {{"date", "2019-11-24"}}).Node(K::kDocument, "leak");
  graph.Node(K::kDocument, "manual").Node(K::kDocument, "briefing").Node(K::kOutlet, "agency");
  graph.Edge("farm", E::kDerivedFrom, "wire", Inferred);
  graph.Edge("wire", E::kCites, "paper").Edge("paper", E::kCites, "manual");
  graph.Edge("paper", E::kCites, "briefing").Edge("farm", E::kCites, "agency");
  graph.Edge("manual", E::kPartOf, "leak").Edge("briefing", E::kPartOf, "leak");
}

}  // namespace

TEST_CASE("chains come shortest first, and a leak of two papers is one origin") {
  GraphBuilder graph;
  BuildStory(graph);
  const Trace trace = Traced(graph, "farm");
  REQUIRE(trace.chains.size() == 2);
  CHECK(trace.chains[0].ends == ChainEnd::kOutletOnly);
  CHECK(graph.Names(trace.chains[0].nodes) == Ids{"farm", "agency"});
  CHECK(trace.chains[1].ends == ChainEnd::kOrigin);
  CHECK(graph.Names(trace.chains[1].nodes) == Ids{"farm", "wire", "paper", "leak"});
  CHECK(trace.depth == Depth{3, 3});
}

TEST_CASE("without a node, it is as if the node did not exist") {
  GraphBuilder graph;
  BuildStory(graph);
  Filter filter;
  filter.without = {graph.Id("paper")};
  const Trace trace = Traced(graph, "farm", filter);
  CHECK_FALSE(trace.depth.min.has_value());
  CHECK(graph.Names(trace.chains.back().nodes) == Ids{"farm", "wire"});
  CHECK(trace.chains.back().ends == ChainEnd::kDeadEnd);
  filter.without = {graph.Id("farm")};
  CHECK_FALSE(TraceNode(graph.Graph(), graph.Id("farm"), filter, {}).has_value());
}

TEST_CASE("without uncertain edges an inferred link is not followed") {
  GraphBuilder graph;
  BuildStory(graph);
  Filter filter;
  filter.with_uncertain = false;
  CHECK_FALSE(Traced(graph, "farm", filter).depth.min.has_value());
  filter.with_uncertain = true;
  filter.confidence_min = 0.1;  // an inferred edge without confidence counts as 0
  CHECK_FALSE(Traced(graph, "farm", filter).depth.min.has_value());
}

TEST_CASE("a document that lost its sources to a filter is a dead end, not an origin") {
  GraphBuilder graph;
  graph.Node(K::kDocument, "copy").Node(K::kDocument, "original");
  graph.Edge("copy", E::kDerivedFrom, "original");
  Filter filter;
  filter.without = {graph.Id("original")};
  CHECK(Traced(graph, "copy").depth == Depth{1, 1});
  const Trace trace = Traced(graph, "copy", filter);
  CHECK(trace.chains.at(0).ends == ChainEnd::kDeadEnd);
  CHECK_FALSE(trace.depth.min.has_value());
}

TEST_CASE("a work published later is left out as of an earlier day, an undated one is not") {
  GraphBuilder graph;
  BuildStory(graph);
  Filter filter;
  filter.as_of = ParseInstant("2019-11-25T00:00:00Z").value();
  const Trace trace = Traced(graph, "farm", filter);
  REQUIRE(trace.chains.size() == 1);
  CHECK(graph.Names(trace.chains[0].nodes) == Ids{"farm", "agency"});
}

TEST_CASE("known at an earlier moment, a later assertion is not seen") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "a").Node(K::kDocument, "d");
  graph.Edge("a", E::kCites, "d", [](EdgeAssertion& edge) { edge.at = 100; });
  graph.Edge("a", E::kCites, "d", [](EdgeAssertion& edge) {
    edge.at = 200;
    edge.status = AssertionStatus::kWithdrawn;
  });
  Filter filter;
  CHECK_FALSE(Traced(graph, "a", filter).depth.min.has_value());
  filter.known_at = 150;
  CHECK(Traced(graph, "a", filter).depth == Depth{1, 1});
  filter.known_at = 50;
  CHECK_FALSE(Traced(graph, "a", filter).depth.min.has_value());
}

TEST_CASE("a person's assertion stands against a method's later one") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "a").Node(K::kDocument, "d");
  graph.Edge("a", E::kCites, "d", [](EdgeAssertion& edge) {
    edge.at = 100;
    edge.status = AssertionStatus::kWithdrawn;
  });
  graph.Edge("a", E::kCites, "d", [](EdgeAssertion& edge) {
    edge.at = 200;
    edge.method = "source.cites/1";
    edge.status = AssertionStatus::kExtracted;
  });
  CHECK(Traced(graph, "a").chains.at(0).ends == ChainEnd::kDeadEnd);
}

TEST_CASE("a revision is followed at no hop, an inherited credit not at all") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "second").Node(K::kArticle, "first").Node(K::kDocument, "d");
  graph.Node(K::kOutlet, "o");
  graph.Edge("second", E::kDerivedFrom, "first", [](EdgeAssertion& e) { e.how = "revision"; });
  graph.Edge("second", E::kCites, "o", [](EdgeAssertion& e) { e.inherited = true; });
  graph.Edge("first", E::kCites, "d");
  const Trace trace = Traced(graph, "second");
  REQUIRE(trace.chains.size() == 1);
  CHECK(trace.chains[0].hops == 1);
  CHECK(graph.Names(trace.chains[0].nodes) == Ids{"second", "first", "d"});
}

TEST_CASE("nodes judged the same are one, until the newest judgement says otherwise") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "a").Node(K::kArticle, "b1").Node(K::kArticle, "b2");
  graph.Node(K::kDocument, "d").Edge("a", E::kCites, "b1").Edge("b2", E::kCites, "d");
  graph.Edge("b1", E::kSameAs, "b2", [](EdgeAssertion& edge) { edge.at = 100; });
  graph.Edge("b2", E::kSameAs, "b1", [](EdgeAssertion& edge) {
    edge.at = 200;
    edge.judgement = Judgement::kDifferent;
  });
  Filter filter;
  CHECK(graph.Names(Traced(graph, "a").chains.at(0).nodes) == Ids{"a", "b1"});
  filter.known_at = 150;
  CHECK(graph.Names(Traced(graph, "a", filter).chains.at(0).nodes) == Ids{"a", "b2", "d"});
  CHECK(graph.Names(Traced(graph, "b1", filter).chains.at(0).nodes) == Ids{"b1", "d"});
}

TEST_CASE("a claim is traced from what states it and borrows no neighbour's source") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "late", {{"date", "2019"}})
      .Node(K::kArticle, "early", {{"date", "2018-08"}});
  graph.Node(K::kDocument, "leak").Node(K::kClaim, "million").Node(K::kClaim, "camps");
  graph.Edge("late", E::kStates, "million").Edge("late", E::kStates, "camps");
  graph.Edge("early", E::kStates, "million");
  graph.Edge("late", E::kCites, "leak", [](EdgeAssertion& e) { e.claims = {"camps"}; });
  graph.Edge("late", E::kCites, "early", [](EdgeAssertion& e) { e.claims = {"million"}; });
  const Trace million = Traced(graph, "million");
  REQUIRE(million.chains.size() == 2);
  CHECK(graph.Names(million.chains[0].nodes) == Ids{"early"});
  CHECK(graph.Names(million.chains[1].nodes) == Ids{"late", "early"});
  CHECK_FALSE(million.depth.min.has_value());
  REQUIRE(million.first_stated.has_value());
  CHECK(graph.Names({million.first_stated->node}) == Ids{"early"});
  CHECK(million.first_stated->date == "2018-08");
  CHECK(Traced(graph, "camps").depth == Depth{1, 1});
}

TEST_CASE("a work's strands are the quotes and claims it prints, with their own chains") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "a").Node(K::kQuote, "q").Node(K::kSpeaker, "s").Node(K::kClaim, "c");
  graph.Node(K::kArticle, "source");
  graph.Edge("a", E::kQuotes, "q").Edge("q", E::kSpokenBy, "s").Edge("a", E::kStates, "c");
  const Trace trace = Traced(graph, "a");
  REQUIRE(trace.strands.size() == 2);
  CHECK(graph.Names({trace.strands[0].node}) == Ids{"q"});
  CHECK(trace.strands[0].chains.at(0).ends == ChainEnd::kAttributed);
  CHECK(trace.strands[1].kind == NodeKind::kClaim);
}

TEST_CASE("a chain of a quote that arrives at a work ends there") {
  GraphBuilder graph;
  graph.Node(K::kQuote, "q").Node(K::kArticle, "w").Node(K::kDocument, "d");
  graph.Edge("q", E::kQuotedFrom, "w").Edge("w", E::kCites, "d");
  const Trace trace = Traced(graph, "q");
  REQUIRE(trace.chains.size() == 1);
  CHECK(trace.chains[0].ends == ChainEnd::kAttributed);
  CHECK(graph.Names(trace.chains[0].nodes) == Ids{"q", "w"});
}

TEST_CASE("limits on hops leave the depth alone, limits on chains say truncated") {
  GraphBuilder graph;
  BuildStory(graph);
  TraceOptions options;
  options.hops_max = 1;
  Trace trace = Traced(graph, "farm", {}, options);
  CHECK(trace.chains.size() == 1);
  CHECK(trace.depth == Depth{3, 3});
  CHECK_FALSE(trace.truncated);
  options = {};
  options.chains_max = 1;
  trace = Traced(graph, "farm", {}, options);
  CHECK(trace.truncated);
  options = {};
  options.to = graph.Id("paper");
  trace = Traced(graph, "farm", {}, options);
  REQUIRE(trace.chains.size() == 1);
  CHECK(trace.chains[0].ends == ChainEnd::kTarget);
  CHECK(graph.Names(trace.chains[0].nodes) == Ids{"farm", "wire", "paper"});
}

TEST_CASE("circles are listed largest first, each with one round") {
  GraphBuilder graph;
  for (const char* id : {"a", "b", "c", "x", "y", "self", "free"}) {
    graph.Node(K::kArticle, id);
  }
  graph.Edge("a", E::kCites, "b").Edge("b", E::kDerivedFrom, "c").Edge("c", E::kCites, "a");
  graph.Edge("x", E::kCites, "y").Edge("y", E::kCites, "x").Edge("self", E::kCites, "self");
  graph.Edge("free", E::kCites, "a");
  const auto circles = FindCircles(graph.Graph(), Filter{});
  REQUIRE(circles.has_value());
  REQUIRE(circles->size() == 3);
  CHECK(graph.Names((*circles)[0].round) == Ids{"a", "b", "c"});
  CHECK((*circles)[0].edges == std::vector{E::kCites, E::kDerivedFrom, E::kCites});
  CHECK(graph.Names((*circles)[1].nodes) == Ids{"x", "y"});
  CHECK(graph.Names((*circles)[2].nodes) == Ids{"self"});
  const Trace trace = Traced(graph, "free");
  REQUIRE(trace.chains.size() == 1);
  CHECK(trace.chains[0].ends == ChainEnd::kCircle);
  CHECK(graph.Names(trace.chains[0].nodes) == Ids{"free", "a"});
}

TEST_CASE("depth over all works counts what reaches an origin and what is attributed only") {
  GraphBuilder graph;
  BuildStory(graph);
  graph.Node(K::kArticle, "lone").Node(K::kQuote, "q").Node(K::kSpeaker, "s");
  graph.Edge("lone", E::kQuotes, "q").Edge("q", E::kSpokenBy, "s");
  const auto all = DepthOfAllWorks(graph.Graph(), Filter{}, 2);
  REQUIRE(all.has_value());
  CHECK(all->works == 5);  // farm, wire, paper, lone, and the leak with its papers
  CHECK(all->reached == 4);
  CHECK(all->attributed == 1);
  CHECK(all->histogram.at(3) == 1);
  CHECK(graph.Names({all->deepest.at(0).node}) == Ids{"farm"});
}

}  // namespace stemma::testing
