#include "graph/algo/standing.h"

#include <algorithm>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/algo/depth.h"
#include "graph/algo/filtered_graph.h"
#include "graph/algo/origins.h"
#include "graph/algo/random_sourcing.h"
#include "support/must.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

TEST_CASE("standings of many nodes are what each is told when asked alone") {
  const uint64_t seed = Seed();
  uint64_t with_choke = 0;
  uint64_t on_circles = 0;
  for (uint64_t round = 0; round < 300; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/true, /*more_works=*/round % 8);
    const auto builder = random.Play(random.StepCount());
    const MemoryGraph& graph = builder->Graph();
    const Filter filter = random.PickFilter(*builder);
    const FilteredGraph filtered = Must(FilteredGraph::Of(graph, filter));
    std::vector<NodeId> nodes;
    Must(filtered.ScanNodes([&](NodeId node, const NodeFacts&) {
      nodes.push_back(node);
      return true;
    }));
    const Standings standings = Must(StandingsOf(graph, nodes, filter));
    for (const NodeId node : nodes) {
      INFO(builder->Names({node}).front());
      const auto found = standings.of.find(node);
      const NodeDepth depth = Must(DepthOf(graph, node, filter));
      REQUIRE((found != standings.of.end()) !=
              (depth.kind == NodeKind::kSpeaker || depth.kind == NodeKind::kOutlet));
      if (found == standings.of.end()) {
        continue;
      }
      const Standing& standing = found->second;
      CHECK(standing.depth.min == depth.depth.min);
      CHECK(standing.depth.max == depth.depth.max);
      CHECK(standing.ends == depth.ends);
      const std::vector<NodeId> points = Must(FindChokePoints(graph, node, filter));
      CHECK(standing.choke == (points.empty() ? std::nullopt : std::optional(points.front())));
      with_choke += points.empty() ? 0 : 1;
      if (depth.kind == NodeKind::kClaim) {
        continue;
      }
      // A revision of an origin has depth 0 and is none.
      CHECK(standing.is_origin == (depth.witness.size() == 1));
      const auto circle = Must(FindCircleOf(graph, node, filter));
      if (circle) {
        ++on_circles;
        CHECK(std::any_of(standings.circles.begin(), standings.circles.end(),
                          [&](const Circle& one) { return one.nodes == circle->nodes; }));
      }
    }
  }
  CHECK(with_choke > 100);
  CHECK(on_circles > 50);
}

}  // namespace
}  // namespace stemma::testing
