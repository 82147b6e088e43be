// The part of the Verifier that follows the log of commits, and what was redacted in it.
#include <string>

#include "storage/commit_log.h"
#include "storage/commit_tree.h"
#include "storage/verifier.h"

namespace stemma {

// What is left of a line is what its last redaction left.
Status Verifier::CheckRedactions() {
  const Status scanned =
      ScanRedactedLines(store_, [&](uint64_t commit, const RedactedLine& line) -> Status {
        redacting_[commit].Add(LeafHash(LineOf(line)));
        redacted_[line.arrival] = line;
        return {};
      });
  STEMMA_TRY(scanned);
  for (const auto& [arrival, line] : redacted_) {
    STEMMA_ASSIGN(const ArrivedAssertion said, reader_.At(arrival));
    if (LeafOf(said) != line.left) {
      Find("log: assertion " + std::to_string(arrival) + " differs from what redacting left of it");
    }
  }
  STEMMA_ASSIGN(const std::vector<NodeId> nodes, ReadRedactedNodes(store_));
  if (!nodes.empty() && nodes.back().value >= nodes_end_) {
    Find("log: a node that was redacted is not stored");
  }
  STEMMA_ASSIGN(const auto pending, store_.Get(Family::kMeta, kPendingKey));
  if (pending) {
    Find("redaction: words may still be in old files; the next command that writes removes them");
  }
  return {};
}

Status Verifier::CheckLog(LogCheck log) {
  std::optional<CommitEntry> last;
  uint64_t assertions = 0;
  const Status scanned = ScanCommits(store_, 0, [&](const CommitEntry& entry) -> Result<bool> {
    STEMMA_TRY(CheckCommit(entry, last, log));
    assertions += entry.assertions;
    last = entry;
    return true;
  });
  STEMMA_TRY(scanned);
  result_.commits = last ? last->number : 0;
  result_.head = last ? HeadOf(*last) : Head();
  if (assertions != result_.assertions) {
    Find("log: its commits said " + std::to_string(assertions) + " assertions, and " +
         std::to_string(result_.assertions) + " are stored");
  }
  return {};
}

Status Verifier::CheckCommit(const CommitEntry& entry, const std::optional<CommitEntry>& before,
                             LogCheck log) {
  const std::string commit = "log: commit " + std::to_string(entry.number);
  const CommitEntry previous = before.value_or(CommitEntry());
  if (entry.number != previous.number + 1 || entry.first_arrival < previous.end_arrival) {
    Find(commit + " does not follow the one before");
  }
  if (entry.head != HeadAfter(previous.head, Sha256(LineOf(entry)))) {
    Find(commit + " differs from its head");
  }
  const auto lines = redacting_.find(entry.number);
  const MerkleTree redacted = lines == redacting_.end() ? MerkleTree() : lines->second;
  if (redacted.Size() != entry.redacted) {
    Find(commit + " redacted other lines than are kept of it");
  }
  if (log == LogCheck::kChain) {
    return {};
  }
  STEMMA_ASSIGN(const MerkleTree said,
                TreeOf(reader_, entry.first_arrival, entry.end_arrival, redacted_));
  const MerkleTree& tree = entry.redacted > 0 ? redacted : said;
  if (said.Size() != entry.assertions || tree.Root() != entry.root) {
    Find(commit + " said something else than what is stored of it");
  }
  return {};
}

}  // namespace stemma
