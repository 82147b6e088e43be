#include "graph/algo/question.h"

#include <algorithm>
#include <utility>

#include "graph/algo/folding.h"

namespace stemma {

NodeId Question::Shown(Vertex vertex) const {
  const bool is_start = kind != NodeKind::kClaim && vertex == start_vertices.front();
  return is_start ? asked : graph.Vertices()[vertex].shown;
}

Result<std::vector<NodeId>> StatersOf(const FilteredView& view, NodeId claim) {
  Folding folding(view);
  STEMMA_ASSIGN(const std::vector<NodeId> members, folding.MembersOf(claim));
  STEMMA_ASSIGN(const auto lists, view.Edges(members, Direction::kIn, SetOf(EdgeKind::kStates)));
  std::vector<NodeId> staters;
  for (const std::vector<EdgeFacts>& list : lists) {
    for (const EdgeFacts& edge : list) {
      staters.push_back(edge.other);
    }
  }
  std::sort(staters.begin(), staters.end());
  staters.erase(std::unique(staters.begin(), staters.end()), staters.end());
  return staters;
}

Result<Question> Ask(const FilteredView& view, NodeId node) {
  STEMMA_TRY(RequirePresent(view, node));
  const std::vector<NodeId> asked = {node};
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(asked));
  Question question;
  question.asked = node;
  question.kind = facts.front().kind;
  question.starts = asked;
  std::vector<NodeId> claims;
  if (question.kind == NodeKind::kClaim) {
    claims = asked;
    STEMMA_ASSIGN(question.starts, StatersOf(view, node));
  }
  STEMMA_ASSIGN(question.graph, SourcingGraph::Build(view, question.starts, claims));
  question.components = Components::Of(question.graph);
  question.ends = FindEnds(question.graph, question.components);
  question.start_vertices = question.graph.Starts();
  std::sort(question.start_vertices.begin(), question.start_vertices.end());
  question.start_vertices.erase(
      std::unique(question.start_vertices.begin(), question.start_vertices.end()),
      question.start_vertices.end());
  return question;
}

std::vector<Hops> HopsToOrigins(const Question& question) {
  std::vector<Role> roles(question.ends.size(), Role::kPass);
  for (Vertex v = 0; v < roles.size(); ++v) {
    if (question.ends[v]) {
      roles[v] = question.ends[v] == ChainEnd::kOrigin ? Role::kGoal : Role::kBarrier;
    }
  }
  return HopsToGoals(question.graph, question.components, roles, /*count_inside=*/false);
}

Depth DepthOf(const Question& question, const std::vector<Hops>& to_origins) {
  Depth depth;
  for (Vertex v : question.start_vertices) {
    const uint64_t nearest = to_origins[v].nearest;
    if (nearest != kUnreached) {
      depth.min = std::min(depth.min.value_or(nearest), nearest);
      depth.max = std::max<uint64_t>(depth.max.value_or(0), to_origins[v].most);
    }
  }
  if (depth.min) {
    depth.max = std::max(*depth.max, *depth.min);
  }
  return depth;
}

}  // namespace stemma
