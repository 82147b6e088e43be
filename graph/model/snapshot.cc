#include "graph/model/snapshot.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace stemma {
namespace {

// 32 bits number the edges, and the targets among them.
constexpr size_t kNumbersMax = std::numeric_limits<uint32_t>::max();

uint64_t Mix(uint64_t hash, uint64_t part) {
  return (hash ^ part) * 0x9E3779B97F4A7C15ULL + (hash >> 29U);
}

// What a built snapshot borrows from.
struct Owned {
  std::vector<uint32_t> first_edge;
  std::vector<uint32_t> targets;
  NarrowColumnBuilder class_of_edge;
  NarrowColumnBuilder class_of_node;
  NarrowColumnBuilder date_of_node;
  std::vector<EdgeClass> edge_classes;
  std::vector<NodeClass> node_classes;
  std::vector<Instant> dates;
};

}  // namespace

Snapshot::Snapshot(SnapshotArrays arrays, std::shared_ptr<const void> owner,
                   std::span<const NodeId> changed)
    : arrays_(arrays), owner_(std::move(owner)) {
  for (const NodeId node : changed) {
    if (node.value < NodeCount()) {
      changed_.resize(NodeCount(), false);
      changed_[node.value] = true;
    }
  }
}

bool Snapshot::HasEdge(const EdgeKey& edge) const {
  if (edge.from.value >= NodeCount()) {
    return false;
  }
  const auto ends_at = [&](uint32_t i) {
    return std::pair(arrays_.edge_classes[arrays_.class_of_edge[i]].facts.kind,
                     uint64_t{arrays_.targets[i]});
  };
  const std::pair wanted(edge.kind, edge.to.value);
  const uint32_t end = arrays_.first_edge[edge.from.value + 1];
  uint32_t first = arrays_.first_edge[edge.from.value];
  for (uint32_t count = end - first; count > 0;) {
    const uint32_t half = count / 2;
    if (ends_at(first + half) < wanted) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first < end && ends_at(first) == wanted;
}

size_t EdgeClassHash::operator()(const EdgeClass& edge) const noexcept {
  const EdgeFacts& facts = edge.facts;
  uint64_t hash = static_cast<uint64_t>(facts.kind) | static_cast<uint64_t>(facts.status) << 8U |
                  static_cast<uint64_t>(facts.judgement) << 16U |
                  (facts.inherited ? 1U << 24U : 0U) | (facts.revision ? 1U << 25U : 0U) |
                  (facts.has_claims ? 1U << 26U : 0U) | (facts.by_person ? 1U << 27U : 0U) |
                  static_cast<uint64_t>(std::bit_cast<uint32_t>(facts.confidence)) << 32U;
  for (const Instant at : {facts.at, edge.earliest, edge.latest}) {
    hash = Mix(hash, static_cast<uint64_t>(at));
  }
  return hash;
}

size_t SnapshotBuilder::NodeClassHash::operator()(const NodeClass& node) const noexcept {
  const uint64_t flags = static_cast<uint64_t>(node.kind) << 8U | (node.is_there ? 1U : 0U) |
                         (node.first_hand ? 2U : 0U) | (node.unnamed ? 4U : 0U) |
                         (node.dated ? 8U : 0U) | (node.folds ? 16U : 0U);
  return Mix(flags, static_cast<uint64_t>(node.latest));
}

uint32_t SnapshotBuilder::NumberOf(const NodeClass& node) {
  const auto [place, is_new] =
      node_numbers_.try_emplace(node, static_cast<uint32_t>(node_classes_.size()));
  if (is_new) {
    node_classes_.push_back(node);
  }
  return place->second;
}

// Most edges of a large import are of its first class, which is tried before the table.
uint32_t SnapshotBuilder::NumberOf(const EdgeClass& edge) {
  if (!edge_classes_.empty() && edge_classes_.front() == edge) {
    return 0;
  }
  const auto [place, is_new] =
      edge_numbers_.try_emplace(edge, static_cast<uint32_t>(edge_classes_.size()));
  if (is_new) {
    edge_classes_.push_back(edge);
  }
  return place->second;
}

uint32_t SnapshotBuilder::NumberOf(Instant date) {
  const auto [place, is_new] =
      date_numbers_.try_emplace(date, static_cast<uint32_t>(dates_.size()));
  if (is_new) {
    dates_.push_back(date);
  }
  return place->second;
}

void SnapshotBuilder::Reserve(uint64_t nodes, uint64_t edges) {
  first_edge_.reserve(std::min<uint64_t>(nodes + 1, kNumbersMax));
  targets_.reserve(std::min<uint64_t>(edges, kNumbersMax));
}

void SnapshotBuilder::AddNode(const NodeClass& node, Instant date_start) {
  first_edge_.push_back(static_cast<uint32_t>(targets_.size()));
  class_of_node_.Add(NumberOf(node));
  date_of_node_.Add(NumberOf(date_start));
  is_too_large_ = is_too_large_ || first_edge_.size() >= kNumbersMax;
}

void SnapshotBuilder::AddGap() {
  AddNode(NodeClass(), kDistantPast);
}

void SnapshotBuilder::AddEdge(const EdgeClass& edge, NodeId to) {
  is_too_large_ = is_too_large_ || targets_.size() + 1 >= kNumbersMax || to.value >= kNumbersMax;
  if (!is_too_large_) {
    targets_.push_back(static_cast<uint32_t>(to.value));
    class_of_edge_.Add(NumberOf(edge));
  }
}

void SnapshotBuilder::MarkFolds(NodeId node) {
  folding_.push_back(node);
}

std::shared_ptr<const Snapshot> SnapshotBuilder::Finish(std::span<const NodeId> changed) && {
  for (const NodeId node : folding_) {
    if (node.value < class_of_node_.Size()) {
      NodeClass folds = node_classes_[class_of_node_.View()[node.value]];
      folds.folds = true;
      class_of_node_.Set(node.value, NumberOf(folds));
    }
  }
  first_edge_.push_back(static_cast<uint32_t>(targets_.size()));
  const auto owned = std::make_shared<Owned>();
  owned->first_edge = std::move(first_edge_);
  owned->targets = std::move(targets_);
  owned->class_of_edge = std::move(class_of_edge_);
  owned->class_of_node = std::move(class_of_node_);
  owned->date_of_node = std::move(date_of_node_);
  owned->edge_classes = std::move(edge_classes_);
  owned->node_classes = std::move(node_classes_);
  owned->dates = std::move(dates_);
  SnapshotArrays arrays;
  arrays.first_edge = owned->first_edge;
  arrays.targets = owned->targets;
  arrays.class_of_edge = owned->class_of_edge.View();
  arrays.class_of_node = owned->class_of_node.View();
  arrays.date_of_node = owned->date_of_node.View();
  arrays.edge_classes = owned->edge_classes;
  arrays.node_classes = owned->node_classes;
  arrays.dates = owned->dates;
  return std::make_shared<const Snapshot>(arrays, owned, changed);
}

}  // namespace stemma
