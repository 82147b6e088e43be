#include <algorithm>

#include <catch2/catch_all.hpp>

#include "graph/algo/ancestors.h"
#include "graph/algo/circle_dates.h"
#include "graph/algo/corrections.h"
#include "graph/algo/depth.h"
#include "graph/algo/naive_sourcing.h"
#include "graph/algo/path.h"
#include "graph/algo/random_sourcing.h"
#include "graph/algo/trace.h"
#include "support/graph_builder.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/three_views.h"

namespace stemma::testing {
namespace {

std::vector<NaiveChain> Plain(GraphBuilder& builder, const std::vector<Chain>& chains) {
  std::vector<NaiveChain> plain;
  for (const Chain& chain : chains) {
    plain.push_back({chain.hops, builder.Names(chain.nodes), chain.ends});
  }
  return plain;
}

std::string Words(const std::vector<NaiveChain>& chains) {
  std::string words;
  for (const NaiveChain& chain : chains) {
    words += std::to_string(chain.hops) + " " + std::string(Name(chain.ends)) + ":";
    for (const std::string& node : chain.nodes) {
      words += " " + node;
    }
    words += "\n";
  }
  return words;
}

// Every node of a graph, by number.
std::vector<NodeId> NodesOf(const GraphView& graph) {
  std::vector<NodeId> nodes;
  for (NodeId node; node.value < Must(graph.Counts()).nodes; ++node.value) {
    nodes.push_back(node);
  }
  return nodes;
}

std::string Words(const Depth& depth) {
  const auto words = [](const std::optional<uint64_t>& hops) {
    return hops ? std::to_string(*hops) : std::string("-");
  };
  return words(depth.min) + ".." + words(depth.max);
}

std::string Words(const std::vector<NodeId>& nodes) {
  std::string words;
  for (const NodeId node : nodes) {
    words += " " + std::to_string(node.value);
  }
  return words;
}

// Everything that can be asked of a graph, as text.
std::string Answers(const GraphView& graph, const Filter& filter) {
  std::string words;
  AncestorSearch ancestors(graph, filter);
  const FilteredView view(graph, filter);
  Corrections corrections(view);
  for (const NodeId node : NodesOf(graph)) {
    words += "node " + std::to_string(node.value) + "\n";
    const auto trace = TraceNode(graph, node, filter, {});
    if (!trace) {
      words += trace.error().message + "\n";
      CHECK_FALSE(ancestors.From(node).has_value());
      continue;
    }
    for (const Chain& chain : trace->chains) {
      words += std::string(Name(chain.ends)) + Words(chain.nodes);
      for (const Step& step : chain.steps) {
        words += " " + std::string(Name(step.edge.kind)) + Words({step.edge.from, step.edge.to}) +
                 "#" + std::to_string(step.facts.arrival) + (step.is_hop ? "" : "=");
      }
      words += "\n";
    }
    const NodeDepth depth = Must(DepthOf(graph, node, filter));
    words += Words(depth.depth) + " witness" + Words(depth.witness) + " ends";
    for (const uint64_t count : depth.ends) {
      words += " " + std::to_string(count);
    }
    CHECK(trace->depth == depth.depth);
    if (depth.is_certain) {
      Filter certain = filter;
      certain.with_uncertain = false;
      const NodeDepth without = Must(DepthOf(graph, node, certain));
      CHECK(without.depth == depth.depth);
      CHECK(without.ends == depth.ends);
      CHECK(without.witness == depth.witness);
    }
    words += "\nancestors";
    const std::span<const Ancestor> found = Must(ancestors.From(node));
    for (const Ancestor& ancestor : found) {
      words += Words({ancestor.node}) + ":" + std::to_string(ancestor.hops);
    }
    words += "\ncorrections";
    Must(corrections.Load(std::vector<NodeId>{node}));
    for (const Correction& one : corrections.Of(node)) {
      words += " " + one.by + ">" + one.corrected;
    }
    words += "\n";
  }
  const DepthDistribution all = Must(DepthOfAllWorks(graph, filter, 3));
  words += std::to_string(all.works) + " " + std::to_string(all.reached) + " " +
           std::to_string(all.attributed);
  for (const auto& [hops, works] : all.histogram) {
    words += " " + std::to_string(hops) + ":" + std::to_string(works);
  }
  for (const WorkDepth& work : all.deepest) {
    words += Words({work.node}) + "=" + Words(work.depth);
  }
  for (const DatedCircle& dated : Must(FindDatedCircles(graph, filter, 9)).circles) {
    words += "\ncircle" + Words(dated.circle.nodes) + " round" + Words(dated.circle.round);
    for (const EdgeKind kind : dated.circle.edges) {
      words += " " + std::string(Name(kind));
    }
    words += " " + std::string(Name(dated.verdict));
    for (const LaterLink& link : dated.later) {
      words += Words({link.from, link.to}) + " " + link.from_date + " " + link.to_date;
    }
  }
  return words;
}

}  // namespace

TEST_CASE("chains and depth of random graphs are those of a plain search of all simple paths") {
  const uint64_t seed = Seed();
  for (uint64_t round = 0; round < 1000; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/false);
    const auto builder = random.Play(random.StepCount());
    const auto before = random.Play(random.Pick(random.StepCount() + 1));
    const MemoryGraph& graph = builder->Graph();
    const NaiveSourcing naive(graph);
    const ThreeViews views(graph, before->Graph());
    for (const NodeId node : NodesOf(graph)) {
      INFO("node " << builder->Names({node}).front());
      const std::string chains = Words(naive.Chains(node));
      const Depth expected = naive.DepthOf(node);
      for (const GraphView* view : views.All()) {
        TraceOptions options;
        options.chains_max = 1'000'000;
        const Trace trace = Must(TraceNode(*view, node, Filter{}, options));
        CHECK_FALSE(trace.truncated);
        REQUIRE(Words(Plain(*builder, trace.chains)) == chains);
        CHECK(trace.depth == expected);
        const NodeDepth depth = Must(DepthOf(*view, node, Filter{}));
        CHECK(depth.depth == expected);
        CHECK(depth.witness.empty() == !expected.min.has_value());
      }
    }
  }
}

TEST_CASE("no answer depends on whether there is a snapshot, or how old it is") {
  const uint64_t seed = Seed();
  for (uint64_t round = 0; round < 1000; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/true);
    const auto builder = random.Play(random.StepCount());
    const auto before = random.Play(random.Pick(random.StepCount() + 1));
    const ThreeViews views(builder->Graph(), before->Graph());
    for (const Filter& filter : {Filter{}, random.PickFilter(*builder)}) {
      const std::string expected = Answers(*views.All()[0], filter);
      REQUIRE(Answers(*views.All()[1], filter) == expected);
      REQUIRE(Answers(*views.All()[2], filter) == expected);
    }
  }
}

TEST_CASE("a node is an ancestor, and a path leads to it, where a chain arrives at it") {
  const uint64_t seed = Seed();
  for (uint64_t round = 0; round < 300; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/true);
    const auto builder = random.Play(random.StepCount());
    const auto before = random.Play(random.Pick(random.StepCount() + 1));
    const ThreeViews views(builder->Graph(), before->Graph());
    const Filter filter = random.PickFilter(*builder);
    for (const GraphView* view : views.All()) {
      AncestorSearch ancestors(*view, filter);
      PathFinder paths(*view, filter);
      for (const NodeId node : NodesOf(*view)) {
        const auto found = ancestors.From(node);
        CHECK(paths.Shortest(node, node).has_value() == found.has_value());
        for (const NodeId to : found ? NodesOf(*view) : std::vector<NodeId>()) {
          INFO("from " << builder->Names({node, to}).front() << " to "
                       << builder->Names({node, to}).back());
          TraceOptions options;
          options.to = to;
          options.chains_max = 1'000'000;
          const Trace trace = Must(TraceNode(*view, node, filter, options));
          for (const auto& chain :
               {Must(paths.Shortest(node, to)), Must(ShortestChain(*view, node, to, filter))}) {
            CHECK(chain.empty() == trace.chains.empty());
            CHECK((chain.empty() ||
                   std::any_of(trace.chains.begin(), trace.chains.end(), [&](const Chain& one) {
                     return one.nodes == chain && one.hops == trace.chains.front().hops;
                   })));
          }
          const auto ancestor =
              std::find_if(found->begin(), found->end(), [&](const Ancestor& one) {
                return !trace.chains.empty() && one.node == trace.chains.front().nodes.back();
              });
          CHECK((ancestor != found->end()) ==
                (!trace.chains.empty() && trace.chains.front().nodes.back() != node));
          CHECK((ancestor == found->end() || ancestor->hops == trace.chains.front().hops));
        }
      }
    }
  }
}

}  // namespace stemma::testing
