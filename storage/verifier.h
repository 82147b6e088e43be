// Compares every part of a store with the assertions in it, which are what was said.
//
// What the assertions amount to is sorted the way each part is stored, and then both are read side
// by side: linear in the store, whatever its size, and no look-ups.
// Source: docs/key-format.md. Thread safety: one thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/snapshot.h"
#include "storage/assertion_reader.h"
#include "storage/database.h"
#include "storage/redacted_lines.h"
#include "storage/rocks_store.h"
#include "storage/spill.h"
#include "storage/store_folder.h"
#include "storage/stored_graph.h"

namespace stemma {

class Verifier {
 public:
  // Borrows both; temporary files go to `scratch`.
  Verifier(const StoreFolder& folder, const RocksStore& store,
           const std::filesystem::path& scratch);

  // Whatever cannot be read is a finding, and the next part is looked at all the same.
  Verification Run(LogCheck log);

 private:
  // Of the edges from an arrival to that of the next one.
  struct ClassFrom {
    uint64_t arrival;
    EdgeClass of;
  };

  void Find(std::string finding);
  void Part(std::string_view name, const Status& status);

  Status ReadAssertions();
  Status Take(const ArrivedNode& node);
  Status Take(const ArrivedEdge& edge);
  Status CheckTimes();
  Status CheckNodes();
  Status CheckNode(NodeId node, const StoredNode& stored, const std::vector<uint64_t>& arrivals);
  Status CheckHistory(Family family, std::string_view prefix,
                      const std::vector<StoredGraph::Logged>& expected);
  Status CheckIds();
  Status CheckEdges();
  const EdgeClass& ClassOf(uint64_t arrival) const;
  Status CheckEdge(const PackedEdge& edge, const std::vector<uint64_t>& arrivals);
  Status CheckFarEnds();
  Status CheckIndex(Family family, TextSorter& expected);
  Status CheckEvidence();
  Status CheckHistories();
  Status CheckSnapshot();
  Status CheckCounters();
  Status CheckLog(LogCheck log);
  Status CheckCommit(const CommitEntry& entry, const std::optional<CommitEntry>& before,
                     LogCheck log);
  Status CheckRedactions();

  const StoreFolder& folder_;
  const RocksStore& store_;
  RecentEdges recent_;
  Status recent_read_;  // without them, edges are not compared
  StoredGraph graph_;
  AssertionReader reader_;
  Verification result_;

  NumberSorter said_of_nodes_;  // node, arrival
  NumberSorter out_;            // as of PackEdge
  NumberSorter in_;
  NumberSorter evidence_;  // node, arrival
  TextSorter names_;       // text, zero, node
  TextSorter words_;
  RedactedByArrival redacted_;
  std::map<uint64_t, MerkleTree> redacting_;  // of their lines, by the commit that redacted them
  std::vector<ClassFrom> classes_;            // of edges, by arrival
  uint64_t with_history_ = 0;                 // entries that histories must have
  uint64_t nodes_end_ = 0;                    // behind the largest number
  uint64_t arrivals_end_ = 0;

  // The last finding about parts that could not be read: its place, the parts, and why.
  size_t unreadable_at_ = 0;
  std::string unreadable_;
  std::string unreadable_why_;
};

}  // namespace stemma
