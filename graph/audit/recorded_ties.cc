#include "graph/audit/recorded_ties.h"

#include <algorithm>
#include <span>

namespace stemma {
namespace {

// Of one search: a digest may cite more than is worth reading for this.
constexpr size_t kReachedMax = 4096;

constexpr EdgeKindSet kTies =
    SetOf(EdgeKind::kDerivedFrom) | SetOf(EdgeKind::kCites) | SetOf(EdgeKind::kCorrects);

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
  std::vector<Step> wave = {{reached.self, true}};
  for (int hop = 0; hop < kHopsMax && reached.sources.size() < kReachedMax; ++hop) {
    STEMMA_ASSIGN(const std::vector<Step> steps, StepsFrom(wave));
    wave.clear();
    for (const Step step : steps) {
      if (step.group == reached.self) {
        continue;
      }
      // One that was reached by a citation is followed again as a parent.
      const bool is_new = reached.sources.insert(step.group).second;
      if ((step.is_parent && reached.parents.insert(step.group).second) || is_new) {
        wave.push_back(step);
      }
    }
  }
  return reached;
}

Result<std::vector<RecordedTies::Step>> RecordedTies::StepsFrom(const std::vector<Step>& wave) {
  std::vector<NodeId> nodes;
  std::vector<bool> are_parents;
  for (const Step step : wave) {
    for (const NodeId member : folding_.Of(step.group).members) {
      nodes.push_back(member);
      are_parents.push_back(step.is_parent);
    }
  }
  STEMMA_ASSIGN(const auto lists, view_.Edges(nodes, Direction::kOut, kTies));
  std::vector<NodeId> ends;
  std::vector<Step> steps;
  for (size_t i = 0; i < lists.size(); ++i) {
    for (const EdgeFacts& edge : lists[i]) {
      ends.push_back(edge.other);
      steps.push_back({0, are_parents[i] && edge.kind == EdgeKind::kDerivedFrom});
    }
  }
  STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(ends));
  for (size_t i = 0; i < steps.size(); ++i) {
    steps[i].group = groups[i];
  }
  return steps;
}

Result<std::vector<RecordedTies::Outlet>> RecordedTies::Outlets(NodeId node, EdgeKind kind) {
  STEMMA_ASSIGN(const auto edges, view_.Edges(std::span(&node, 1), Direction::kOut, SetOf(kind)));
  std::vector<NodeId> ends;
  for (const EdgeFacts& edge : edges.front()) {
    ends.push_back(edge.other);
  }
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view_.Facts(ends));
  std::vector<Outlet> outlets;
  for (size_t i = 0; i < ends.size(); ++i) {
    if (facts[i].kind != NodeKind::kOutlet) {
      continue;
    }
    STEMMA_ASSIGN(const std::vector<uint32_t> group, folding_.GroupsOf(std::span(&ends[i], 1)));
    for (const NodeId member : folding_.Of(group.front()).members) {
      outlets.push_back({member, edges.front()[i].by_person});
    }
  }
  return outlets;
}

}  // namespace stemma
