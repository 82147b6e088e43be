#include "storage/merkle_tree.h"

#include <algorithm>

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
  std::array<uint8_t, 1 + 2 * kHashBytes> bytes;  // in one piece: hashed where they stand
  bytes[0] = kNode;
  std::copy(left.begin(), left.end(), bytes.begin() + 1);
  std::copy(right.begin(), right.end(), bytes.begin() + 1 + kHashBytes);
  return Hasher().Add(bytes.data(), bytes.size()).Done();
}

Hash256 MerkleTree::Join(const Hash256& left, const Hash256& right, uint64_t left_begin,
                         uint64_t right_begin, std::vector<Path>& paths) {
  const auto first =
      std::lower_bound(paths.begin(), paths.end(), left_begin,
                       [](const Path& path, uint64_t index) { return path.index < index; });
  for (auto path = first; path != paths.end(); ++path) {
    path->hashes.push_back(path->index < right_begin ? right : left);
  }
  return NodeHash(left, right);
}

void MerkleTree::Add(const Hash256& leaf, bool follow) {
  if (follow) {
    paths_.push_back({size_, 0, {}});
  }
  ++size_;
  Hash256 last = leaf;
  for (uint64_t width = 1; (size_ & width) == 0; width *= 2) {
    last = Join(subtrees_.back(), last, size_ - 2 * width, size_ - width, paths_);
    subtrees_.pop_back();
  }
  subtrees_.push_back(last);
}

Hash256 MerkleTree::Fold(std::vector<Path>& paths) const {
  Hash256 folded = subtrees_.back();
  uint64_t begin = size_ & (size_ - 1);  // without the last digit: the last subtree
  for (auto left = subtrees_.rbegin() + 1; left != subtrees_.rend(); ++left) {
    const uint64_t left_begin = begin & (begin - 1);
    folded = Join(*left, folded, left_begin, begin, paths);
    begin = left_begin;
  }
  return folded;
}

Hash256 MerkleTree::Root() const {
  std::vector<Path> none;
  return subtrees_.empty() ? Sha256("") : Fold(none);
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
