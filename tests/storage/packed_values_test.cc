// Packed values come back as they were, and bytes that are none are refused, never read past.
#include <algorithm>
#include <random>

#include <catch2/catch_all.hpp>

#include "storage/assertion_blocks.h"
#include "storage/edge_blocks.h"
#include "storage/key_codec.h"
#include "storage/node_blocks.h"
#include "support/seed.h"

namespace stemma::testing {
namespace {

class Random {
 public:
  explicit Random(uint64_t seed) : random_(seed) {}
  uint64_t Below(uint64_t end) {
    return std::uniform_int_distribution<uint64_t>(0, end - 1)(random_);
  }
  bool Rarely() { return Below(8) == 0; }
  Instant Moment() {
    switch (Below(6)) {
      case 0:
        return kDistantPast;
      case 1:
        return kDistantFuture;
      default:
        return static_cast<Instant>(Below(1U << 20U)) * 1'000'000;
    }
  }

 private:
  std::mt19937_64 random_;
};

std::vector<PackedEdge> SomeEdges(Random& random) {
  std::vector<PackedEdge> edges;
  const uint64_t start = random.Below(kBlockEdgesMax);
  for (uint64_t i = 0; i < 1 + random.Below(300); ++i) {
    PackedEdge edge;
    edge.ends = {NodeId{start + random.Below(6) * (random.Rarely() ? uint64_t{1} << 39U : 1)},
                 kEdgeKinds[random.Below(kEdgeKinds.size())], NodeId{random.Below(1U << 30U)}};
    EdgeFacts& facts = edge.stored.facts;
    facts.kind = edge.ends.kind;
    facts.other = edge.ends.far;
    facts.status = static_cast<AssertionStatus>(1 + random.Below(5));
    facts.judgement = static_cast<Judgement>(random.Below(4));
    facts.inherited = random.Rarely();
    facts.revision = random.Rarely();
    facts.has_claims = random.Rarely();
    facts.by_person = !random.Rarely();
    facts.confidence = random.Rarely() ? 0.25F : 1.0F;
    facts.at = random.Rarely() ? random.Moment() : 7;
    facts.arrival = random.Below(uint64_t{1} << 40U);
    edge.stored.earliest = random.Rarely() ? random.Moment() : 7;
    edge.stored.latest = 7;
    edge.stored.has_history = random.Rarely();
    edges.push_back(edge);
  }
  const auto is_before = [](const PackedEdge& a, const PackedEdge& b) { return a.ends < b.ends; };
  std::sort(edges.begin(), edges.end(), is_before);
  edges.erase(
      std::unique(edges.begin(), edges.end(),
                  [](const PackedEdge& a, const PackedEdge& b) { return a.ends == b.ends; }),
      edges.end());
  return edges;
}

std::vector<PackedEdge> Decode(const std::string& key, const std::string& value, bool with_facts,
                               bool& is_whole) {
  std::vector<PackedEdge> edges;
  is_whole = DecodeEdgeBlock(key, value, with_facts, [&](const PackedEdge& edge) {
    edges.push_back(edge);
    return true;
  });
  return edges;
}

TEST_CASE("a kind that there is not is no value") {
  const Adjacency ends{NodeId{1}, EdgeKind::kCites, NodeId{2}};
  CHECK(DecodeAdjacency(AdjacencyKey(ends)) == ends);
  for (const int kind : {0, 16, 255}) {
    Adjacency strange = ends;
    strange.kind = static_cast<EdgeKind>(kind);
    CHECK_FALSE(DecodeAdjacency(AdjacencyKey(strange)));
    CHECK_FALSE(DecodeId(EncodeId({NodeId{1}, static_cast<NodeKind>(kind)})));
  }
  CHECK(DecodeId(EncodeId({NodeId{1}, NodeKind::kOutlet})));
}

TEST_CASE("a block of edges comes back as it was, from either end") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const std::vector<PackedEdge> edges = SomeEdges(random);
    const std::string key = AdjacencyKey(edges.front().ends);
    for (const bool with_facts : {true, false}) {
      const std::string value = EncodeEdgeBlock(edges, with_facts);
      bool is_whole = false;
      const auto decoded = Decode(key, value, with_facts, is_whole);
      REQUIRE(is_whole);
      REQUIRE(decoded.size() == edges.size());
      for (size_t i = 0; i < edges.size(); ++i) {
        REQUIRE(decoded[i].ends == edges[i].ends);
        REQUIRE((!with_facts || decoded[i].stored == edges[i].stored));
      }
      // Cut anywhere, it may hold fewer edges, and is not read past.
      const std::string cut = value.substr(0, random.Below(value.size()));
      static_cast<void>(Decode(key, cut, with_facts, is_whole));
    }
    const PackedEdge& one = edges.front();
    REQUIRE(DecodeEdge(one.ends, EncodeEdge(one.stored)) == one.stored);
  }
}

TEST_CASE("a block of nodes comes back as it was, with gaps and any dates") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const uint64_t block = random.Below(uint64_t{1} << 30U);
    NodeBlock nodes;
    for (uint64_t i = 0; i < kBlockNodes; ++i) {
      if (random.Rarely()) {
        continue;
      }
      StoredNode node;
      node.facts.kind = kNodeKinds[random.Below(kNodeKinds.size())];
      node.facts.first_hand = random.Rarely();
      node.facts.unnamed = random.Rarely();
      node.facts.dated = !random.Rarely();
      if (node.facts.dated) {
        node.facts.date = {random.Moment(), random.Moment()};
      }
      node.earliest = random.Rarely() ? random.Moment() : 3;
      node.latest = random.Rarely() ? random.Moment() : 3;
      node.arrival = random.Below(uint64_t{1} << 40U);
      node.has_history = random.Rarely();
      node.id = "id" + std::string(random.Below(40), 'x') + std::to_string(random.Below(1000));
      nodes.emplace(block * kBlockNodes + i, node);
    }
    const std::string value = EncodeNodeBlock(block, nodes);
    REQUIRE(DecodeNodeBlock(block, value) == nodes);
    static_cast<void>(DecodeNodeBlock(block, value.substr(0, random.Below(value.size() + 1))));
  }
}

TEST_CASE("a block of assertions keeps plain ones and records, each with its own time") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    AssertionBlockBuilder builder;
    const uint64_t first = random.Below(uint64_t{1} << 39U);
    uint64_t arrival = first;
    std::vector<PackedAssertion> expected;
    const std::string record = "any bytes \xff";
    const std::optional<std::string> by =
        random.Below(2) == 0 ? std::optional<std::string>("desk") : std::nullopt;
    while (!builder.IsFull()) {
      PackedAssertion one;
      one.arrival = arrival;
      const Utterance utterance{random.Rarely() ? random.Moment() : 5, true, by};
      REQUIRE(builder.Fits(utterance));
      one.at = utterance.at;
      if (random.Rarely()) {
        one.said = WholeRecord{record};
        builder.AddRecord(arrival, 5, record);
      } else if (random.Below(2) == 0) {
        const EdgeKey ends{NodeId{random.Below(1U << 30U)}, EdgeKind::kCites,
                           NodeId{random.Below(uint64_t{1} << 40U)}};
        one.said = PlainEdge{ends};
        builder.AddPlain(arrival, utterance, ends);
      } else {
        NodeAssertion node;
        node.kind = NodeKind::kArticle;
        node.fields = {{"title", true, "t" + std::to_string(arrival)}, {"own", true, ""}};
        one.said = PlainNode{NodeId{random.Below(1U << 30U)}, node.kind, node.fields};
        builder.AddPlain(arrival, utterance, std::get<PlainNode>(one.said).node, node);
      }
      expected.push_back(one);
      arrival += 1 + random.Below(3);
    }
    const Utterance other{5, true, "another"};
    CHECK(
        (!builder.Fits(other) || std::all_of(expected.begin(), expected.end(), [](const auto& one) {
          return std::holds_alternative<WholeRecord>(one.said);
        })));
    const std::string value = builder.Take();
    const auto block = DecodeAssertionBlock(first, value);
    REQUIRE(block);
    REQUIRE(block->assertions.size() == expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
      const PackedAssertion& one = block->assertions[i];
      REQUIRE(one.arrival == expected[i].arrival);
      REQUIRE(one.said.index() == expected[i].said.index());
      if (const auto* edge = std::get_if<PlainEdge>(&one.said)) {
        REQUIRE(edge->ends == std::get<PlainEdge>(expected[i].said).ends);
        REQUIRE(one.at == expected[i].at);
      } else if (const auto* node = std::get_if<PlainNode>(&one.said)) {
        REQUIRE(node->node == std::get<PlainNode>(expected[i].said).node);
        REQUIRE(node->fields == std::get<PlainNode>(expected[i].said).fields);
        REQUIRE(one.at == expected[i].at);
      } else {
        REQUIRE(std::get<WholeRecord>(one.said).bytes == record);
      }
    }
  }
}

}  // namespace
}  // namespace stemma::testing
