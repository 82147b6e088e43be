// The Merkle tree over the lines of one import, made while they come.
//
// Lines are written into a buffer by who adds them, and hashed, which takes longer, by a thread of
// its own while the next ones come.
// Source: storage/commit_log.h. Thread safety: one thread.
#pragma once

#include <cstddef>
#include <future>
#include <string>
#include <vector>

#include "graph/model/json_line.h"
#include "storage/merkle_tree.h"

namespace stemma {

class CommitLeaves {
 public:
  CommitLeaves() = default;
  ~CommitLeaves() { Await(); }
  CommitLeaves(const CommitLeaves&) = delete;
  CommitLeaves& operator=(const CommitLeaves&) = delete;

  // NodeAssertion or EdgeAssertion, in the order of arrival.
  template <class Assertion>
  void Add(const Assertion& assertion) {
    AppendJsonLine(assertion, /*with_at=*/true, lines_);
    ends_.push_back(lines_.size());
    if (lines_.size() >= kBufferBytes) {
      HashBuffer();
    }
  }
  // Of all that was added.
  const MerkleTree& Tree();

 private:
  static constexpr size_t kBufferBytes = size_t{1} << 20U;

  void HashBuffer();
  void Await();

  std::string lines_;         // one behind the other
  std::vector<size_t> ends_;  // of each
  MerkleTree tree_;           // touched by nobody else while `hashing_` runs
  std::future<void> hashing_;
};

}  // namespace stemma
