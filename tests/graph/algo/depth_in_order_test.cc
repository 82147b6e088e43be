#include "graph/algo/depth_in_order.h"

#include <array>
#include <random>
#include <utility>

#include <catch2/catch_all.hpp>

#include "support/graph_builder.h"
#include "support/must.h"
#include "support/seed.h"
#include "support/snapshot_view.h"

namespace stemma::testing {
namespace {

std::string IdOfNumber(size_t number) {
  return "n" + std::to_string(number);
}

// A graph whose edges lead to lower numbers, or all to higher ones, but for a few in some graphs;
// with all kinds of ends, quotes, and edges that are not followed or not by every filter.
class OrderedGraph {
 public:
  explicit OrderedGraph(uint64_t seed) : random_(seed), falls_(Pick(2) == 0) {
    const size_t nodes = 2 + Pick(80);  // more than one word of a set of bits
    for (size_t i = 0; i < nodes; ++i) {
      AddNode(i);
    }
    const size_t exceptions = Pick(2) == 0 ? Pick(3) : 0;
    for (size_t i = 0; i < nodes * 3; ++i) {
      AddEdge(/*is_exception=*/i < exceptions);
    }
  }

  GraphBuilder& Builder() { return builder_; }
  const MemoryGraph& Graph() { return builder_.Graph(); }

 private:
  size_t Pick(size_t below) { return random_() % below; }

  void AddNode(size_t number) {
    constexpr std::array kKinds = {NodeKind::kArticle, NodeKind::kArticle,  NodeKind::kArticle,
                                   NodeKind::kArticle, NodeKind::kDocument, NodeKind::kQuote,
                                   NodeKind::kSpeaker, NodeKind::kOutlet};
    const NodeKind kind = kKinds[Pick(kKinds.size())];
    kinds_.push_back(kind);
    std::vector<std::pair<std::string, std::string>> fields;
    if (IsWork(kind) && Pick(12) == 0) {
      fields.emplace_back("first_hand", "true");
    } else if (kind == NodeKind::kSpeaker && Pick(2) == 0) {
      fields.emplace_back("unnamed", "true");
    }
    builder_.Node(kind, IdOfNumber(number), fields);
  }

  // An exception leads anywhere, may be a revision or a judgement, and may lift from a work.
  void AddEdge(bool is_exception) {
    constexpr std::array kKinds = {
        EdgeKind::kCites,      EdgeKind::kCites,    EdgeKind::kCites, EdgeKind::kDerivedFrom,
        EdgeKind::kQuotedFrom, EdgeKind::kSpokenBy, EdgeKind::kSameAs};
    const EdgeKind kind = kKinds[Pick(kKinds.size() - (is_exception ? 0 : 1))];
    size_t from = Pick(kinds_.size());
    size_t to = Pick(kinds_.size());
    if (!is_exception && kind != EdgeKind::kSpokenBy && (from < to) == falls_) {
      std::swap(from, to);
    }
    if (from == to || !MayConnect(kind, kinds_[from], kinds_[to]) ||
        (!is_exception && kind == EdgeKind::kQuotedFrom && IsWork(kinds_[to]))) {
      return;
    }
    builder_.Edge(IdOfNumber(from), kind, IdOfNumber(to), [&](EdgeAssertion& edge) {
      if (kind == EdgeKind::kSameAs) {
        edge.judgement = Judgement::kSame;
        return;
      }
      switch (Pick(is_exception ? 6 : 40)) {
        case 0:
          edge.status = AssertionStatus::kInferred;
          break;
        case 1:
          edge.status = AssertionStatus::kWithdrawn;
          break;
        case 2:
          edge.confidence = Confidence{false, 0, 0, 0.5};
          break;
        case 3:
          edge.inherited = IsSourcing(kind);
          break;
        case 4:
          edge.how = is_exception && kind == EdgeKind::kDerivedFrom ? "revision" : "";
          break;
        default:
          break;
      }
    });
  }

  std::mt19937_64 random_;
  bool falls_;
  GraphBuilder builder_;
  std::vector<NodeKind> kinds_;  // by number
};

std::string Words(GraphBuilder& builder, const NodeDepth& depth) {
  std::string words = std::string(Name(depth.kind)) + " " +
                      std::to_string(depth.depth.min.value_or(999)) + ".." +
                      std::to_string(depth.depth.max.value_or(999)) + " ends";
  for (const uint64_t count : depth.ends) {
    words += " " + std::to_string(count);
  }
  for (const std::string& name : builder.Names(depth.witness)) {
    words += " " + name;
  }
  return words;
}

}  // namespace

TEST_CASE("depth in the order of numbers is that of the sourcing graph, wherever there is one") {
  const uint64_t seed = Seed();
  size_t asked = 0;
  size_t answered = 0;
  for (uint64_t round = 0; round < 300; ++round) {
    INFO("STEMMA_SEED=" << seed << ", round " << round);
    OrderedGraph random(seed + round);
    const MemoryGraph& graph = random.Graph();
    const SnapshotView view(graph, BuildSnapshot(graph));
    std::vector<Filter> filters(3);
    filters[1].with_uncertain = false;
    filters[2].confidence_min = 0.6;
    for (NodeId node; node.value < Must(graph.Counts()).nodes; ++node.value) {
      for (const Filter& filter : filters) {
        INFO("node " << node.value << ", filter " << &filter - filters.data());
        const auto in_order = Must(DepthInOrder(FilteredView(view, filter), node));
        ++asked;
        if (!in_order) {
          continue;
        }
        ++answered;
        // The graph alone has no arrays to go through.
        const NodeDepth expected = Must(DepthOf(graph, node, filter));
        REQUIRE(Words(random.Builder(), *in_order) == Words(random.Builder(), expected));
      }
    }
  }
  CHECK(answered > asked / 2);
  CHECK(answered < asked);
}

TEST_CASE("a chain too long for numbers of two bytes is left to the sourcing graph") {
  constexpr size_t kNodes = 65'600;
  GraphBuilder builder;
  SnapshotBuilder arrays;  // BuildSnapshot is for small graphs
  for (size_t i = 0; i < kNodes; ++i) {
    const NodeKind kind = i == 0 ? NodeKind::kDocument : NodeKind::kArticle;
    builder.Node(kind, IdOfNumber(i));
    arrays.AddNode({true, kind}, kDistantPast);
    if (i > 0) {
      builder.Edge(IdOfNumber(i), EdgeKind::kCites, IdOfNumber(i - 1));
      arrays.AddEdge(EdgeClass{}, NodeId{i - 1});
    }
  }
  const SnapshotView view(builder.Graph(), std::move(arrays).Finish());
  const FilteredView filtered(view, Filter{});
  for (const size_t hops : {size_t{0}, size_t{65'000}, kNodes - 1}) {
    INFO("hops " << hops);
    const NodeId node{hops};
    CHECK(Must(DepthInOrder(filtered, node)).has_value() == (hops <= 65'000));
    const NodeDepth depth = Must(DepthOf(view, node, Filter{}));
    CHECK(depth.depth == Depth{hops, hops});
    CHECK(depth.witness.size() == hops + 1);
  }
}

}  // namespace stemma::testing
