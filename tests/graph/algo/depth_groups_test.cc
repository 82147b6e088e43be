#include "graph/algo/depth_groups.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <catch2/catch_all.hpp>

#include "graph/algo/depth.h"
#include "graph/algo/folding.h"
#include "graph/algo/naive_sourcing.h"
#include "graph/algo/origins.h"
#include "graph/algo/random_sourcing.h"
#include "support/graph_builder.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/three_views.h"

namespace stemma::testing {
namespace {

constexpr uint64_t kAll = 1'000'000;

DepthGroups GroupsOf(const GraphView& graph, WorkGrouping by, const Filter& filter = {},
                     uint64_t groups_max = kAll) {
  return Must(DepthByGroup(Must(Survey::Of(graph, filter)), by, groups_max));
}

std::string Words(const DepthGroup& group) {
  std::string words = group.key.value_or("-") + " " + std::to_string(group.works) + " " +
                      std::to_string(group.reached) + " ";
  return words + (group.median ? std::to_string(static_cast<uint64_t>(*group.median * 2)) : "-") +
         "/2 " + std::to_string(group.single);
}

std::string Words(const DepthGroups& groups) {
  std::string words;
  for (const DepthGroup& group : groups.groups) {
    words += Words(group) + "; ";
  }
  return words;
}

// Whether all chains of a node to an origin share a node besides it, among all there are.
bool ShareNode(const std::vector<NaiveChain>& chains) {
  std::optional<std::set<std::string>> shared;
  for (const NaiveChain& chain : chains) {
    if (chain.ends != ChainEnd::kOrigin) {
      continue;
    }
    if (chain.nodes.size() == 1) {
      return true;  // it is an origin
    }
    const std::set<std::string> nodes(chain.nodes.begin() + 1, chain.nodes.end());
    if (!shared) {
      shared = nodes;
    }
    std::erase_if(*shared, [&](const std::string& node) { return !nodes.contains(node); });
  }
  return shared && !shared->empty();
}

// What each work adds to its groups, asked one by one.
class OneByOne {
 public:
  OneByOne(const GraphView& graph, const Filter& filter) : view_(graph, filter), folding_(view_) {}

  // `is_single`: of a work that reaches an origin.
  std::string Words(WorkGrouping by, const std::function<bool(NodeId)>& is_single) {
    std::map<std::optional<std::string>, DepthGroup> groups;
    std::map<std::optional<std::string>, std::vector<uint64_t>> depths;
    for (const NodeId work : Works()) {
      const Depth depth = Must(DepthOf(view_.Graph(), work, view_.Limits())).depth;
      for (const auto& key : KeysOf(work, by)) {
        DepthGroup& group = groups[key];
        group.key = key;
        ++group.works;
        if (depth.min) {
          depths[key].push_back(*depth.min);
          ++group.reached;
          group.single += is_single(work) ? 1 : 0;
        }
      }
    }
    std::vector<DepthGroup> sorted;
    for (auto& [key, group] : groups) {
      std::vector<uint64_t>& all = depths[key];
      std::sort(all.begin(), all.end());
      if (!all.empty()) {
        group.median = static_cast<double>(all[(all.size() - 1) / 2] + all[all.size() / 2]) / 2;
      }
      sorted.push_back(group);
    }
    std::sort(sorted.begin(), sorted.end(), [by](const DepthGroup& a, const DepthGroup& b) {
      const auto key = [by](const DepthGroup& group) {
        const uint64_t size = by == WorkGrouping::kMonth ? 0 : kAll - group.works;
        return std::tuple(size, !group.key, group.key.value_or(""));
      };
      return key(a) < key(b);
    });
    return testing::Words(DepthGroups{sorted, 0});
  }

 private:
  // As shown, each once.
  std::set<NodeId> Works() {
    std::set<NodeId> works;
    for (NodeId node; node.value < Must(view_.Graph().Counts()).nodes; ++node.value) {
      const NodeFacts facts = Must(view_.Facts(std::vector{node})).front();
      if (IsWork(facts.kind) && view_.IsPresent(node, facts)) {
        works.insert(GroupOf(node).shown);
      }
    }
    return works;
  }

  const Group& GroupOf(NodeId node) {
    return folding_.Of(Must(folding_.GroupsOf(std::vector{node})).front());
  }

  std::set<std::optional<std::string>> KeysOf(NodeId work, WorkGrouping by) {
    std::set<std::optional<std::string>> keys;
    if (by == WorkGrouping::kOutlet) {
      const Group group = GroupOf(work);
      const auto lists =
          Must(view_.Edges(group.members, Direction::kOut, SetOf(EdgeKind::kPublishedBy)));
      for (const std::vector<EdgeFacts>& list : lists) {
        for (const EdgeFacts& edge : list) {
          keys.insert(Must(view_.Graph().Ids(std::vector{GroupOf(edge.other).shown})).front());
        }
      }
    } else {
      const NodeState state = Must(view_.Node(work));
      const auto text = state.Text(by == WorkGrouping::kMonth ? "date" : "lang");
      // Dates of these graphs are a month, a day or a year as written.
      if (text && (by == WorkGrouping::kLanguage || text->size() > 4)) {
        keys.insert(std::string(text->substr(0, 7)));
      }
    }
    return keys.empty() ? std::set<std::optional<std::string>>{std::nullopt} : keys;
  }

  FilteredView view_;
  Folding folding_;
};

constexpr std::array kGroupings = {WorkGrouping::kOutlet, WorkGrouping::kLanguage,
                                   WorkGrouping::kMonth};

}  // namespace

TEST_CASE("works are counted by outlet, in each of several, and outlets that are one are one") {
  GraphBuilder graph;
  graph.Node(NodeKind::kOutlet, "post", {{"name", "The Post"}})
      .Node(NodeKind::kOutlet, "post-old")
      .Node(NodeKind::kOutlet, "wire")
      .Node(NodeKind::kDocument, "leak")
      .Node(NodeKind::kDocument, "leak2");
  for (const std::string id : {"a", "b", "c", "d"}) {
    graph.Node(NodeKind::kArticle, id);
  }
  graph.Edge("post-old", EdgeKind::kSameAs, "post");
  graph.Edge("a", EdgeKind::kPublishedBy, "post").Edge("a", EdgeKind::kPublishedBy, "post-old");
  graph.Edge("b", EdgeKind::kPublishedBy, "post-old").Edge("b", EdgeKind::kPublishedBy, "wire");
  graph.Edge("c", EdgeKind::kPublishedBy, "wire");
  graph.Edge("a", EdgeKind::kCites, "leak").Edge("b", EdgeKind::kCites, "a");
  graph.Edge("c", EdgeKind::kCites, "leak").Edge("c", EdgeKind::kCites, "leak2");
  const DepthGroups groups = GroupsOf(graph.Graph(), WorkGrouping::kOutlet);
  // Works, reached, twice the median, single.
  CHECK(Words(groups) == "- 3 2 0/2 2; post 2 2 3/2 2; wire 2 2 3/2 1; ");
  CHECK(groups.groups[1].label == "The Post");
  CHECK(groups.groups[2].label == "wire");

  const DepthGroups cut = GroupsOf(graph.Graph(), WorkGrouping::kOutlet, {}, 1);
  CHECK(cut.groups.size() == 1);
  CHECK(cut.left_out == 2);
}

TEST_CASE("a work is in a month when its date lies within one") {
  GraphBuilder graph;
  const std::vector<std::pair<std::string, std::string>> dates = {{"a", "2019-11-27"},
                                                                  {"b", "2019-11"},
                                                                  {"c", "2019-11-30/2019-12-01"},
                                                                  {"d", "2019"},
                                                                  {"e", "2019-11-03/.."},
                                                                  {"f", "2019-12-31T23:59:59Z"},
                                                                  {"g", "2019-12-01/2019-12-31"}};
  for (const auto& [id, date] : dates) {
    graph.Node(NodeKind::kArticle, id, {{"date", date}});
  }
  graph.Node(NodeKind::kArticle, "h");
  CHECK(Words(GroupsOf(graph.Graph(), WorkGrouping::kMonth)) ==
        "2019-11 2 0 -/2 0; 2019-12 2 0 -/2 0; - 4 0 -/2 0; ");
}

TEST_CASE("a work has one origin only where all its chains, searched one by one, share a node") {
  const uint64_t seed = Seed();
  uint64_t single = 0;
  uint64_t several = 0;
  for (uint64_t round = 0; round < 2000; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    const RandomSourcing random(seed + round, /*is_rich=*/false, /*more_works=*/round % 6);
    const auto builder = random.Play(random.StepCount());
    const MemoryGraph& graph = builder->Graph();
    const NaiveSourcing naive(graph);
    const std::string expected = OneByOne(graph, {}).Words(
        WorkGrouping::kLanguage, [&](NodeId node) { return ShareNode(naive.Chains(node)); });
    const DepthGroups groups = GroupsOf(graph, WorkGrouping::kLanguage);
    REQUIRE(Words(groups) == expected);
    for (const DepthGroup& group : groups.groups) {
      single += group.single;
      several += group.reached - group.single;
    }
  }
  CHECK(single > 100);
  CHECK(several > 100);
}

TEST_CASE("groups are what each work adds to them, with folding and every filter in the mix") {
  const uint64_t seed = Seed();
  for (uint64_t round = 0; round < 1000; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/true, /*more_works=*/round % 10);
    const auto builder = random.Play(random.StepCount());
    const auto before = random.Play(random.Pick(random.StepCount() + 1));
    const MemoryGraph& graph = builder->Graph();
    const ThreeViews views(graph, before->Graph());
    const Filter filter = random.PickFilter(*builder);
    for (const WorkGrouping by : kGroupings) {
      const std::string expected = OneByOne(graph, filter).Words(by, [&](NodeId node) {
        return Must(FindOrigins(graph, std::vector{node}, filter, /*with_families=*/false))
                   .independent.paths.size() == 1;
      });
      for (const GraphView* view : views.All()) {
        REQUIRE(Words(GroupsOf(*view, by, filter)) == expected);
      }
    }
  }
}

}  // namespace stemma::testing
