#include "graph/algo/filtered_arrays.h"

#include <algorithm>

namespace stemma {
namespace {

// Below this, arrays stay in the cache by themselves and prefetching is work for nothing.
constexpr uint64_t kPrefetchFromNodes = 50'000;

}  // namespace

const NodeNote FilteredArrays::kNothing = {};

FilteredArrays::FilteredArrays(const FilteredView& view, bool for_claim)
    : view_(view),
      snapshot_(view.Arrays()),
      arrays_(snapshot_ == nullptr ? nullptr : &snapshot_->Arrays()),
      node_count_(snapshot_ == nullptr ? 0 : snapshot_->NodeCount()),
      prefetched_count_(node_count_ < kPrefetchFromNodes ? 0 : node_count_),
      for_claim_(for_claim),
      may_be_absent_(view.Limits().as_of.has_value() || !view.Limits().without.empty()),
      nodes_(snapshot_ == nullptr ? 0 : arrays_->node_classes.size()),
      edges_(snapshot_ == nullptr ? 0 : arrays_->edge_classes.size()) {
}

void FilteredArrays::DecideNode(uint32_t number) {
  const NodeClass& node = arrays_->node_classes[number];
  NodeNote& note = nodes_[number];
  note.facts_hold = node.is_there && node.latest <= view_.Limits().known_at;
  note.folds = node.folds;
  note.first_hand = node.first_hand;
  note.unnamed = node.unnamed;
  note.dated_work = node.dated && IsWork(node.kind);
  note.kind = node.kind;
  note.is_decided = true;
}

Verdict FilteredArrays::Holds(const EdgeClass& edge) const {
  const Instant known_at = view_.Limits().known_at;
  if (edge.earliest > known_at) {
    return Verdict::kDrop;
  }
  if (edge.latest > known_at) {
    return Verdict::kAsk;
  }
  return view_.Holds(edge.facts) ? Verdict::kFollow : Verdict::kDrop;
}

void FilteredArrays::DecideEdge(uint32_t number) {
  const EdgeClass& edge = arrays_->edge_classes[number];
  EdgeNote& note = edges_[number];
  note.kind = edge.facts.kind;
  note.is_hop = !edge.facts.revision;
  note.holds = Holds(edge);
  note.sources = IsSourcing(note.kind) ? note.holds : Verdict::kDrop;
  if (note.sources == Verdict::kFollow) {
    if (edge.facts.inherited) {
      note.sources = Verdict::kDrop;
    } else if (for_claim_ && edge.facts.has_claims) {
      note.sources = Verdict::kAsk;
    }
  }
  note.is_decided = true;
}

bool FilteredArrays::CheckPresent(NodeId node, const NodeNote& note) const {
  const std::optional<Instant>& as_of = view_.Limits().as_of;
  return !view_.IsWithout(node) &&
         (!as_of || !note.dated_work || snapshot_->DateStart(node) <= *as_of);
}

bool FilteredArrays::MetUncertain() const {
  for (size_t i = 0; i < edges_.size(); ++i) {
    if (edges_[i].is_decided && edges_[i].sources != Verdict::kDrop &&
        IsUncertain(arrays_->edge_classes[i].facts.status)) {
      return true;
    }
  }
  return false;
}

bool FilteredArrays::HaveRevisions() const {
  return snapshot_ != nullptr &&
         std::any_of(arrays_->edge_classes.begin(), arrays_->edge_classes.end(),
                     [](const EdgeClass& edge) { return edge.facts.revision; });
}

bool FilteredArrays::HasStoredSource(NodeId node) const {
  for (uint32_t edge = FirstEdge(node); edge < EdgesEnd(node); ++edge) {
    const EdgeFacts& facts = FactsOfEdge(edge);
    if (IsSourcing(facts.kind) && facts.status != AssertionStatus::kWithdrawn && !facts.inherited &&
        Target(edge) != node.value) {
      return true;
    }
  }
  return false;
}

}  // namespace stemma
