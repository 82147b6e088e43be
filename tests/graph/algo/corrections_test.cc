#include <algorithm>

#include <catch2/catch_all.hpp>

#include "graph/algo/corrections.h"
#include "graph/algo/random_sourcing.h"
#include "support/graph_builder.h"
#include "support/must.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

using K = NodeKind;
using E = EdgeKind;

std::string WordsOf(GraphBuilder& graph, const std::string& id, const Filter& filter = {}) {
  const FilteredView view(graph.Graph(), filter);
  Corrections corrections(view);
  Must(corrections.Load(std::vector<NodeId>{graph.Id(id)}));
  std::string words;
  for (const Correction& one : corrections.Of(graph.Id(id))) {
    words += (words.empty() ? "" : "; ") + one.corrected + " " + one.how + " " + one.by + " " +
             one.date + (one.status == AssertionStatus::kDisputed ? " disputed" : "");
  }
  return words;
}

// A work that two others correct, one of them in a copy judged the same.
void Build(GraphBuilder& graph) {
  graph.Node(K::kArticle, "work").Node(K::kArticle, "copy").Node(K::kArticle, "other");
  graph.Node(K::kArticle, "note").Node(K::kArticle, "kill", {{"date", "2020-03-05"}});
  graph.Edge("copy", E::kSameAs, "work");
  graph.Edge("note", E::kCorrects, "work", [](EdgeAssertion& edge) {
    edge.status = AssertionStatus::kDisputed;
    edge.at = 100;
  });
  graph.Edge("kill", E::kCorrects, "copy", [](EdgeAssertion& edge) { edge.how = "kill"; });
}

}  // namespace

TEST_CASE("a node is corrected where it or a node folded with it is, by the corrector's id") {
  GraphBuilder graph;
  Build(graph);
  const std::string both = "copy kill kill 2020-03-05; work correction note  disputed";
  CHECK(WordsOf(graph, "work") == both);
  CHECK(WordsOf(graph, "copy") == both);
  CHECK(WordsOf(graph, "other").empty());
  CHECK(WordsOf(graph, "kill").empty());
}

TEST_CASE("a correction that is withdrawn, not yet known, or left out is none") {
  GraphBuilder graph;
  Build(graph);
  graph.Edge("kill", E::kCorrects, "copy", [](EdgeAssertion& edge) {
    edge.at = 200;
    edge.status = AssertionStatus::kWithdrawn;
  });
  CHECK(WordsOf(graph, "work") == "work correction note  disputed");
  Filter filter;
  filter.known_at = 50;
  CHECK(WordsOf(graph, "work", filter) == "copy kill kill 2020-03-05");
  filter.as_of = ParseInstant("2020-03-04T00:00:00Z").value();
  CHECK(WordsOf(graph, "work", filter).empty());
  filter = {};
  filter.without = {graph.Id("note")};
  CHECK(WordsOf(graph, "work", filter).empty());
}

TEST_CASE("how is that of the assertion that decides") {
  GraphBuilder graph;
  Build(graph);
  graph.Edge("kill", E::kCorrects, "copy", [](EdgeAssertion& edge) {
    edge.at = 300;
    edge.how = "retraction";
  });
  graph.Edge("kill", E::kCorrects, "copy", [](EdgeAssertion& edge) {
    edge.at = 400;
    edge.method = "reader/1";
    edge.how = "update";
  });
  CHECK(WordsOf(graph, "work").find("copy retraction kill") == 0);
}

TEST_CASE("a correction between two nodes that are one vanishes") {
  GraphBuilder graph;
  graph.Node(K::kArticle, "a").Node(K::kArticle, "b");
  graph.Edge("b", E::kCorrects, "a");
  graph.Edge("b", E::kSameAs, "a", [](EdgeAssertion& edge) { edge.at = 100; });
  CHECK(WordsOf(graph, "a").empty());
  Filter filter;
  filter.known_at = 50;
  CHECK(WordsOf(graph, "a", filter) == "a correction b ");
}

TEST_CASE("corrections of random graphs are those of a plain scan of all edges") {
  const uint64_t seed = Seed();
  uint64_t found = 0;
  for (uint64_t round = 0; round < 500; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/true);
    const auto builder = random.Play(random.StepCount());
    const Filter filter = random.PickFilter(*builder);
    const FilteredView view(builder->Graph(), filter);
    std::vector<NodeId> works;
    for (NodeId node; node.value < Must(builder->Graph().Counts()).nodes; ++node.value) {
      const NodeFacts facts = Must(view.Facts(std::vector<NodeId>{node})).front();
      if (IsWork(facts.kind) && view.IsPresent(node, facts)) {
        works.push_back(node);
      }
    }
    Corrections corrections(view);
    Must(corrections.Load(works));
    Folding folding(view);
    const auto groups = Must(folding.GroupsOf(works));
    const auto edges = Must(view.Edges(works, Direction::kOut, SetOf(E::kCorrects)));
    for (size_t i = 0; i < works.size(); ++i) {
      std::vector<std::string> expected;
      for (size_t from = 0; from < works.size(); ++from) {
        for (const EdgeFacts& edge : edges[from]) {
          const auto to = std::find(works.begin(), works.end(), edge.other);
          if (groups[to - works.begin()] == groups[i] && groups[from] != groups[i]) {
            const auto names = builder->Names({works[from], edge.other});
            expected.push_back(names[0] + " " + names[1]);
          }
        }
      }
      std::sort(expected.begin(), expected.end());
      std::vector<std::string> got;
      for (const Correction& one : corrections.Of(works[i])) {
        got.push_back(one.by + " " + one.corrected);
      }
      REQUIRE(got == expected);
      found += got.size();
    }
  }
  CHECK(found > 0);
}

}  // namespace stemma::testing
