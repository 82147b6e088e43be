#include "storage/commit_leaves.h"

#include <string_view>
#include <utility>

namespace stemma {

void CommitLeaves::AddLeaves(const Lines& lines, MerkleTree& tree) {
  const std::string_view text = lines.text;
  size_t begin = 0;
  for (const size_t end : lines.ends) {
    tree.Add(LeafHash(text.substr(begin, end - begin)));
    begin = end;
  }
}

void CommitLeaves::Await() {
  if (hashing_.valid()) {
    hashing_.get();
  }
}

void CommitLeaves::HashBuffer() {
  Await();
  std::swap(lines_, hashed_);
  lines_.Clear();
  hashing_ = std::async(std::launch::async, [this] { AddLeaves(hashed_, tree_); });
}

const MerkleTree& CommitLeaves::Tree() {
  Await();
  AddLeaves(lines_, tree_);
  lines_.Clear();
  return tree_;
}

}  // namespace stemma
