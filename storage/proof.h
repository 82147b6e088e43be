// That assertions were in the log of commits, for somebody who has a head of it and not the store.
//
// Source: docs/reliability.md, "A proof"; RFC 6962, 2.1.1. Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/base/result.h"
#include "storage/commit_log.h"
#include "storage/merkle_tree.h"

namespace stemma {

class RocksStore;
class StoredGraph;

struct ProvedLine {
  std::string line;  // as export jsonl writes it
  uint64_t commit = 0;
  MerkleTree::Path path;
};

// One entry of the log; `line` only where it is the commit of a proved line.
struct ProofLink {
  uint64_t number = 0;
  Hash256 line_hash{};
  std::string line;
};

struct Proof {
  std::vector<ProvedLine> lines;  // by arrival
  Hash256 before{};               // the head before the first link
  std::vector<ProofLink> links;   // without a gap, to the one that `head` is after
  Head head;
  uint64_t redacted = 0;  // asked for, and not to be proved any more
};

// Of assertions by their arrival, which are there, as of a head, or of the newest. O(n) in those of
// their commits, and in the commits since. InvalidInput: the head is none of this log, or older
// than one of them, or all of them were redacted. Corruption.
Result<Proof> ProveAssertions(const RocksStore& store, const StoredGraph& graph,
                              std::span<const uint64_t> arrivals,
                              const std::optional<Head>& head = std::nullopt);

}  // namespace stemma
