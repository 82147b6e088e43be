// The log of commits: what each of them said, in one hash that also holds all that were before it.
//
// Each import or command that says something adds an entry: a Merkle root over the lines of its
// assertions, as export jsonl writes them, in the order of their arrival. The head after it is a
// hash of the head before and of the entry's own line, so that whoever knows a head knows whether
// anything up to it was altered, left out or put in since.
// Source: docs/reliability.md, "The log"; RFC 6962. Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/base/edtf.h"
#include "graph/base/result.h"
#include "storage/merkle_tree.h"

namespace stemma {

class RocksStore;

struct CommitEntry {
  uint64_t number = 0;  // from 1
  uint64_t first_arrival = 0;
  uint64_t end_arrival = 0;  // behind its last assertion
  uint64_t assertions = 0;
  uint64_t redacted = 0;  // lines of earlier commits (storage/redacted_lines.h)
  Instant at = 0;
  Hash256 root{};  // over the lines of both
  Hash256 head{};  // of the log up to this entry
  friend bool operator==(const CommitEntry&, const CommitEntry&) = default;
};

// What is hashed of it: one line of JSON.
std::string LineOf(const CommitEntry& entry);
// SHA-256 of a byte 2, the head before, which before the first entry is all zeros, and the SHA-256
// of a line.
Hash256 HeadAfter(const Hash256& before, const Hash256& line_hash);

// A head as it is published: the number of its commit, a colon, and 64 digits.
struct Head {
  uint64_t number = 0;
  Hash256 hash{};
  friend bool operator==(const Head&, const Head&) = default;
};
inline Head HeadOf(const CommitEntry& entry) {
  return {entry.number, entry.head};
}
std::string TextOf(const Head& head);
std::optional<Head> ParseHead(std::string_view text);

// The entry of a commit of which `tree` is the tree, made now; `last` is the entry before it, and
// the last `redacted` leaves are no assertions.
CommitEntry EntryAfter(const std::optional<CommitEntry>& last, uint64_t first_arrival,
                       uint64_t end_arrival, const MerkleTree& tree, uint64_t redacted = 0);
// Its value; the number is its key.
std::string EncodeCommit(const CommitEntry& entry);

// Nothing when nothing was ever committed. Corruption.
Result<std::optional<CommitEntry>> LastCommit(const RocksStore& store);
// Rising, from the last entry whose number is not above `from`, until the callback returns false.
Status ScanCommits(const RocksStore& store, uint64_t from,
                   const std::function<Result<bool>(const CommitEntry&)>& visit);

}  // namespace stemma
