#include "graph/algo/corrections.h"

#include <algorithm>
#include <tuple>
#include <utility>

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
  STEMMA_ASSIGN(const std::vector<ArrivedEdge> said,
                view_.Graph().EdgeAssertions({edge.other, edge.kind, corrected}));
  const auto deciding = std::find_if(said.begin(), said.end(), [&](const ArrivedEdge& one) {
    return one.arrival == edge.arrival;
  });
  if (deciding == said.end()) {
    return Fail(ErrorCode::kCorruption, "an edge names an assertion that is not stored");
  }
  STEMMA_ASSIGN(const NodeState by, view_.Node(edge.other));
  Correction correction;
  correction.by = deciding->assertion.from;
  correction.corrected = deciding->assertion.to;
  correction.how = deciding->assertion.how.value_or("correction");
  correction.status = edge.status;
  correction.date = by.Text("date").value_or("");
  found_.at(node).push_back(std::move(correction));
  return {};
}

std::span<const Correction> Corrections::Of(NodeId node) const {
  return found_.at(node);
}

}  // namespace stemma
