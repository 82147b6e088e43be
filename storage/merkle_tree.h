// Merkle trees over lines: a root of 32 bytes that no other lines have, and short proofs that one
// line is among them.
//
// Source: RFC 6962, 2.1 (hash of a tree) and 2.1.1 (audit paths); RFC 9162, 2.1.3.2 (checking one).
// Thread safety: pure functions and plain values.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stemma {

inline constexpr size_t kHashBytes = 32;
using Hash256 = std::array<uint8_t, kHashBytes>;

// SHA-256 (FIPS 180-4).
Hash256 Sha256(std::string_view bytes);
std::string Hex(const Hash256& hash);
// Of 32 bytes; all zeros for fewer.
Hash256 HashFrom(std::string_view bytes);
inline std::string_view BytesOf(const Hash256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}
// 64 digits of either case.
std::optional<Hash256> ParseHex(std::string_view text);

Hash256 LeafHash(std::string_view line);
Hash256 NodeHash(const Hash256& left, const Hash256& right);

// The tree of the leaves added, in O(log n) memory.
class MerkleTree {
 public:
  // `follow`: its path is one of Paths().
  void Add(const Hash256& leaf, bool follow = false);
  uint64_t Size() const { return size_; }
  // Of no leaves: the hash of nothing.
  Hash256 Root() const;

  struct Path {
    uint64_t index = 0;           // of the leaf, from 0
    uint64_t size = 0;            // of the tree
    std::vector<Hash256> hashes;  // beside the way, from the leaf up
  };
  // Of the leaves that are followed, in their order, in the tree of all so far.
  std::vector<Path> Paths() const;

 private:
  // The tree of two, the right one of which ends at the last leaf. Of both, the paths go on.
  static Hash256 Join(const Hash256& left, const Hash256& right, uint64_t left_begin,
                      uint64_t right_begin, std::vector<Path>& paths);
  // Not of no leaves.
  Hash256 Fold(std::vector<Path>& paths) const;

  // Of whole subtrees from the left, ever smaller: one for each binary digit of the size.
  std::vector<Hash256> subtrees_;
  uint64_t size_ = 0;
  std::vector<Path> paths_;  // as far as the subtrees go; their indices rise
};

// The root of the tree in which this leaf has this path; nothing when no tree has such a path.
std::optional<Hash256> RootBy(const Hash256& leaf, const MerkleTree::Path& path);

}  // namespace stemma
