// What one import has taken so far, in the form in which it is committed.
//
// ImportSink fills it line by line, CommitImport writes it. Edges are kept as numbers and sorted by
// both of their ends, outside memory where there are many; what they say stands in `staged`.
// Thread safety: one thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/model/graph_sink.h"
#include "graph/model/narrow_column.h"
#include "storage/commit_leaves.h"
#include "storage/import_nodes.h"
#include "storage/spill.h"
#include "storage/staged_assertions.h"

namespace stemma {

// An edge from one of its ends and the arrival that says so, in 128 bits that sort in that order:
// near 40, kind 8, far 40, arrival 40. Both limits are checked where numbers are given.
inline constexpr uint64_t kNumberMax = (uint64_t{1} << 40U) - 1;

inline Number128 PackEdge(const Adjacency& ends, uint64_t arrival) {
  return {ends.near.value << 24U | uint64_t{static_cast<uint8_t>(ends.kind)} << 16U |
              ends.far.value >> 24U,
          ends.far.value << 40U | arrival};
}
inline Adjacency EndsOf(Number128 edge) {
  return {NodeId{edge.high >> 24U}, static_cast<EdgeKind>((edge.high >> 16U) & 0xFFU),
          NodeId{(edge.high & 0xFFFFU) << 24U | edge.low >> 40U}};
}
inline uint64_t ArrivalOf(Number128 edge) {
  return edge.low & kNumberMax;
}

struct ImportState {
  ImportState(const StoredGraph& graph, const Counters& stored,
              const std::filesystem::path& folder);
  ImportState(const ImportState&) = delete;
  ImportState& operator=(const ImportState&) = delete;

  // What the assertion of this arrival says, but for its ends.
  const EdgeClass& ClassOf(uint64_t arrival) const {
    return classes[class_of.View()[PlaceOf(arrival)]];
  }
  // Where its class stands in class_of. O(log runs); an import that is no repair has one run.
  uint64_t PlaceOf(uint64_t arrival) const {
    const auto behind =
        std::upper_bound(runs.begin(), runs.end(), arrival,
                         [](uint64_t wanted, const Run& run) { return wanted < run.arrival; });
    return (behind - 1)->place + (arrival - (behind - 1)->arrival);
  }
  // The next assertion arrives as `arrival`, which is not before it would.
  void SkipTo(uint64_t arrival);
  // In `classes`, where it is added.
  uint32_t NumberOf(const EdgeClass& edge);
  // As stored, and as `staged` needs it.
  Result<std::string> IdOf(NodeId node) const;
  Result<ArrivedNode> NodeAt(uint64_t arrival);
  Result<ArrivedEdge> EdgeAt(uint64_t arrival);
  // Stored before this import. Mostly asked in the order of numbers, so that the last block is
  // remembered.
  Result<StoredNode> StoredBefore(NodeId node);

  const StoredGraph& graph;
  std::filesystem::path folder;  // for temporary files
  Counters counters;
  uint64_t first_arrival;  // what came before it was there before this import
  ImportNodes nodes;
  StagedAssertions staged;
  CommitLeaves leaves;  // of all that is staged
  // Of what came before. An import of what is known already asks it about every line, and one
  // reader for all of them remembers the last block.
  AssertionReader before;

  NumberSorter out;
  NumberSorter in;
  NarrowColumnBuilder class_of;  // one for each arrival; see PlaceOf
  // Arrivals without a gap, from the first on: one of a damaged store may be any number.
  struct Run {
    uint64_t arrival = 0;
    uint64_t place = 0;  // in class_of
  };
  std::vector<Run> runs;
  std::vector<EdgeClass> classes;
  std::unordered_map<EdgeClass, uint32_t, EdgeClassHash> class_numbers;

  // Nodes of which more than one thing is said.
  struct Repeated {
    StoredNode stored;
    std::vector<StoredGraph::Logged> history;
  };
  std::unordered_map<uint64_t, Repeated> repeated;

  // Assertions that quote a node's text: lists that end at ImportNode::evidence.
  struct EvidenceEntry {
    uint64_t arrival = 0;
    uint32_t before = ImportNode::kNoEvidence;
  };
  std::vector<EvidenceEntry> evidence;

  TextSorter ids;    // id, zero, value
  TextSorter names;  // name, zero, arrival, node
  TextSorter words;
  std::unordered_set<uint64_t> dropped;  // arrivals that turned out bad, or known already
  Receipt receipt;

 private:
  uint32_t last_class_ = 0;  // that was asked for
  NodeBlock block_;          // the last one of the nodes stored before
  std::optional<uint64_t> block_number_;
};

}  // namespace stemma
