#include "storage/commit_leaves.h"

#include <string_view>
#include <utility>

namespace stemma {
namespace {

void AddLeaves(std::string_view lines, const std::vector<size_t>& ends, MerkleTree& tree) {
  size_t begin = 0;
  for (const size_t end : ends) {
    tree.Add(LeafHash(lines.substr(begin, end - begin)));
    begin = end;
  }
}

}  // namespace

void CommitLeaves::Await() {
  if (hashing_.valid()) {
    hashing_.get();
  }
}

void CommitLeaves::HashBuffer() {
  Await();
  hashing_ = std::async(std::launch::async,
                        [this, lines = std::exchange(lines_, {}), ends = std::exchange(ends_, {})] {
                          AddLeaves(lines, ends, tree_);
                        });
  lines_.reserve(kBufferBytes + kBufferBytes / 8);
}

const MerkleTree& CommitLeaves::Tree() {
  Await();
  AddLeaves(std::exchange(lines_, {}), std::exchange(ends_, {}), tree_);
  return tree_;
}

}  // namespace stemma
