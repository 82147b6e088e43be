// A snapshot's arrays as a question sees them: what its filter makes of each class, decided once.
//
// Millions of edges share a few classes, so the filter is asked about a class and not about an
// edge. Where the arrays cannot say (folded or changed nodes, edges said otherwise by the second
// clock, edges that serve some claims only), the answer is "ask": the reader turns to the
// FilteredView for that node.
//
// Source: docs/algorithms.md, "The snapshot".
// Thread safety: one thread; classes are decided when they are first met.
#pragma once

#include <cstdint>
#include <span>

#include "graph/algo/filtered_view.h"
#include "graph/algo/zeroed_array.h"
#include "graph/model/snapshot.h"

namespace stemma {

enum class Verdict : uint8_t { kDrop, kFollow, kAsk };

// What a class of nodes comes to. Nothing is said where `facts_hold` is false.
struct NodeNote {
  bool is_decided;
  bool facts_hold;  // by the filter's second clock
  bool folds;       // may be one with others
  bool first_hand;
  bool unnamed;
  bool dated_work;  // what `as_of` looks at
  NodeKind kind;
  // The node is a vertex by itself, and all that is said here holds.
  bool IsPlain() const { return facts_hold && !folds; }
};

// What a class of edges comes to; presence of the far end is left to the node.
struct EdgeNote {
  bool is_decided;
  Verdict holds;    // as an edge of any kind
  Verdict sources;  // as a sourcing edge that chains follow
  bool is_hop;      // false for a revision
  EdgeKind kind;
};

class FilteredArrays {
 public:
  // Borrows `view`. `for_claim`: edges that name claims are to be asked for.
  FilteredArrays(const FilteredView& view, bool for_claim);

  // 0 when there are no arrays, or none that this filter can use: then no node is plain.
  uint64_t NodeCount() const { return node_count_; }

  const NodeNote& Of(NodeId node) {
    if (node.value >= node_count_ || !snapshot_->Covers(node)) {
      return kNothing;
    }
    const uint32_t number = arrays_->class_of_node[node.value];
    NodeNote& note = nodes_[number];
    if (!note.is_decided) {
      DecideNode(number);
    }
    return note;
  }
  // Of a node whose facts hold, with its note: whether the filter leaves it.
  bool IsPresent(NodeId node, const NodeNote& note) const {
    return !may_be_absent_ || CheckPresent(node, note);
  }

  // The rest is of nodes that the snapshot covers.
  uint32_t FirstEdge(NodeId node) const { return arrays_->first_edge[node.value]; }
  uint32_t EdgesEnd(NodeId node) const { return arrays_->first_edge[node.value + 1]; }
  uint32_t Target(uint32_t edge) const { return arrays_->targets[edge]; }
  const EdgeNote& OfEdge(uint32_t edge) {
    const uint32_t number = arrays_->class_of_edge[edge];
    EdgeNote& note = edges_[number];
    if (!note.is_decided) {
      DecideEdge(number);
    }
    return note;
  }
  const EdgeFacts& FactsOfEdge(uint32_t edge) const {
    return arrays_->edge_classes[arrays_->class_of_edge[edge]].facts;
  }
  // Whether an inferred or disputed edge that chains may follow was among those looked at. Linear
  // in the classes.
  bool MetUncertain() const;
  // Whether any edge is a revision. Linear in the classes.
  bool HaveRevisions() const;
  // Whether a document has a source that the filter may have taken: a sourcing edge to another
  // node that is stored, follow it or not.
  bool HasStoredSource(NodeId node) const;

  // Brings near what reading this node will touch first, and then what it will touch next.
  void PrefetchNode(NodeId node) const {
    if (node.value < prefetched_count_) {
      __builtin_prefetch(&arrays_->first_edge[node.value]);
    }
  }
  void PrefetchEdges(NodeId node) const {
    if (node.value < prefetched_count_) {
      __builtin_prefetch(&arrays_->targets[arrays_->first_edge[node.value]]);
    }
  }

 private:
  static const NodeNote kNothing;

  void DecideNode(uint32_t number);
  void DecideEdge(uint32_t number);
  Verdict Holds(const EdgeClass& edge) const;
  bool CheckPresent(NodeId node, const NodeNote& note) const;

  const FilteredView& view_;
  const Snapshot* snapshot_;
  const SnapshotArrays* arrays_;
  uint64_t node_count_;
  uint64_t prefetched_count_;  // node_count_, or 0 where all fits into the nearest memory anyway
  bool for_claim_;
  bool may_be_absent_;
  ZeroedArray<NodeNote> nodes_;  // by class
  ZeroedArray<EdgeNote> edges_;
};

}  // namespace stemma
