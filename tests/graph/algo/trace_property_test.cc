#include <algorithm>
#include <array>
#include <random>

#include <catch2/catch_all.hpp>

#include "graph/algo/depth.h"
#include "graph/algo/naive_sourcing.h"
#include "graph/algo/trace.h"
#include "support/graph_builder.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

class RandomGraph {
 public:
  explicit RandomGraph(uint64_t seed) : random_(seed) {
    constexpr std::array kKinds = {NodeKind::kArticle,  NodeKind::kArticle, NodeKind::kArticle,
                                   NodeKind::kDocument, NodeKind::kQuote,   NodeKind::kSpeaker,
                                   NodeKind::kOutlet};
    const size_t count = 2 + Pick(7);
    for (size_t i = 0; i < count; ++i) {
      kinds_.push_back(kKinds[Pick(kKinds.size())]);
      std::vector<std::pair<std::string, std::string>> fields;
      if (Pick(8) == 0) {
        fields.emplace_back("first_hand", "true");
      }
      if (Pick(3) == 0) {
        fields.emplace_back("unnamed", "true");
      }
      builder_.Node(kinds_[i], Id(i), fields);
    }
    const size_t edges = Pick(count * 3);
    for (size_t i = 0; i < edges; ++i) {
      AddEdge();
    }
  }

  GraphBuilder& Builder() { return builder_; }
  std::vector<NodeId> Nodes() {
    std::vector<NodeId> nodes;
    for (size_t i = 0; i < kinds_.size(); ++i) {
      nodes.push_back(builder_.Id(Id(i)));
    }
    return nodes;
  }

 private:
  size_t Pick(size_t below) { return std::uniform_int_distribution<size_t>(0, below - 1)(random_); }
  // Byte order differs from the order of arrival.
  static std::string Id(size_t i) { return std::string(1, static_cast<char>('z' - i)); }

  void AddEdge() {
    constexpr std::array kKinds = {EdgeKind::kDerivedFrom, EdgeKind::kCites, EdgeKind::kQuotedFrom,
                                   EdgeKind::kSpokenBy, EdgeKind::kQuotes};
    const size_t from = Pick(kinds_.size());
    const size_t to = Pick(kinds_.size());
    const EdgeKind kind = kKinds[Pick(kKinds.size())];
    if (!MayConnect(kind, kinds_[from], kinds_[to])) {
      return;
    }
    const size_t dice = Pick(10);
    builder_.Edge(Id(from), kind, Id(to), [&](EdgeAssertion& edge) {
      if (dice == 0) {
        edge.how = "revision";
      } else if (dice == 1) {
        edge.inherited = true;
      } else if (dice == 2) {
        edge.status = AssertionStatus::kWithdrawn;
      } else if (dice == 3) {
        edge.status = AssertionStatus::kInferred;
      }
    });
  }

  std::mt19937_64 random_;
  std::vector<NodeKind> kinds_;
  GraphBuilder builder_;
};

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

}  // namespace

TEST_CASE("chains and depth of random graphs are those of a plain search of all simple paths") {
  const uint64_t seed = Seed();
  for (uint64_t round = 0; round < 2000; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    RandomGraph random(seed + round);
    const MemoryGraph& graph = random.Builder().Graph();
    const NaiveSourcing naive(graph);
    for (const NodeId node : random.Nodes()) {
      TraceOptions options;
      options.chains_max = 1'000'000;
      const auto trace = TraceNode(graph, node, Filter{}, options);
      REQUIRE(trace.has_value());
      INFO("node " << random.Builder().Names({node}).front());
      CHECK_FALSE(trace->truncated);
      REQUIRE(Words(Plain(random.Builder(), trace->chains)) == Words(naive.Chains(node)));
      const Depth expected = naive.DepthOf(node);
      CHECK(trace->depth == expected);
      const auto depth = DepthOf(graph, node, Filter{});
      REQUIRE(depth.has_value());
      CHECK(depth->depth == expected);
      CHECK(depth->witness.empty() == !expected.min.has_value());
    }
  }
}

}  // namespace stemma::testing
