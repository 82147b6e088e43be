#include "storage/merkle_tree.h"

#include <algorithm>
#include <utility>

#include <nettle/sha2.h>

#include "graph/base/escaped_bytes.h"

namespace stemma {
namespace {

// They keep leaves, inner nodes and heads from being taken for each other.
constexpr uint8_t kLeaf = 0;
constexpr uint8_t kNode = 1;

class Hasher {
 public:
  Hasher() { sha256_init(&context_); }
  Hasher& Add(const uint8_t* bytes, size_t size) {
    sha256_update(&context_, size, bytes);
    return *this;
  }
  Hasher& Add(std::string_view bytes) {
    return Add(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  }
  Hasher& Add(const Hash256& hash) { return Add(hash.data(), hash.size()); }
  Hash256 Done() {
    Hash256 hash;
    sha256_digest(&context_, hash.size(), hash.data());
    return hash;
  }

 private:
  sha256_ctx context_;
};

}  // namespace

Hash256 Sha256(std::string_view bytes) {
  return Hasher().Add(bytes).Done();
}

Hash256 HashFrom(std::string_view bytes) {
  Hash256 hash{};
  if (bytes.size() == hash.size()) {
    std::copy(bytes.begin(), bytes.end(), hash.begin());
  }
  return hash;
}

std::string Hex(const Hash256& hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const uint8_t byte : hash) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

std::optional<Hash256> ParseHex(std::string_view text) {
  Hash256 hash{};
  if (text.size() != 2 * hash.size()) {
    return std::nullopt;
  }
  for (size_t i = 0; i < hash.size(); ++i) {
    const auto high = ValueOfDigit(text[2 * i]);
    const auto low = ValueOfDigit(text[2 * i + 1]);
    if (!high || !low) {
      return std::nullopt;
    }
    hash[i] = static_cast<uint8_t>(*high * 16 + *low);
  }
  return hash;
}

Hash256 LeafHash(std::string_view line) {
  return Hasher().Add(&kLeaf, 1).Add(line).Done();
}

Hash256 NodeHash(const Hash256& left, const Hash256& right) {
  return Hasher().Add(&kNode, 1).Add(left).Add(right).Done();
}

MerkleTree::Subtree MerkleTree::Join(Subtree left, Subtree right, std::vector<Path>& paths) {
  for (const size_t leaf : left.followed) {
    paths[leaf].hashes.push_back(right.hash);
  }
  for (const size_t leaf : right.followed) {
    paths[leaf].hashes.push_back(left.hash);
  }
  left.hash = NodeHash(left.hash, right.hash);
  left.size += right.size;
  left.followed.insert(left.followed.end(), right.followed.begin(), right.followed.end());
  return left;
}

void MerkleTree::Add(const Hash256& leaf, bool follow) {
  Subtree last{leaf, 1, {}};
  if (follow) {
    last.followed.push_back(paths_.size());
    paths_.push_back({size_, 0, {}});
  }
  ++size_;
  while (!subtrees_.empty() && subtrees_.back().size == last.size) {
    Subtree left = std::move(subtrees_.back());
    subtrees_.pop_back();
    last = Join(std::move(left), std::move(last), paths_);
  }
  subtrees_.push_back(std::move(last));
}

MerkleTree::Subtree MerkleTree::Fold(std::vector<Path>& paths) const {
  Subtree folded = subtrees_.back();
  for (auto left = subtrees_.rbegin() + 1; left != subtrees_.rend(); ++left) {
    folded = Join(*left, std::move(folded), paths);
  }
  return folded;
}

Hash256 MerkleTree::Root() const {
  std::vector<Path> paths = paths_;
  return subtrees_.empty() ? Sha256("") : Fold(paths).hash;
}

std::vector<MerkleTree::Path> MerkleTree::Paths() const {
  std::vector<Path> paths = paths_;
  if (!subtrees_.empty()) {
    Fold(paths);
  }
  for (Path& path : paths) {
    path.size = size_;
  }
  return paths;
}

std::optional<Hash256> RootBy(const Hash256& leaf, const MerkleTree::Path& path) {
  if (path.index >= path.size) {
    return std::nullopt;
  }
  Hash256 hash = leaf;
  uint64_t index = path.index;
  uint64_t last = path.size - 1;
  for (const Hash256& beside : path.hashes) {
    if (last == 0) {
      return std::nullopt;
    }
    if (index % 2 == 1 || index == last) {
      hash = NodeHash(beside, hash);
      while (index % 2 == 0 && index != 0) {
        index /= 2;
        last /= 2;
      }
    } else {
      hash = NodeHash(hash, beside);
    }
    index /= 2;
    last /= 2;
  }
  return last == 0 ? std::optional(hash) : std::nullopt;
}

}  // namespace stemma
