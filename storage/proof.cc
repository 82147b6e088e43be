#include "storage/proof.h"

#include <set>
#include <utility>

#include "storage/commit_tree.h"
#include "storage/stored_graph.h"

namespace stemma {
namespace {

// Those of one commit.
Status ProveIn(AssertionReader& reader, const CommitEntry& entry, const RedactedByArrival& redacted,
               const std::set<uint64_t>& arrivals, Proof& proof) {
  STEMMA_ASSIGN(const MerkleTree tree,
                TreeOf(reader, entry.first_arrival, entry.end_arrival, redacted, arrivals));
  if (tree.Root() != entry.root) {
    return Damaged("what commit " + std::to_string(entry.number) +
                   " said is not what the log has of it");
  }
  std::vector<MerkleTree::Path> paths = tree.Paths();
  auto path = paths.begin();
  for (const uint64_t arrival : arrivals) {
    if (path == paths.end()) {
      return Damaged("an assertion is missing");
    }
    STEMMA_ASSIGN(const ArrivedAssertion said, reader.At(arrival));
    proof.lines.push_back({LineOf(said), entry.number, std::move(*path)});
    ++path;
  }
  return {};
}

}  // namespace

Result<Proof> ProveAssertions(const RocksStore& store, const StoredGraph& graph,
                              std::span<const uint64_t> arrivals, const std::optional<Head>& head) {
  STEMMA_ASSIGN(const RedactedByArrival redacted, ReadRedactedByArrival(store));
  std::set<uint64_t> waiting(arrivals.begin(), arrivals.end());
  Proof proof;
  proof.redacted =
      std::erase_if(waiting, [&](uint64_t arrival) { return redacted.contains(arrival); });
  if (waiting.empty() && proof.redacted > 0) {
    return InvalidInput("it was redacted: the lines to prove are gone");
  }
  AssertionReader reader = graph.ReadAssertions();
  Hash256 before{};
  const Status scanned = ScanCommits(store, 0, [&](const CommitEntry& entry) -> Result<bool> {
    std::set<uint64_t> here;
    while (!waiting.empty() && *waiting.begin() < entry.end_arrival) {
      here.insert(waiting.extract(waiting.begin()));
    }
    if (!here.empty()) {
      STEMMA_TRY(ProveIn(reader, entry, redacted, here, proof));
      proof.before = proof.links.empty() ? before : proof.before;
    }
    if (!here.empty() || !proof.links.empty()) {
      const std::string line = LineOf(entry);
      proof.links.push_back({entry.number, Sha256(line), here.empty() ? "" : line});
    }
    proof.head = HeadOf(entry);
    before = entry.head;
    return !head || entry.number < head->number;
  });
  STEMMA_TRY(scanned);
  if (head && *head != proof.head) {
    return InvalidInput("head " + TextOf(*head) + " is none of this log");
  }
  if (head && !waiting.empty()) {
    return InvalidInput("head " + TextOf(*head) + " is older than what was said");
  }
  return waiting.empty() ? Result<Proof>(std::move(proof))
                         : Result<Proof>(Damaged("the log does not have what was said last"));
}

}  // namespace stemma
