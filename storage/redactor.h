// Finds all words of some nodes in a database, and puts what is left of each entry into a batch.
//
// All assertions are read: evidence may quote a text that came after it, which no index knows.
// Source: docs/reliability.md, "Redaction"; docs/key-format.md. Thread safety: one thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/assertion.h"
#include "storage/assertion_blocks.h"
#include "storage/commit_log.h"
#include "storage/redacted_lines.h"
#include "storage/redaction.h"
#include "storage/rocks_store.h"
#include "storage/stored_graph.h"

namespace stemma {

class Redactor {
 public:
  // Borrows all three; the batch is of the store.
  Redactor(const RocksStore& store, const StoredGraph& graph, Batch& batch)
      : store_(store), graph_(graph), batch_(batch) {}

  // InvalidInput: no such node. Corruption.
  Status Run(const std::vector<std::string>& ids);

  const std::map<NodeId, NodeAssertion>& Nodes() const { return nodes_; }  // id and kind alone
  const std::vector<RedactedLine>& Lines() const { return lines_; }        // by arrival
  const Redaction& Found() const { return found_; }

 private:
  Status Find(const std::vector<std::string>& ids);
  Status RedactAssertions();
  Status RedactBlock(uint64_t first_arrival, std::string_view value);
  // What takes the place of one of a block, added to `block`; false: nothing does.
  Result<bool> Redact(const PackedAssertion& packed, const Utterance& utterance,
                      AssertionBlockBuilder& block);
  Status Take(const ArrivedAssertion& said, const ArrivedAssertion& left);
  Status RedactHistory(const ArrivedAssertion& left);
  Status RedactIndex(Family family, bool is_of_names);
  void LookForNames(const NodeAssertion& node);
  void LookForNames(const EdgeAssertion& edge);
  bool Prints(std::string_view text) const;
  void NoteStill(const std::string& node, std::string_view where);

  const RocksStore& store_;
  const StoredGraph& graph_;
  Batch& batch_;

  std::map<NodeId, NodeAssertion> nodes_;
  std::map<std::string, NodeId, std::less<>> ids_;
  std::vector<std::string> names_;  // that are taken out
  std::vector<CommitEntry> commits_;
  size_t commit_ = 0;         // of the assertion at hand
  uint64_t index_ = 0;        // in it
  RedactedByArrival before_;  // redacted earlier
  std::vector<RedactedLine> lines_;
  std::map<NodeId, std::vector<NodeAssertion>> left_;  // of the nodes
  Redaction found_;
};

}  // namespace stemma
