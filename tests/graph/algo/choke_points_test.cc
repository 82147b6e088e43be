#include <random>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <catch2/catch_all.hpp>

#include "graph/algo/choke_points.h"
#include "graph/algo/survey.h"
#include "support/graph_builder.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/snapshot_view.h"

namespace stemma::testing {
namespace {

using Bidirectional = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

// The nearest vertex that each vertex's chains pass, by Boost's dominator tree against the arcs.
// Boost must not see arcs from what its search does not reach.
std::vector<Vertex> NextByBoost(const SourcingGraph& graph, const ChokePoints& points) {
  const size_t sink = graph.VertexCount();
  Bidirectional reversed(sink + 1);
  for (Vertex v = 0; v < sink; ++v) {
    if (graph.Vertices()[v].end == ChainEnd::kOrigin) {
      boost::add_edge(sink, OneVertexOf(graph, v), reversed);
    }
    for (const Arc arc : graph.ArcsOf(v)) {
      if (points.Reaches(arc.To())) {
        boost::add_edge(OneVertexOf(graph, arc.To()), v, reversed);
      }
    }
  }
  const auto none = boost::graph_traits<Bidirectional>::null_vertex();
  std::vector<size_t> dominators(sink + 1, none);
  boost::lengauer_tarjan_dominator_tree(
      reversed, sink,
      boost::make_iterator_property_map(dominators.begin(),
                                        boost::get(boost::vertex_index, reversed)));
  std::vector<Vertex> next;
  for (Vertex v = 0; v < sink; ++v) {
    const size_t found = dominators[v];
    next.push_back(found == none || found == sink ? kNoVertex : static_cast<Vertex>(found));
  }
  return next;
}

std::string IdOfNumber(size_t number) {
  return "n" + std::to_string(number);
}

}  // namespace

TEST_CASE("choke points are those of Boost's dominator tree, with circles small and large") {
  const uint64_t seed = Seed();
  std::mt19937_64 random(seed);
  for (size_t round = 0; round < 60; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    const size_t nodes = 20 + random() % 400;
    const size_t edges = nodes + random() % (2 * nodes);
    // Of one edge in so many the direction is turned round.
    const size_t backwards = round % 3 == 0 ? 3 : 40;
    GraphBuilder builder;
    for (size_t i = 0; i < nodes; ++i) {
      const bool is_quote = i % 11 == 0;
      builder.Node(is_quote     ? NodeKind::kQuote
                   : i % 7 == 0 ? NodeKind::kDocument
                                : NodeKind::kArticle,
                   IdOfNumber(i),
                   i % 50 == 3
                       ? std::vector<std::pair<std::string, std::string>>{{"first_hand", "true"}}
                       : std::vector<std::pair<std::string, std::string>>{});
    }
    for (size_t i = 0; i < edges; ++i) {
      size_t from = 1 + random() % (nodes - 1);
      size_t to = random() % from;
      if (random() % backwards == 0) {
        std::swap(from, to);
      }
      if (to % 11 == 0) {
        continue;  // nothing is derived from a quote here
      }
      builder.Edge(IdOfNumber(from), from % 11 == 0 ? EdgeKind::kQuotedFrom : EdgeKind::kCites,
                   IdOfNumber(to));
    }
    const MemoryGraph& memory = builder.Graph();
    const SnapshotView view(memory, BuildSnapshot(memory));
    const Survey survey = Must(Survey::Of(view, Filter{}));
    const SourcingGraph& graph = survey.Sources();
    const ChokePoints points = ChokePoints::Of(graph, survey.Order());
    const std::vector<Vertex> expected = NextByBoost(graph, points);
    for (Vertex v = 0; v < graph.VertexCount(); ++v) {
      if (OneVertexOf(graph, v) == v) {
        REQUIRE(points.Next(v) == expected[v]);
      }
    }
  }
}

}  // namespace stemma::testing
