#include "graph/algo/corrections.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "graph/algo/deciding.h"

namespace stemma {

Status Corrections::Load(std::span<const NodeId> nodes) {
  std::vector<NodeId> unread;
  for (const NodeId node : nodes) {
    if (found_.try_emplace(node).second) {
      unread.push_back(node);
    }
  }
  std::sort(unread.begin(), unread.end());  // a store reads neighbours together
  STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding_.GroupsOf(unread));
  std::vector<NodeId> members;
  for (const uint32_t group : groups) {
    const std::vector<NodeId>& folded = folding_.Of(group).members;
    members.insert(members.end(), folded.begin(), folded.end());
  }
  STEMMA_ASSIGN(const auto lists, view_.Edges(members, Direction::kIn, SetOf(EdgeKind::kCorrects)));
  size_t next = 0;
  for (size_t i = 0; i < unread.size(); ++i) {
    const std::vector<NodeId>& folded = folding_.Of(groups[i]).members;
    for (const NodeId member : folded) {
      for (const EdgeFacts& edge : lists[next++]) {
        if (!std::binary_search(folded.begin(), folded.end(), edge.other)) {
          STEMMA_TRY(Add(unread[i], member, edge));
        }
      }
    }
    std::vector<Correction>& found = found_.at(unread[i]);
    std::sort(found.begin(), found.end(), [](const Correction& a, const Correction& b) {
      return std::tie(a.by, a.corrected) < std::tie(b.by, b.corrected);
    });
  }
  return {};
}

Status Corrections::Add(NodeId node, NodeId corrected, const EdgeFacts& edge) {
  STEMMA_ASSIGN(const EdgeAssertion said,
                DecidingAssertion(view_.Graph(), {edge.other, edge.kind, corrected}, edge.arrival));
  STEMMA_ASSIGN(const NodeState by, view_.Node(edge.other));
  Correction correction;
  correction.by = said.from;
  correction.corrected = said.to;
  correction.how = said.how.value_or("correction");
  correction.status = edge.status;
  correction.date = by.Text("date").value_or("");
  found_.at(node).push_back(std::move(correction));
  return {};
}

std::span<const Correction> Corrections::Of(NodeId node) const {
  return found_.at(node);
}

Result<std::vector<NodeId>> Corrections::CorrectedAmong(std::span<const NodeId> nodes) {
  STEMMA_TRY(Load(nodes));
  std::vector<NodeId> corrected;
  std::unordered_set<NodeId> seen;
  for (const NodeId node : nodes) {
    if (!Of(node).empty() && seen.insert(node).second) {
      corrected.push_back(node);
    }
  }
  return corrected;
}

}  // namespace stemma
