#include "graph/algo/what_if.h"

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch_all.hpp>

#include "graph/algo/depth.h"
#include "graph/algo/folding.h"
#include "graph/algo/random_sourcing.h"
#include "support/graph_builder.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/three_views.h"

namespace stemma::testing {
namespace {

constexpr uint64_t kAll = 1'000'000;

std::string Words(const Depth& depth) {
  return depth.min ? std::to_string(*depth.min) + ".." + std::to_string(*depth.max) : "-";
}

std::string Words(const DepthChanges& changes, GraphBuilder& graph) {
  std::string words = std::to_string(changes.count.works) + " works, " +
                      std::to_string(changes.count.claims) + " claims:";
  for (const DepthChange& change : changes.list) {
    words += " " + graph.Names({change.node}).front() + " " + Words(change.before) + ">" +
             Words(change.after);
  }
  return words;
}

std::string Words(const WhatIf& answer, GraphBuilder& graph) {
  return std::to_string(answer.all.works) + " and " + std::to_string(answer.all.claims) +
         "; lost " + Words(answer.lost, graph) + "; deeper " + Words(answer.deeper, graph);
}

bool IsIn(const std::vector<NodeId>& nodes, NodeId node) {
  return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

// The same by asking for the depth of each node, before and after, one by one.
WhatIf OneByOne(const GraphView& graph, const Filter& filter, GraphBuilder& names,
                const std::function<Depth(NodeId)>& depth_after) {
  Filter filter_before = filter;
  filter_before.without.clear();
  const FilteredView before(graph, filter_before);
  Folding folding(before);
  WhatIf answer;
  std::map<uint32_t, std::vector<NodeId>> groups;  // of what stays
  for (NodeId node; node.value < Must(graph.Counts()).nodes; ++node.value) {
    const NodeFacts facts = Must(before.Facts(std::vector{node})).front();
    if ((IsWork(facts.kind) || facts.kind == NodeKind::kClaim) && before.IsPresent(node, facts) &&
        !IsIn(filter.without, node)) {
      groups[Must(folding.GroupsOf(std::vector{node})).front()].push_back(node);
    }
  }
  for (auto& [group, nodes] : groups) {
    const NodeId shown = folding.Of(group).shown;
    std::sort(nodes.begin(), nodes.end(), [&](NodeId a, NodeId b) {
      return std::pair(a != shown, names.Names({a})) < std::pair(b != shown, names.Names({b}));
    });
    const bool is_claim = Must(before.Facts(std::vector{shown})).front().kind == NodeKind::kClaim;
    ++(is_claim ? answer.all.claims : answer.all.works);
    std::set<std::string> fates;
    for (const NodeId node : nodes) {
      DepthChange change;
      change.node = node;
      change.before = Must(DepthOf(graph, node, filter_before)).depth;
      change.after = depth_after(node);
      const bool is_lost = change.before.min && !change.after.min;
      const bool is_deeper =
          change.before.min && change.after.min && *change.after.min > *change.before.min;
      if ((is_lost || is_deeper) && fates.insert(Words(change.after)).second) {
        DepthChanges& changes = is_lost ? answer.lost : answer.deeper;
        ++(is_claim ? changes.count.claims : changes.count.works);
        changes.list.push_back(change);
      }
    }
  }
  const auto key = [&](const DepthChange& change) {
    const int64_t growth = change.after.min ? *change.after.min - *change.before.min : 0;
    return std::pair(-growth, names.Names({change.node}));
  };
  for (DepthChanges* changes : {&answer.lost, &answer.deeper}) {
    std::sort(changes->list.begin(), changes->list.end(),
              [&](const DepthChange& a, const DepthChange& b) { return key(a) < key(b); });
  }
  return answer;
}

}  // namespace

TEST_CASE("works and claims lose their last origin or sit deeper without a node") {
  GraphBuilder graph;
  for (const std::string id : {"a", "b", "c", "d", "e"}) {
    graph.Node(NodeKind::kArticle, id);
  }
  graph.Node(NodeKind::kDocument, "near").Node(NodeKind::kDocument, "far");
  graph.Node(NodeKind::kClaim, "said").Node(NodeKind::kClaim, "else");
  graph.Edge("a", EdgeKind::kCites, "near").Edge("b", EdgeKind::kCites, "a");
  graph.Edge("c", EdgeKind::kCites, "near").Edge("c", EdgeKind::kCites, "d");
  graph.Edge("d", EdgeKind::kDerivedFrom, "e").Edge("e", EdgeKind::kCites, "far");
  graph.Edge("b", EdgeKind::kStates, "said").Edge("d", EdgeKind::kStates, "else");
  const GraphView& view = graph.Graph();
  Filter filter;
  filter.without = {graph.Id("near")};
  const WhatIf answer = Must(AskWhatIf(view, filter, kAll));
  CHECK(Words(answer, graph) ==
        "6 and 2; lost 2 works, 1 claims: a 1..1>- b 2..2>- said 2..2>-; "
        "deeper 1 works, 0 claims: c 1..3>3..3");
  CHECK(answer.through.works == 3);
  CHECK(answer.through.claims == 1);
  CHECK(answer.through_reached == 4);

  const WhatIf cut = Must(AskWhatIf(view, filter, 1));
  CHECK(Words(cut.lost, graph) == "2 works, 1 claims: a 1..1>-");

  filter.without = {graph.Id("b")};
  const WhatIf claim_only = Must(AskWhatIf(view, filter, kAll));
  CHECK(Words(claim_only, graph) ==
        "6 and 2; lost 0 works, 1 claims: said 2..2>-; deeper 0 works, 0 claims:");
}

TEST_CASE("a part that falls to another whole may change what never led to the removed one") {
  GraphBuilder graph;
  graph.Node(NodeKind::kDocument, "old").Node(NodeKind::kDocument, "new");
  graph.Node(NodeKind::kDocument, "part").Node(NodeKind::kArticle, "source");
  graph.Edge("part", EdgeKind::kPartOf, "old").Edge("part", EdgeKind::kPartOf, "new");
  graph.Edge("part", EdgeKind::kCites, "source");
  const GraphView& view = graph.Graph();
  Filter filter;
  filter.without = {graph.Id("new")};
  const WhatIf answer = Must(AskWhatIf(view, filter, kAll));
  CHECK(Words(answer.lost, graph) == "1 works, 0 claims: old 0..0>-");
}

TEST_CASE("what if is the depth of each node before and after, and of the graph rebuilt") {
  const uint64_t seed = Seed();
  uint64_t lost = 0;
  uint64_t deeper = 0;
  for (uint64_t round = 0; round < 2000; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/true, /*more_works=*/round % 16);
    const auto builder = random.Play(random.StepCount());
    const auto before = random.Play(random.Pick(random.StepCount() + 1));
    const MemoryGraph& graph = builder->Graph();
    Filter filter = random.PickFilter(*builder);
    const uint64_t count = Must(graph.Counts()).nodes;
    filter.without = {NodeId{random.Pick(count)}};
    if (random.Pick(4) == 0) {
      filter.without.push_back(NodeId{random.Pick(count)});
    }
    const std::string expected =
        Words(OneByOne(graph, filter, *builder,
                       [&](NodeId node) { return Must(DepthOf(graph, node, filter)).depth; }),
              *builder);

    const std::vector<std::string> removed = builder->Names(filter.without);
    const auto rebuilt = random.PlayWithBare({removed.begin(), removed.end()});
    Filter none_removed = filter;
    none_removed.without.clear();
    REQUIRE(Words(OneByOne(graph, filter, *builder,
                           [&](NodeId node) {
                             return Must(DepthOf(rebuilt->Graph(), node, none_removed)).depth;
                           }),
                  *builder) == expected);

    const ThreeViews views(graph, before->Graph());
    for (const GraphView* view : views.All()) {
      const WhatIf answer = Must(AskWhatIf(*view, filter, kAll));
      REQUIRE(Words(answer, *builder) == expected);
      CHECK(answer.lost.count.Sum() == answer.lost.list.size());
      lost += answer.lost.count.Sum();
      deeper += answer.deeper.count.Sum();
      const WhatIf first = Must(AskWhatIf(*view, filter, 1));
      CHECK(first.lost.count.Sum() == answer.lost.count.Sum());
      CHECK(first.deeper.list.size() == std::min<size_t>(1, answer.deeper.list.size()));
      if (!first.lost.list.empty()) {
        CHECK(first.lost.list.front().node == answer.lost.list.front().node);
      }
    }
  }
  // Of each kind some came up; with other seeds 93 to 210 were deeper.
  CHECK(lost > 20);
  CHECK(deeper > 20);
}

}  // namespace stemma::testing
