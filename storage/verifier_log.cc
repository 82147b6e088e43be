// The part of the Verifier that follows the log of commits.
#include <string>

#include "storage/commit_log.h"
#include "storage/commit_tree.h"
#include "storage/verifier.h"

namespace stemma {

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
  if (log == LogCheck::kChain) {
    return {};
  }
  STEMMA_ASSIGN(const MerkleTree tree, TreeOf(reader_, entry.first_arrival, entry.end_arrival));
  if (tree.Size() != entry.assertions || tree.Root() != entry.root) {
    Find(commit + " said something else than what is stored of it");
  }
  return {};
}

}  // namespace stemma
