#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <catch2/catch_all.hpp>

#include "graph/algo/folding.h"
#include "graph/algo/origins.h"
#include "graph/algo/random_sourcing.h"
#include "graph/algo/trace.h"
#include "support/graph_builder.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/three_views.h"

namespace stemma::testing {
namespace {

using Way = std::vector<NodeId>;

// Every chain to an origin of a few nodes, one by one, as tracing lists them.
class AllChains {
 public:
  AllChains(const GraphView& graph, const Filter& filter) : graph_(graph), view_(graph, filter) {}

  // False when the filter leaves a node out.
  bool Add(NodeId given) {
    TraceOptions options;
    options.chains_max = 1'000'000;
    const auto trace = TraceNode(graph_, given, view_.Limits(), options);
    if (!trace) {
      return false;
    }
    REQUIRE_FALSE(trace->truncated);
    const bool is_claim = trace->kind == NodeKind::kClaim;
    reaches_ = false;
    for (const Chain& chain : trace->chains) {
      if (chain.ends == ChainEnd::kOrigin) {
        reaches_ = true;
        ways_.insert(Shown(chain.nodes));
      }
    }
    if (!is_claim) {
      given_.insert(Shown({given}).front());
    }
    return true;
  }

  bool LastReaches() const { return reaches_; }
  const std::set<Way>& Ways() const { return ways_; }
  bool IsGiven(NodeId node) const { return given_.contains(node); }

  // Given nodes are shown under the id asked; here all go by the node of their group.
  Way Shown(const Way& nodes) {
    Folding folding(view_);
    const auto groups = Must(folding.GroupsOf(nodes));
    Way shown;
    for (const uint32_t group : groups) {
      shown.push_back(folding.Of(group).shown);
    }
    return shown;
  }

  std::set<NodeId> Origins() const {
    std::set<NodeId> origins;
    for (const Way& way : ways_) {
      origins.insert(way.back());
    }
    return origins;
  }

  // Chains may meet in given nodes, but not in an origin.
  bool Share(const Way& a, const Way& b) const {
    return a.back() == b.back() || std::any_of(a.begin(), a.end(), [&](NodeId node) {
             return !IsGiven(node) && std::find(b.begin(), b.end(), node) != b.end();
           });
  }

  // For each origin one of its chains or none, wherever more could still be found.
  size_t MostDisjoint() const {
    std::map<NodeId, std::vector<Way>> of_origin;
    for (const Way& way : ways_) {
      of_origin[way.back()].push_back(way);
    }
    std::vector<Way> taken;
    size_t most = 0;
    const std::function<void(size_t)> take = [&](size_t from) {
      most = std::max(most, taken.size());
      if (taken.size() + (of_origin.size() - from) <= most) {
        return;
      }
      for (const Way& way : std::next(of_origin.begin(), static_cast<long>(from))->second) {
        const bool is_free = std::none_of(taken.begin(), taken.end(),
                                          [&](const Way& other) { return Share(other, way); });
        if (is_free) {
          taken.push_back(way);
          take(from + 1);
          taken.pop_back();
        }
      }
      take(from + 1);
    };
    take(0);
    return most;
  }

  // Nodes that all chains pass, in the order of the first.
  Way Common() const {
    Way common;
    for (const NodeId node : ways_.empty() ? Way() : *ways_.begin()) {
      const bool all = std::all_of(ways_.begin(), ways_.end(), [&](const Way& way) {
        return std::find(way.begin(), way.end(), node) != way.end();
      });
      if (all && !IsGiven(node)) {
        common.push_back(node);
      }
    }
    return common;
  }

 private:
  const GraphView& graph_;
  FilteredView view_;
  std::set<Way> ways_;
  std::set<NodeId> given_;
  bool reaches_ = false;
};

void CheckChains(const IndependentChains& found, AllChains& all, bool are_whole) {
  for (size_t i = 0; i < found.paths.size(); ++i) {
    const Way way = all.Shown(found.paths[i]);
    if (are_whole) {
      CHECK(all.Ways().contains(way));
    }
    for (size_t other = 0; other < i; ++other) {
      CHECK_FALSE(all.Share(way, all.Shown(found.paths[other])));
    }
  }
  CHECK(found.cut.size() == found.paths.size());
}

void CheckCut(const Way& cut, AllChains& all) {
  const Way shown = all.Shown(cut);
  const std::set<NodeId> origins = all.Origins();
  for (const NodeId node : shown) {
    CHECK((!all.IsGiven(node) || origins.contains(node)));
  }
  for (const Way& way : all.Ways()) {
    CHECK(std::any_of(way.begin(), way.end(), [&](NodeId node) {
      return std::find(shown.begin(), shown.end(), node) != shown.end();
    }));
  }
}

std::string Words(const Origins& answer) {
  std::string words;
  const auto add = [&](const Way& nodes) {
    words += "|";
    for (const NodeId node : nodes) {
      words += " " + std::to_string(node.value);
    }
  };
  add(answer.origins);
  add(answer.choke_points);
  for (const IndependentChains& one : {answer.independent, answer.families->independent}) {
    add(one.cut);
    std::for_each(one.paths.begin(), one.paths.end(), add);
  }
  for (const Sourceless& one : answer.no_origin) {
    add({one.node, NodeId{one.names_source ? 1U : 0U}});
  }
  for (const FoldedNode& one : answer.families->folded) {
    add({one.node, one.root});
  }
  return words;
}

// One node of any kind, or several that are no claims.
std::vector<NodeId> PickGiven(RandomSourcing& random, const GraphView& graph) {
  const size_t count = Must(graph.Counts()).nodes;
  std::vector<NodeId> given = {NodeId{random.Pick(count)}};
  for (size_t more = random.Pick(4); more > 0; --more) {
    given.push_back(NodeId{random.Pick(count)});
  }
  const auto facts = Must(graph.Facts(given));
  if (std::any_of(facts.begin(), facts.end(),
                  [](const NodeFacts& one) { return one.kind == NodeKind::kClaim; })) {
    given.resize(1);
  }
  return given;
}

}  // namespace

TEST_CASE("independent origins, cuts and choke points are those of all chains listed") {
  const uint64_t seed = Seed();
  size_t with_two = 0;
  for (uint64_t round = 0; round < 3000; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/round % 3 != 0);
    const auto builder = random.Play(random.StepCount());
    const MemoryGraph& graph = builder->Graph();
    const Filter filter = round % 2 == 0 ? Filter{} : random.PickFilter(*builder);
    const std::vector<NodeId> given = PickGiven(random, graph);
    AllChains all(graph, filter);
    std::vector<NodeId> without_origin;
    bool is_present = true;
    for (const NodeId node : given) {
      is_present = is_present && all.Add(node);
      if (is_present && !all.LastReaches() &&
          std::find(without_origin.begin(), without_origin.end(), node) == without_origin.end()) {
        without_origin.push_back(node);
      }
    }
    const auto answer = FindOrigins(graph, given, filter, /*with_families=*/true);
    REQUIRE(answer.has_value() == is_present);
    if (!is_present) {
      continue;
    }
    const Way origins = all.Shown(answer->origins);
    REQUIRE(std::set<NodeId>(origins.begin(), origins.end()) == all.Origins());
    CHECK(origins.size() == all.Origins().size());
    REQUIRE(answer->independent.paths.size() == all.MostDisjoint());
    with_two += answer->independent.paths.size() > 1 ? 1 : 0;
    CheckChains(answer->independent, all, /*are_whole=*/true);
    CheckCut(answer->independent.cut, all);
    CHECK(all.Shown(answer->choke_points) == all.Common());
    std::vector<NodeId> no_origin;
    for (const Sourceless& one : answer->no_origin) {
      no_origin.push_back(one.node);
    }
    CHECK(no_origin == without_origin);
    CheckChains(answer->families->independent, all, /*are_whole=*/false);
    CHECK(answer->families->independent.paths.size() <= answer->independent.paths.size());
    CHECK(answer->families->independent.paths.empty() == answer->independent.paths.empty());
  }
  CHECK(with_two > 50);  // the graphs are no trivial ones
}

TEST_CASE("independent origins do not depend on whether there is a snapshot, or how old it is") {
  const uint64_t seed = Seed();
  for (uint64_t round = 0; round < 1000; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomSourcing random(seed + round, /*is_rich=*/true);
    const auto builder = random.Play(random.StepCount());
    const auto before = random.Play(random.Pick(random.StepCount() + 1));
    const MemoryGraph& graph = builder->Graph();
    const ThreeViews views(graph, before->Graph());
    const Filter filter = random.PickFilter(*builder);
    const std::vector<NodeId> given = PickGiven(random, graph);
    const auto expected = FindOrigins(graph, given, filter, true);
    for (const GraphView* view : views.All()) {
      const auto answer = FindOrigins(*view, given, filter, true);
      REQUIRE(answer.has_value() == expected.has_value());
      if (answer) {
        REQUIRE(Words(*answer) == Words(*expected));
      }
    }
  }
}

}  // namespace stemma::testing
