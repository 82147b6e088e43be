#include "storage/merkle_tree.h"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "support/seed.h"

namespace stemma::testing {
namespace {

// RFC 6962, 2.1, as it is written there: the reference for any number of leaves.
Hash256 RootOf(const std::vector<Hash256>& leaves) {
  if (leaves.empty()) {
    return Sha256("");
  }
  if (leaves.size() == 1) {
    return leaves.front();
  }
  size_t split = 1;
  while (split * 2 < leaves.size()) {
    split *= 2;
  }
  const auto middle = leaves.begin() + static_cast<std::ptrdiff_t>(split);
  return NodeHash(RootOf({leaves.begin(), middle}), RootOf({middle, leaves.end()}));
}

Hash256 Leaf(size_t number) {
  return LeafHash("line " + std::to_string(number));
}

TEST_CASE("hashes are SHA-256, and written in digits and back") {
  const std::string digits = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  CHECK(Hex(Sha256("abc")) == digits);
  CHECK(ParseHex(digits) == Sha256("abc"));
  CHECK(ParseHex("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD") ==
        Sha256("abc"));
  CHECK_FALSE(ParseHex(digits + "00").has_value());
  CHECK_FALSE(ParseHex(std::string(64, 'g')).has_value());
}

// The leaves and roots that implementations of Certificate Transparency test themselves with.
TEST_CASE("roots are those of RFC 6962") {
  const std::vector<std::string> leaves = {
      "",
      std::string(1, '\0'),
      "\x10",
      "\x20\x21",
      "\x30\x31",
      "\x40\x41\x42\x43",
      "\x50\x51\x52\x53\x54\x55\x56\x57",
      "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
  const std::vector<std::string> roots = {
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  MerkleTree tree;
  CHECK(Hex(tree.Root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  for (size_t i = 0; i < leaves.size(); ++i) {
    tree.Add(LeafHash(leaves[i]));
    CHECK(Hex(tree.Root()) == roots[i]);
  }
}

TEST_CASE("every leaf of every tree has a path that leads to its root, and to no other") {
  std::vector<Hash256> leaves;
  for (size_t size = 1; size <= 70; ++size) {
    leaves.push_back(Leaf(size));
    MerkleTree tree;
    for (const Hash256& leaf : leaves) {
      tree.Add(leaf, /*follow=*/true);
    }
    REQUIRE(tree.Root() == RootOf(leaves));
    const auto paths = tree.Paths();
    REQUIRE(paths.size() == size);
    for (size_t i = 0; i < size; ++i) {
      INFO("leaf " << i << " of " << size);
      CHECK(paths[i].index == i);
      CHECK(RootBy(leaves[i], paths[i]) == tree.Root());
      CHECK(RootBy(Leaf(1000), paths[i]) != tree.Root());
      MerkleTree::Path elsewhere = paths[i];
      elsewhere.index = (i + 1) % size;
      CHECK((size == 1 || RootBy(leaves[i], elsewhere) != tree.Root()));
      MerkleTree::Path longer = paths[i];
      longer.hashes.push_back(Leaf(0));
      CHECK_FALSE(RootBy(leaves[i], longer).has_value());
    }
  }
}

TEST_CASE("paths of a few leaves among many") {
  const uint64_t seed = Seed();
  INFO("STEMMA_SEED=" << seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 20; ++round) {
    const size_t size = 1 + random() % 3000;
    MerkleTree tree;
    std::vector<size_t> followed;
    for (size_t i = 0; i < size; ++i) {
      const bool follow = random() % 100 == 0;
      if (follow) {
        followed.push_back(i);
      }
      tree.Add(Leaf(i), follow);
    }
    const auto paths = tree.Paths();
    REQUIRE(paths.size() == followed.size());
    for (size_t i = 0; i < paths.size(); ++i) {
      CHECK(paths[i].index == followed[i]);
      CHECK(RootBy(Leaf(followed[i]), paths[i]) == tree.Root());
    }
  }
}

}  // namespace
}  // namespace stemma::testing
