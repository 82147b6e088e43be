#include "graph/algo/folding.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace stemma {
namespace {

constexpr EdgeKindSet kFoldingKinds = SetOf(IsFolding);

// Which of two judgements supersedes: a person's, then the newer one.
bool IsNewer(const EdgeFacts& a, const EdgeFacts& b) {
  return std::tuple(a.by_person, a.at, a.arrival) > std::tuple(b.by_person, b.at, b.arrival);
}

// The whole that a document is part of: the newest assertion's.
std::optional<NodeId> WholeOf(NodeId part, const std::vector<EdgeFacts>& out) {
  const EdgeFacts* newest = nullptr;
  for (const EdgeFacts& edge : out) {
    if (edge.kind == EdgeKind::kPartOf && edge.other != part &&
        (newest == nullptr || IsNewer(edge, *newest))) {
      newest = &edge;
    }
  }
  return newest == nullptr ? std::nullopt : std::optional(newest->other);
}

using Pair = std::pair<NodeId, NodeId>;

// The judgement in force between each two nodes of `links`' same_as edges.
void Judge(const EdgeFacts& edge, NodeId from, std::map<Pair, EdgeFacts>& judged) {
  if (edge.kind != EdgeKind::kSameAs || edge.other == from) {
    return;
  }
  const auto [place, is_new] = judged.try_emplace(std::minmax(from, edge.other), edge);
  if (!is_new && IsNewer(edge, place->second)) {
    place->second = edge;
  }
}

}  // namespace

Status Folding::Load(std::span<const NodeId> nodes) {
  std::vector<NodeId> wave;
  std::set<NodeId> seen;
  const Snapshot* arrays = view_.Arrays();
  for (NodeId node : nodes) {
    if (arrays != nullptr && arrays->Covers(node) && !arrays->ClassOf(node).folds) {
      continue;
    }
    if (!links_.contains(node) && seen.insert(node).second) {
      wave.push_back(node);
    }
  }
  while (!wave.empty()) {
    STEMMA_ASSIGN(auto out, view_.Edges(wave, Direction::kOut, kFoldingKinds));
    STEMMA_ASSIGN(auto in, view_.Edges(wave, Direction::kIn, kFoldingKinds));
    std::vector<NodeId> next;
    for (size_t i = 0; i < wave.size(); ++i) {
      if (out[i].empty() && in[i].empty()) {
        continue;
      }
      for (const auto& list : {out[i], in[i]}) {
        for (const EdgeFacts& edge : list) {
          if (!links_.contains(edge.other) && seen.insert(edge.other).second) {
            next.push_back(edge.other);
          }
        }
      }
      links_[wave[i]] = {std::move(out[i]), std::move(in[i])};
    }
    wave = std::move(next);
  }
  return {};
}

std::vector<NodeId> Folding::SameNeighbours(NodeId node) const {
  const Links& links = links_.at(node);
  std::map<Pair, EdgeFacts> judged;
  for (const auto* list : {&links.out, &links.in}) {
    for (const EdgeFacts& edge : *list) {
      Judge(edge, node, judged);
    }
  }
  std::vector<NodeId> same;
  for (const auto& [pair, edge] : judged) {
    if (edge.judgement == Judgement::kSame) {
      same.push_back(edge.other);
    }
  }
  return same;
}

std::vector<NodeId> Folding::Parts(NodeId node) const {
  std::vector<NodeId> parts;
  for (const EdgeFacts& edge : links_.at(node).in) {
    if (edge.kind == EdgeKind::kPartOf && edge.other != node &&
        WholeOf(edge.other, links_.at(edge.other).out) == node) {
      parts.push_back(edge.other);
    }
  }
  return parts;
}

std::vector<NodeId> Folding::Component(NodeId start) const {
  std::set<NodeId> members = {start};
  std::vector<NodeId> open = {start};
  while (!open.empty()) {
    const NodeId node = open.back();
    open.pop_back();
    std::vector<NodeId> near = SameNeighbours(node);
    const std::vector<NodeId> parts = Parts(node);
    near.insert(near.end(), parts.begin(), parts.end());
    if (const auto whole = WholeOf(node, links_.at(node).out)) {
      near.push_back(*whole);
    }
    for (NodeId other : near) {
      if (members.insert(other).second) {
        open.push_back(other);
      }
    }
  }
  return {members.begin(), members.end()};
}

// The nodes that are one by `same` alone form a layer; the layer that is part of none is on top.
NodeId Folding::Shown(const std::vector<NodeId>& members) const {
  std::map<NodeId, size_t> layer_of;
  size_t layer_count = 0;
  for (NodeId first : members) {
    if (layer_of.contains(first)) {
      continue;
    }
    std::vector<NodeId> open = {first};
    layer_of[first] = layer_count;
    while (!open.empty()) {
      const NodeId node = open.back();
      open.pop_back();
      for (NodeId other : SameNeighbours(node)) {
        if (layer_of.try_emplace(other, layer_count).second) {
          open.push_back(other);
        }
      }
    }
    ++layer_count;
  }
  std::set<size_t> below;
  for (NodeId node : members) {
    const auto whole = WholeOf(node, links_.at(node).out);
    if (whole && layer_of.at(*whole) != layer_of.at(node)) {
      below.insert(layer_of.at(node));
    }
  }
  // Parts of each other in a ring have no top: then the layer of the first arrived.
  size_t top = 0;
  while (top < layer_count && below.contains(top)) {
    ++top;
  }
  top = top == layer_count ? 0 : top;

  NodeId shown;
  bool found = false;
  std::pair<Instant, uint64_t> newest;
  for (NodeId node : members) {
    if (layer_of.at(node) != top) {
      continue;
    }
    if (!found) {
      shown = node;
      found = true;
      newest = {kDistantPast, 0};
    }
    const std::vector<NodeId> same = SameNeighbours(node);
    for (const EdgeFacts& edge : links_.at(node).in) {
      if (edge.kind == EdgeKind::kSameAs && edge.judgement == Judgement::kSame &&
          std::find(same.begin(), same.end(), edge.other) != same.end() &&
          std::pair(edge.at, edge.arrival) >= newest) {
        newest = {edge.at, edge.arrival};
        shown = node;
      }
    }
  }
  return shown;
}

Result<std::vector<uint32_t>> Folding::GroupsOf(std::span<const NodeId> nodes) {
  std::vector<NodeId> unknown;
  for (NodeId node : nodes) {
    if (!group_of_.contains(node)) {
      unknown.push_back(node);
    }
  }
  STEMMA_TRY(Load(unknown));
  for (NodeId node : unknown) {
    if (group_of_.contains(node)) {
      continue;
    }
    Group group{node, {node}};
    if (links_.contains(node)) {
      group.members = Component(node);
      group.shown = Shown(group.members);
    }
    for (NodeId member : group.members) {
      group_of_[member] = static_cast<uint32_t>(groups_.size());
    }
    groups_.push_back(std::move(group));
  }
  std::vector<uint32_t> numbers;
  numbers.reserve(nodes.size());
  for (NodeId node : nodes) {
    numbers.push_back(group_of_.at(node));
  }
  return numbers;
}

Result<std::vector<NodeId>> Folding::MembersOf(NodeId node) {
  STEMMA_ASSIGN(const std::vector<uint32_t> groups, GroupsOf(std::span(&node, 1)));
  return Of(groups.front()).members;
}

Result<std::vector<SameConflict>> FindSameConflicts(const GraphView& graph) {
  std::map<Pair, EdgeFacts> judged;
  STEMMA_TRY(graph.ScanEdges([&](NodeId from, const EdgeFacts& edge) {
    if (edge.status != AssertionStatus::kWithdrawn) {
      Judge(edge, from, judged);
    }
    return true;
  }));
  std::map<NodeId, std::vector<NodeId>> same;
  for (const auto& [pair, edge] : judged) {
    if (edge.judgement == Judgement::kSame) {
      same[pair.first].push_back(pair.second);
      same[pair.second].push_back(pair.first);
    }
  }
  std::vector<SameConflict> conflicts;
  for (const auto& [pair, edge] : judged) {
    if (edge.judgement != Judgement::kDifferent || !same.contains(pair.first)) {
      continue;
    }
    std::map<NodeId, NodeId> came_from = {{pair.first, pair.first}};
    std::vector<NodeId> queue = {pair.first};
    for (size_t i = 0; i < queue.size() && !came_from.contains(pair.second); ++i) {
      for (NodeId other : same[queue[i]]) {
        if (came_from.try_emplace(other, queue[i]).second) {
          queue.push_back(other);
        }
      }
    }
    if (came_from.contains(pair.second)) {
      std::vector<NodeId> chain = {pair.second};
      while (chain.back() != pair.first) {
        chain.push_back(came_from.at(chain.back()));
      }
      std::reverse(chain.begin(), chain.end());
      conflicts.push_back({pair.first, pair.second, std::move(chain)});
    }
  }
  return conflicts;
}

Result<std::vector<PartConflict>> FindPartConflicts(const GraphView& graph) {
  std::map<NodeId, std::vector<NodeId>> wholes;
  STEMMA_TRY(graph.ScanEdges([&](NodeId from, const EdgeFacts& edge) {
    if (edge.kind == EdgeKind::kPartOf && edge.status != AssertionStatus::kWithdrawn) {
      wholes[from].push_back(edge.other);
    }
    return true;
  }));
  std::vector<PartConflict> conflicts;
  for (auto& [part, several] : wholes) {
    if (several.size() > 1) {
      std::sort(several.begin(), several.end());
      conflicts.push_back({part, several});
    }
  }
  return conflicts;
}

}  // namespace stemma
