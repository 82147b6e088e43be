// The Merkle tree over the lines of one import, made while they come.
//
// Lines are collected in a buffer, and hashed, which takes longer, by a thread of its own while the
// next ones come.
// Source: storage/commit_log.h. Thread safety: one thread.
#pragma once

#include <cstddef>
#include <future>
#include <string>
#include <string_view>
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
    AppendJsonLine(assertion, /*with_at=*/true, lines_.text);
    EndLine();
  }
  void Add(const BareEdgeLines& lines, std::string_view from, std::string_view to) {
    lines.Append(from, to, lines_.text);
    EndLine();
  }
  // Of all that was added.
  const MerkleTree& Tree();

 private:
  static constexpr size_t kBufferBytes = size_t{1} << 20U;

  struct Lines {
    // Keeps its room, unless a long line made it large.
    void Clear() {
      if (text.capacity() > 2 * kBufferBytes) {
        text = std::string();
      }
      text.clear();
      ends.clear();
    }
    std::string text;          // one behind the other
    std::vector<size_t> ends;  // of each
  };

  void EndLine() {
    lines_.ends.push_back(lines_.text.size());
    if (lines_.text.size() >= kBufferBytes) {
      HashBuffer();
    }
  }
  static void AddLeaves(const Lines& lines, MerkleTree& tree);
  void HashBuffer();
  void Await();

  Lines lines_;
  Lines hashed_;  // these two nobody else touches while `hashing_` runs
  MerkleTree tree_;
  std::future<void> hashing_;
};

}  // namespace stemma
