// Folding: nodes that were judged the same, and documents that are parts of one, are one node.
//
// Nothing is rewritten for it: a group is computed from the edges that the filter leaves, so a
// later judgement undoes it. Of two nodes the newest judgement counts, whichever way it was written
// (a person's before a method's, as for any edge).
//
// Source: docs/algorithms.md, "Folding".
// Thread safety: one thread; it remembers what it has read.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/algo/filtered_view.h"
#include "graph/base/result.h"

namespace stemma {

struct Group {
  NodeId shown;                 // the whole of parts; then the `to` of the newest `same`
  std::vector<NodeId> members;  // at least one, rising
};

class Folding {
 public:
  explicit Folding(const FilteredView& view) : view_(view) {}

  // The number of each node's group, in the order asked. Reads only the folding edges of the nodes
  // and of those folded with them, in a few batches.
  Result<std::vector<uint32_t>> GroupsOf(std::span<const NodeId> nodes);

  // The members of one node's group, rising. For many nodes GroupsOf reads less.
  Result<std::vector<NodeId>> MembersOf(NodeId node);

  const Group& Of(uint32_t group) const { return groups_[group]; }

 private:
  struct Links {
    std::vector<EdgeFacts> out;
    std::vector<EdgeFacts> in;
  };

  Status Load(std::span<const NodeId> nodes);
  std::vector<NodeId> SameNeighbours(NodeId node) const;
  std::vector<NodeId> Parts(NodeId node) const;
  std::vector<NodeId> Component(NodeId start) const;
  NodeId Shown(const std::vector<NodeId>& members) const;

  const FilteredView& view_;
  std::unordered_map<NodeId, Links> links_;  // only of nodes that have some
  std::unordered_map<NodeId, uint32_t> group_of_;
  std::vector<Group> groups_;
};

// Two nodes judged `different` that a chain of `same` nevertheless makes one.
struct SameConflict {
  NodeId a;
  NodeId b;
  std::vector<NodeId> chain;  // from a to b, by judgements `same`
};
// Linear in the edges of the graph. By a, then b.
Result<std::vector<SameConflict>> FindSameConflicts(const GraphView& graph);

// A document that is part of several others: only the newest is followed.
struct PartConflict {
  NodeId part;
  std::vector<NodeId> wholes;
};
// Linear in the edges of the graph. By part.
Result<std::vector<PartConflict>> FindPartConflicts(const GraphView& graph);

}  // namespace stemma
