#include "graph/algo/filtered_graph.h"

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/algo/random_sourcing.h"
#include "graph/model/memory_graph.h"
#include "support/must.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

using EdgeName = std::tuple<std::string, EdgeKind, std::string>;

std::set<std::string> NodesIn(const GraphView& graph) {
  std::vector<NodeId> nodes;
  Must(graph.ScanNodes([&](NodeId node, const NodeFacts&) {
    nodes.push_back(node);
    return true;
  }));
  const std::vector<std::string> ids = Must(graph.Ids(nodes));
  return {ids.begin(), ids.end()};
}

std::set<EdgeName> EdgesIn(const GraphView& graph) {
  std::set<EdgeName> edges;
  Must(graph.ScanEdges([&](NodeId from, const EdgeFacts& edge) {
    const std::vector<NodeId> ends = {from, edge.other};
    const std::vector<std::string> ids = Must(graph.Ids(ends));
    edges.emplace(ids.front(), edge.kind, ids.back());
    return true;
  }));
  return edges;
}

// Whatever a view shows of its assertions.
void CopyInto(MemoryGraph& copy, const GraphView& graph) {
  const auto sink = copy.Begin();
  Must(graph.ScanAssertions([&](const ArrivedNode* node, const ArrivedEdge* edge) {
    Must(node != nullptr ? sink->Add(node->assertion, {}) : sink->Add(edge->assertion, {}));
    return true;
  }));
  REQUIRE(Must(sink->RejectWaiting()).empty());
  Must(sink->Commit());
}

TEST_CASE("a filtered graph shows the same in its scans, its edges and its assertions") {
  const uint64_t seed = Seed();
  for (uint64_t round = 0; round < 300; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/true);
    const auto builder = random.Play(random.StepCount());
    const MemoryGraph& graph = builder->Graph();
    const Filter filter = random.PickFilter(*builder);
    const FilteredGraph filtered = Must(FilteredGraph::Of(graph, filter));

    // What the questions' own view leaves of each node that is there, and withdrawn edges, which an
    // export keeps.
    const std::set<std::string> nodes = NodesIn(filtered);
    const FilteredView view(graph, filter);
    std::set<EdgeName> expected;
    std::set<EdgeName> seen;
    std::set<EdgeName> withdrawn;
    for (const std::string& id : nodes) {
      const std::vector<NodeId> one = {builder->Id(id)};
      const auto shown = Must(filtered.Edges(one, Direction::kOut));
      const auto left = Must(view.Edges(one, Direction::kOut, kAllEdgeKinds));
      for (const EdgeFacts& edge : shown.front()) {
        const EdgeName name{id, edge.kind, builder->Names({edge.other}).front()};
        (edge.status == AssertionStatus::kWithdrawn ? withdrawn : seen).insert(name);
      }
      for (const EdgeFacts& edge : left.front()) {
        const std::string other = builder->Names({edge.other}).front();
        if (nodes.contains(other)) {
          expected.emplace(id, edge.kind, other);
        }
      }
    }
    CHECK(seen == expected);
    seen.merge(withdrawn);
    CHECK(EdgesIn(filtered) == seen);

    MemoryGraph copy;
    CopyInto(copy, filtered);
    CHECK(NodesIn(copy) == nodes);
    CHECK(EdgesIn(copy) == seen);
    const GraphCounts counts = Must(filtered.Counts());
    CHECK(counts.nodes == nodes.size());
    CHECK(counts.edges == seen.size());
    CHECK(counts.assertions == Must(copy.Counts()).assertions);
  }
}

}  // namespace
}  // namespace stemma::testing
