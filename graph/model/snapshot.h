// Every node's facts and out-edges in flat arrays: what traversal reads instead of a store.
//
// Looking one edge up in a database costs microseconds, in an array nanoseconds; a trace follows a
// hundred thousand. A store keeps these arrays in a file beside it, maps it into memory, and says
// which nodes have changed since: those, and no others, must be asked of the GraphView itself.
// What many edges share (kind, status, confidence, times) stands once, in a class, so that a filter
// is decided once for a class and not for each edge.
//
// Source: docs/algorithms.md, "The snapshot"; compressed sparse rows as in Boost.Graph's
// compressed_sparse_row_graph. Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/model/facts.h"
#include "graph/model/narrow_column.h"

namespace stemma {

// All of an edge's facts but its ends and its arrival (`other` and `arrival` are 0 here).
struct EdgeClass {
  EdgeFacts facts;
  Instant earliest = 0;  // `at` of its assertions
  Instant latest = 0;
  friend bool operator==(const EdgeClass&, const EdgeClass&) = default;
};

struct EdgeClassHash {
  size_t operator()(const EdgeClass& edge) const noexcept;
};

// All that traversal asks of a node but its date. `is_there` is false for a number that no node
// has.
struct NodeClass {
  bool is_there = false;
  NodeKind kind = NodeKind::kArticle;
  bool first_hand = false;
  bool unnamed = false;
  bool dated = false;
  bool folds = false;  // has a `same_as` or `part_of` edge, either way, whatever holds of it
  Instant latest = 0;  // `at` of its assertions: the facts hold for any later known_at
  friend bool operator==(const NodeClass&, const NodeClass&) = default;
};

// The arrays. Node numbers are below nodes(), edges of node n are first_edge[n]..first_edge[n + 1],
// by kind, then far end. Withdrawn edges are included: their class says so.
struct SnapshotArrays {
  std::span<const uint32_t> first_edge;  // nodes() + 1 of them; empty for an empty graph
  std::span<const uint32_t> targets;
  NarrowColumn class_of_edge;
  NarrowColumn class_of_node;
  NarrowColumn date_of_node;  // into `dates`
  std::span<const EdgeClass> edge_classes;
  std::span<const NodeClass> node_classes;
  std::span<const Instant> dates;  // starts of date intervals
  uint64_t nodes() const { return first_edge.empty() ? 0 : first_edge.size() - 1; }
};

class Snapshot {
 public:
  // `owner` keeps alive what the arrays borrow. `changed`: nodes whose facts or edges have changed
  // since, in any order; numbers at or behind nodes() need not be named.
  Snapshot(SnapshotArrays arrays, std::shared_ptr<const void> owner,
           std::span<const NodeId> changed = {});

  const SnapshotArrays& Arrays() const { return arrays_; }
  uint64_t NodeCount() const { return arrays_.nodes(); }

  // Whether the arrays say what holds of this node; ask the GraphView otherwise.
  bool Covers(NodeId node) const {
    return node.value < NodeCount() && (changed_.empty() || !changed_[node.value]);
  }
  bool CoversAll() const { return changed_.empty(); }
  // The rest is of nodes that Covers().
  const NodeClass& ClassOf(NodeId node) const {
    return arrays_.node_classes[arrays_.class_of_node[node.value]];
  }
  Instant DateStart(NodeId node) const { return arrays_.dates[arrays_.date_of_node[node.value]]; }

  // Whether the arrays have this edge, whatever has changed since. O(log) of its node's edges.
  bool HasEdge(const EdgeKey& edge) const;

 private:
  SnapshotArrays arrays_;
  std::shared_ptr<const void> owner_;
  std::vector<bool> changed_;  // by node; empty when none has
};

// Builds the arrays in memory: each node in the order of numbers, its edges behind it.
class SnapshotBuilder {
 public:
  // Makes room for so many, where that is known: growing would take as much again.
  void Reserve(uint64_t nodes, uint64_t edges);
  // Of the next number. `folds` may be left to MarkFolds.
  void AddNode(const NodeClass& node, Instant date_start);
  // A number that no node has.
  void AddGap();
  // Of the last node added; by kind, then far end.
  void AddEdge(const EdgeClass& edge, NodeId to);
  // Of a node added already or later; any number of times.
  void MarkFolds(NodeId node);

  uint64_t NodeCount() const { return first_edge_.size(); }
  // More than a snapshot can number: then none is to be had.
  bool IsTooLarge() const { return is_too_large_; }

  // Spent afterwards. `changed` as of Snapshot.
  std::shared_ptr<const Snapshot> Finish(std::span<const NodeId> changed = {}) &&;

 private:
  struct NodeClassHash {
    size_t operator()(const NodeClass& node) const noexcept;
  };

  uint32_t NumberOf(const NodeClass& node);
  uint32_t NumberOf(const EdgeClass& edge);
  uint32_t NumberOf(Instant date);

  std::vector<uint32_t> first_edge_;
  std::vector<uint32_t> targets_;
  NarrowColumnBuilder class_of_edge_;
  NarrowColumnBuilder class_of_node_;
  NarrowColumnBuilder date_of_node_;
  std::vector<EdgeClass> edge_classes_;
  std::vector<NodeClass> node_classes_;
  std::vector<Instant> dates_;
  std::unordered_map<EdgeClass, uint32_t, EdgeClassHash> edge_numbers_;
  std::unordered_map<NodeClass, uint32_t, NodeClassHash> node_numbers_;
  std::unordered_map<Instant, uint32_t> date_numbers_;
  std::vector<NodeId> folding_;
  bool is_too_large_ = false;
};

}  // namespace stemma
