#include <algorithm>

#include <catch2/catch_all.hpp>

#include "graph/algo/chains_between.h"
#include "graph/algo/folding.h"
#include "graph/algo/path.h"
#include "graph/algo/random_sourcing.h"
#include "graph/algo/trace.h"
#include "support/graph_builder.h"
#include "support/must.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

using K = NodeKind;
using E = EdgeKind;
using Ids = std::vector<std::string>;

ChainsBetween Between(GraphBuilder& graph, const std::string& from, const std::string& to,
                      const BetweenOptions& options = {}, const Filter& filter = {}) {
  return Must(FindChainsBetween(graph.Graph(), graph.Id(from), graph.Id(to), filter, options));
}

// Two ways of two hops and one of three from a to d; d cites what stands behind it.
void Build(GraphBuilder& graph) {
  for (const char* id : {"a", "b", "c", "x", "y", "d", "e"}) {
    graph.Node(K::kArticle, id, {{"first_hand", std::string(id) == "d" ? "true" : "false"}});
  }
  graph.Edge("a", E::kCites, "c").Edge("c", E::kCites, "d").Edge("a", E::kCites, "b");
  graph.Edge("b", E::kCites, "d").Edge("a", E::kCites, "x").Edge("x", E::kCites, "y");
  graph.Edge("y", E::kCites, "d").Edge("d", E::kCites, "e");
}

bool AreOne(const GraphView& graph, NodeId a, NodeId b, const Filter& filter) {
  const FilteredView view(graph, filter);
  Folding folding(view);
  const auto groups = Must(folding.GroupsOf(std::vector<NodeId>{a, b}));
  return groups[0] == groups[1];
}

bool SameChains(const std::vector<Chain>& a, const std::vector<Chain>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Chain& x, const Chain& y) {
    return x.nodes == y.nodes && x.hops == y.hops && x.ends == y.ends;
  });
}

}  // namespace

TEST_CASE("of equally short chains the first by ids is the shortest, and it alone is listed") {
  GraphBuilder graph;
  Build(graph);
  const ChainsBetween one = Between(graph, "a", "d");
  REQUIRE(one.chains.size() == 1);
  CHECK(graph.Names(one.chains[0].nodes) == Ids{"a", "b", "d"});
  CHECK(one.chains[0].ends == ChainEnd::kTarget);
  CHECK_FALSE(one.truncated);
  const ChainsBetween two = Between(graph, "a", "d", {std::nullopt, 2});
  CHECK(two.chains.size() == 2);
  CHECK(two.truncated);
  const ChainsBetween all = Between(graph, "a", "d", {std::nullopt, 3});
  CHECK(graph.Names(all.chains.at(2).nodes) == Ids{"a", "x", "y", "d"});
  CHECK_FALSE(all.truncated);
  CHECK(Between(graph, "a", "d", {2, 9}).chains.size() == 2);
}

TEST_CASE("where no chain leads to a node, it is said what does") {
  GraphBuilder graph;
  Build(graph);
  const ChainsBetween back = Between(graph, "d", "a");
  CHECK(back.chains.empty());
  CHECK(back.hops_back == 2);
  const ChainsBetween longer = Between(graph, "a", "d", {1, std::nullopt});
  CHECK(longer.chains.empty());
  CHECK(longer.hops_beyond == 2);
  const ChainsBetween behind = Between(graph, "a", "e");
  CHECK(behind.chains.empty());
  CHECK(behind.ends_before == graph.Id("d"));
  CHECK_FALSE(behind.hops_back);
  CHECK_FALSE(behind.hops_beyond);
}

TEST_CASE("chains between random nodes are those that tracing lists") {
  const uint64_t seed = Seed();
  uint64_t found = 0;
  uint64_t back = 0;
  uint64_t beyond = 0;
  for (uint64_t round = 0; round < 300; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/true);
    const auto builder = random.Play(random.StepCount());
    const GraphView& graph = builder->Graph();
    const Filter filter = random.PickFilter(*builder);
    const uint64_t count = Must(graph.Counts()).nodes;
    for (int pair = 0; pair < 20; ++pair) {
      const NodeId from{random.Pick(count)};
      const NodeId to{random.Pick(count)};
      INFO("from " << builder->Names({from, to}).front() << " to "
                   << builder->Names({from, to}).back());
      TraceOptions options;
      options.to = to;
      options.chains_max = 1'000'000;
      if (random.Pick(2) == 0) {
        options.hops_max = random.Pick(4);
      }
      const auto all =
          FindChainsBetween(graph, from, to, filter, {options.hops_max, options.chains_max});
      const FilteredView view(graph, filter);
      const bool is_there =
          RequirePresent(view, from).has_value() && RequirePresent(view, to).has_value();
      REQUIRE(all.has_value() == is_there);
      if (!is_there) {
        continue;
      }
      const Trace trace = Must(TraceNode(graph, from, filter, options));
      const auto one = Must(FindChainsBetween(graph, from, to, filter, {options.hops_max, {}}));
      const bool are_one = AreOne(graph, from, to, filter);
      if (are_one) {
        REQUIRE(all->chains.size() == 1);
        CHECK(all->chains[0].nodes == std::vector<NodeId>{from});
      } else {
        REQUIRE(SameChains(all->chains, trace.chains));
      }
      REQUIRE(one.chains.size() == std::min<size_t>(all->chains.size(), 1));
      CHECK((one.chains.empty() || one.chains[0].nodes == all->chains[0].nodes));
      const auto shortest = Must(ShortestChain(graph, from, to, filter));
      CHECK(all->hops_beyond.has_value() == (all->chains.empty() && !shortest.empty()));
      const auto other_way = Must(ShortestChain(graph, to, from, filter));
      CHECK(all->hops_back.has_value() == (shortest.empty() && !are_one && !other_way.empty()));
      found += all->chains.size();
      back += all->hops_back ? 1 : 0;
      beyond += all->hops_beyond ? 1 : 0;
    }
  }
  CHECK(found > 0);
  CHECK(back > 0);
  CHECK(beyond > 0);
}

}  // namespace stemma::testing
