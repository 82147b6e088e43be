// Writes everything of an import but its edges, into a batch or into sorted files alike.
//
// Source: docs/key-format.md. Thread safety: calls for different families may run at once, where
// the writer allows it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "storage/import_state.h"
#include "storage/rocks_store.h"

namespace stemma {

class ImportParts {
 public:
  // Borrows both.
  ImportParts(ImportState& state, EntryWriter& writer) : state_(state), writer_(writer) {}

  // These two after the edges are merged, which drops assertions.
  Status WriteAssertions();
  Status WriteEvidence();  // the assertions that quote a text, by its node
  Status WriteIds();
  Status WriteIndex(TextSorter& entries, Family family);  // of kNames or kWords
  // Blocks with stored nodes of which more was said, then the new nodes, and all their histories.
  Status WriteNodes(uint64_t first_new);
  // What a snapshot made before this commit must not be asked: stored nodes of which more was said,
  // and those that fold otherwise now.
  Status MarkChanged(uint64_t first_new, const std::vector<NodeId>& folded);
  Status WriteCounters();
  // The entry in the log of commits, if anything is said. After the edges are merged.
  Status WriteLog(const RocksStore& store);

  // A node that this import is the first to speak of, or nothing.
  Result<std::optional<StoredNode>> NewNode(uint64_t number) const;

 private:
  Result<MerkleTree> Tree();
  StoredNode StoredOf(const ImportNode& node) const;
  Status WriteHistory(NodeId node, const ImportState::Repeated& said);
  Status WriteBlock(std::map<uint64_t, NodeBlock>& touched);

  ImportState& state_;
  EntryWriter& writer_;
};

}  // namespace stemma
