// What the log of commits keeps of lines that were redacted: the hash that each was in it by.
//
// A commit that redacts adds one line for each line that it changed: which one, and the hash of
// what was left of it. Its Merkle root is over these. So a commit before it still has its root, and
// nobody can pass off another change as a redaction.
// Source: docs/reliability.md, "Redaction"; RFC 6962. Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/facts.h"
#include "storage/merkle_tree.h"

namespace stemma {

class Batch;
class RocksStore;

struct RedactedLine {
  uint64_t arrival = 0;
  uint64_t commit = 0;  // that said it, 0 when none is known
  uint64_t index = 0;   // among the assertions of that commit, from 0
  Hash256 leaf{};       // of the line as it was said
  Hash256 left{};       // of the line that was left of it
};

// The leaf of the redacting commit.
std::string LineOf(const RedactedLine& line);

Status PutRedactedLine(uint64_t redacting_commit, const RedactedLine& line, Batch& batch);
// By commit that redacted, then by arrival. Corruption.
Status ScanRedactedLines(
    const RocksStore& store,
    const std::function<Status(uint64_t redacting_commit, const RedactedLine&)>& visit);

// By arrival: what the last redaction of it says.
using RedactedByArrival = std::map<uint64_t, RedactedLine>;
Result<RedactedByArrival> ReadRedactedByArrival(const RocksStore& store);

// Rising.
Result<std::vector<NodeId>> ReadRedactedNodes(const RocksStore& store);

}  // namespace stemma
