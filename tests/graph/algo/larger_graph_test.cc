#include <algorithm>
#include <random>

#include <catch2/catch_all.hpp>

#include "graph/algo/ancestors.h"
#include "graph/algo/cycles.h"
#include "graph/algo/depth.h"
#include "graph/algo/path.h"
#include "support/graph_builder.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/three_views.h"

namespace stemma::testing {
namespace {

constexpr size_t kNodes = 700;

std::string IdOfNumber(size_t number) {
  return "n" + std::to_string(number);
}

// Newer works credit older ones, and a few the other way round; some are judged the same.
void Build(GraphBuilder& graph, std::mt19937_64& random, size_t edges) {
  for (size_t i = 0; i < kNodes; ++i) {
    graph.Node(i % 9 == 0 ? NodeKind::kDocument : NodeKind::kArticle, IdOfNumber(i));
  }
  for (size_t i = 0; i < edges; ++i) {
    const size_t from = 1 + random() % (kNodes - 1);
    const size_t to = random() % from;
    const bool is_backwards = random() % 500 == 0;
    const bool is_revision = random() % 10 == 0;
    if (random() % 200 == 0 && from % 9 != 0 && to % 9 != 0) {
      graph.Edge(IdOfNumber(from), EdgeKind::kSameAs, IdOfNumber(to));
    } else if (is_revision) {
      graph.Edge(IdOfNumber(from), EdgeKind::kDerivedFrom, IdOfNumber(to),
                 [](EdgeAssertion& edge) { edge.how = "revision"; });
    } else {
      graph.Edge(IdOfNumber(is_backwards ? to : from), EdgeKind::kCites,
                 IdOfNumber(is_backwards ? from : to));
    }
  }
}

std::string Words(const std::vector<NodeId>& nodes) {
  std::string words;
  for (const NodeId node : nodes) {
    words += " " + std::to_string(node.value);
  }
  return words;
}

std::string Answers(const GraphView& graph, const std::vector<NodeId>& asked) {
  std::string words;
  AncestorSearch ancestors(graph);
  PathFinder paths(graph);
  for (const NodeId node : asked) {
    const std::span<const Ancestor> found = Must(ancestors.From(node));
    for (const Ancestor& ancestor : found) {
      words += Words({ancestor.node}) + ":" + std::to_string(ancestor.hops);
    }
    const NodeDepth depth = Must(DepthOf(graph, node, Filter{}));
    words += "\ndepth " + std::to_string(depth.depth.min.value_or(999)) + " " +
             std::to_string(depth.depth.max.value_or(999)) + Words(depth.witness);
    for (const NodeId to : asked) {
      words += Must(paths.Shortest(node, to)).empty() ? " -" : " +";
    }
  }
  const DepthDistribution all = Must(DepthOfAllWorks(graph, Filter{}, 7));
  for (const auto& [hops, works] : all.histogram) {
    words += "\n" + std::to_string(hops) + ": " + std::to_string(works);
  }
  for (const WorkDepth& work : all.deepest) {
    words += Words({work.node}) + "/" + std::to_string(*work.depth.max);
  }
  for (const Circle& circle : Must(FindCircles(graph, Filter{}))) {
    words += "\ncircle" + Words(circle.nodes) + " round" + Words(circle.round);
  }
  return words;
}

}  // namespace

TEST_CASE("where hundreds of nodes are reached, a snapshot changes no answer either") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  for (const size_t edges : {size_t{1200}, size_t{2400}}) {
    std::mt19937_64 random(seed);
    GraphBuilder builder;
    Build(builder, random, edges);
    std::mt19937_64 again(seed);
    GraphBuilder before;
    Build(before, again, edges - 100);
    std::vector<NodeId> asked;
    for (size_t i = 0; i < 10; ++i) {
      asked.push_back(NodeId{kNodes - 1 - random() % 300});
    }
    const MemoryGraph& graph = builder.Graph();
    const ThreeViews views(graph, before.Graph());
    const std::string expected = Answers(*views.All()[0], asked);
    REQUIRE(Answers(*views.All()[1], asked) == expected);
    REQUIRE(Answers(*views.All()[2], asked) == expected);
  }
}

}  // namespace stemma::testing
