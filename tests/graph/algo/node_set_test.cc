#include "graph/algo/node_set.h"

#include <random>
#include <set>

#include <catch2/catch_all.hpp>

#include "support/seed.h"

namespace stemma::testing {

TEST_CASE("the place of a node is how many smaller ones are in the set, few or many") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  for (const uint32_t bound : {1U, 64U, 65U, 5000U}) {
    for (const size_t adds : {size_t{0}, size_t{3}, size_t{200}, size_t{900}}) {
      NodeSet set(bound);
      std::set<uint32_t> expected;
      for (size_t i = 0; i < adds; ++i) {
        const auto node = static_cast<uint32_t>(random() % bound);
        CHECK(set.Add(node) == expected.insert(node).second);
        if (random() % 8 == 0) {
          set.Remove(node);
          expected.erase(node);
        }
      }
      set.Rank();
      REQUIRE(set.Size() == expected.size());
      std::vector<uint32_t> visited;
      set.ForEach([&](NodeId node) { visited.push_back(static_cast<uint32_t>(node.value)); });
      CHECK(visited == std::vector<uint32_t>(expected.begin(), expected.end()));
      for (uint32_t node = 0; node < bound + 2; ++node) {
        const auto place = expected.find(node);
        const uint32_t at = place == expected.end()
                                ? NodeSet::kNowhere
                                : static_cast<uint32_t>(std::distance(expected.begin(), place));
        REQUIRE(set.PlaceOf(NodeId{node}) == at);
      }
    }
  }
}

TEST_CASE("numbers are sorted the same way, few or many") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  NodeSorter sorter(100'000);
  for (const size_t count : {0, 1, 2, 20, 30, 500}) {
    std::set<uint32_t> expected;
    while (expected.size() < count) {
      expected.insert(static_cast<uint32_t>(random() % 100'000));
    }
    std::vector<uint32_t> nodes(expected.begin(), expected.end());
    std::shuffle(nodes.begin(), nodes.end(), random);
    sorter.Sort(nodes);
    CHECK(nodes == std::vector<uint32_t>(expected.begin(), expected.end()));
  }
}

}  // namespace stemma::testing
