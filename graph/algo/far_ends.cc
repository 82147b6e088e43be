#include "graph/algo/far_ends.h"

#include <unordered_set>

namespace stemma {

// False when the arrays cannot say; then nothing was added.
bool FarEnds::ReadArrays(FilteredArrays& arrays, NodeId node, EdgeKind kind) {
  if (!arrays.Of(node).facts_hold) {
    return false;
  }
  const size_t first = nodes_.size();
  for (uint32_t edge = arrays.FirstEdge(node); edge < arrays.EdgesEnd(node); ++edge) {
    const EdgeNote& note = arrays.OfEdge(edge);
    if (note.kind != kind || note.holds == Verdict::kDrop) {
      continue;
    }
    const NodeId far{arrays.Target(edge)};
    const NodeNote& far_note = arrays.Of(far);
    if (note.holds == Verdict::kAsk || !far_note.facts_hold) {
      nodes_.resize(first);
      return false;
    }
    if (arrays.IsPresent(far, far_note)) {
      nodes_.push_back(far);
    }
  }
  return true;
}

Result<FarEnds> FarEnds::Read(const FilteredView& view, FilteredArrays& arrays,
                              std::span<const NodeId> nodes, EdgeKind kind) {
  FarEnds ends;
  ends.ranges_.resize(nodes.size());
  std::vector<NodeId> asked;
  std::vector<size_t> places;
  for (size_t i = 0; i < nodes.size(); ++i) {
    const size_t first = ends.nodes_.size();
    if (ends.ReadArrays(arrays, nodes[i], kind)) {
      ends.ranges_[i] = {first, ends.nodes_.size() - first};
    } else {
      asked.push_back(nodes[i]);
      places.push_back(i);
    }
  }
  STEMMA_ASSIGN(const auto lists, view.Edges(asked, Direction::kOut, SetOf(kind)));
  for (size_t i = 0; i < asked.size(); ++i) {
    ends.ranges_[places[i]] = {ends.nodes_.size(), lists[i].size()};
    for (const EdgeFacts& edge : lists[i]) {
      ends.nodes_.push_back(edge.other);
    }
  }
  return ends;
}

Result<std::vector<bool>> HaveNamedSpeaker(const FilteredView& view, FilteredArrays& arrays,
                                           std::span<const NodeId> quotes) {
  STEMMA_ASSIGN(const FarEnds speakers, FarEnds::Read(view, arrays, quotes, EdgeKind::kSpokenBy));
  std::vector<NodeId> asked;
  for (NodeId speaker : speakers.All()) {
    if (!arrays.Of(speaker).facts_hold) {
      asked.push_back(speaker);
    }
  }
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(asked));
  std::unordered_set<NodeId> unnamed;
  for (size_t i = 0; i < asked.size(); ++i) {
    if (facts[i].unnamed) {
      unnamed.insert(asked[i]);
    }
  }
  std::vector<bool> named(quotes.size(), false);
  for (size_t i = 0; i < quotes.size(); ++i) {
    for (NodeId speaker : speakers.Of(i)) {
      const NodeNote& note = arrays.Of(speaker);
      named[i] = named[i] || !(note.facts_hold ? note.unnamed : unnamed.contains(speaker));
    }
  }
  return named;
}

}  // namespace stemma
