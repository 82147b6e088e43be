#include "graph/audit/recorded_ties.h"

#include <algorithm>

namespace stemma {
namespace {

// Of one search: a digest may cite more than is worth reading for this.
constexpr size_t kReachedMax = 4096;

constexpr EdgeKindSet kParents = SetOf(EdgeKind::kDerivedFrom);
constexpr EdgeKindSet kTies = kParents | SetOf(EdgeKind::kCites) | SetOf(EdgeKind::kCorrects);

bool ShareOne(const std::set<uint32_t>& a, const std::set<uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](uint32_t group) { return b.contains(group); });
}

}  // namespace

Status RecordedTies::Begin(NodeId work) {
  STEMMA_ASSIGN(work_, ReachedFrom(work));
  return {};
}

Result<bool> RecordedTies::IsTied(NodeId other) {
  STEMMA_ASSIGN(const Reached reached, ReachedFrom(other));
  return reached.self == work_.self || work_.sources.contains(reached.self) ||
         reached.sources.contains(work_.self) || ShareOne(work_.parents, reached.parents);
}

Result<RecordedTies::Reached> RecordedTies::ReachedFrom(NodeId work) {
  Reached reached;
  STEMMA_ASSIGN(const std::vector<uint32_t> self, folding_.GroupsOf(std::span(&work, 1)));
  reached.self = self.front();
  STEMMA_ASSIGN(reached.sources, Reach(reached.self, kTies));
  STEMMA_ASSIGN(reached.parents, Reach(reached.self, kParents));
  return reached;
}

Result<std::set<uint32_t>> RecordedTies::Reach(uint32_t start, EdgeKindSet kinds) {
  std::set<uint32_t> reached;
  std::vector<uint32_t> wave = {start};
  for (int hop = 0; hop < kHopsMax && !wave.empty() && reached.size() < kReachedMax; ++hop) {
    STEMMA_ASSIGN(const auto lists, view_.Edges(MembersOf(wave), Direction::kOut, kinds));
    std::vector<NodeId> ends;
    for (const std::vector<EdgeFacts>& list : lists) {
      std::transform(list.begin(), list.end(), std::back_inserter(ends),
                     [](const EdgeFacts& edge) { return edge.other; });
    }
    STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(ends));
    wave.clear();
    for (const uint32_t group : groups) {
      if (group != start && reached.insert(group).second) {
        wave.push_back(group);
      }
    }
  }
  return reached;
}

std::vector<NodeId> RecordedTies::MembersOf(std::span<const uint32_t> groups) const {
  std::vector<NodeId> members;
  for (const uint32_t group : groups) {
    const std::vector<NodeId>& of = folding_.Of(group).members;
    members.insert(members.end(), of.begin(), of.end());
  }
  return members;
}

Result<std::vector<NodeId>> RecordedTies::Outlets(NodeId node, EdgeKind kind, bool by_person) {
  STEMMA_ASSIGN(const auto edges, view_.Edges(std::span(&node, 1), Direction::kOut, SetOf(kind)));
  std::vector<NodeId> ends;
  for (const EdgeFacts& edge : edges.front()) {
    if (!by_person || edge.by_person) {
      ends.push_back(edge.other);
    }
  }
  STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(ends));
  std::vector<NodeId> outlets = MembersOf(groups);
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view_.Facts(outlets));
  std::vector<NodeId> kept;
  for (size_t i = 0; i < outlets.size(); ++i) {
    if (facts[i].kind == NodeKind::kOutlet) {
      kept.push_back(outlets[i]);
    }
  }
  return kept;
}

}  // namespace stemma
