#include "graph/algo/trace.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "graph/algo/chains.h"
#include "graph/algo/folding.h"
#include "graph/algo/published.h"
#include "graph/algo/question.h"

namespace stemma {
namespace {

// The quotes and claims that a work, or those folded with it, prints: quotes first, then by id.
Result<std::vector<std::pair<NodeKind, NodeId>>> PrintedBy(const FilteredView& view, NodeId work) {
  Folding folding(view);
  STEMMA_ASSIGN(const std::vector<NodeId> members, folding.MembersOf(work));
  STEMMA_ASSIGN(const auto lists, view.Edges(members, Direction::kOut,
                                             SetOf(EdgeKind::kQuotes) | SetOf(EdgeKind::kStates)));
  std::vector<NodeId> nodes;
  for (const std::vector<EdgeFacts>& list : lists) {
    for (const EdgeFacts& edge : list) {
      nodes.push_back(edge.other);
    }
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(nodes));
  STEMMA_ASSIGN(const std::vector<std::string> ids, view.Graph().Ids(nodes));
  std::vector<std::tuple<NodeKind, std::string, NodeId>> printed;
  for (size_t i = 0; i < nodes.size(); ++i) {
    printed.emplace_back(facts[i].kind, ids[i], nodes[i]);
  }
  std::sort(printed.begin(), printed.end());
  std::vector<std::pair<NodeKind, NodeId>> ordered;
  for (const auto& [kind, id, node] : printed) {
    ordered.emplace_back(kind, node);
  }
  return ordered;
}

// By date, then by id.
Result<std::optional<FirstStated>> FindFirstStated(const FilteredView& view,
                                                   const Question& question) {
  if (question.starts.empty()) {
    return std::optional<FirstStated>();
  }
  STEMMA_ASSIGN(const std::vector<std::string> ids, view.Graph().Ids(question.starts));
  STEMMA_ASSIGN(const std::vector<Published> published, PublishedOf(view, question.starts));
  size_t first = 0;
  for (size_t i = 1; i < ids.size(); ++i) {
    const bool is_tie = !IsEarlier(published[first], published[i]);
    if (IsEarlier(published[i], published[first]) || (is_tie && ids[i] < ids[first])) {
      first = i;
    }
  }
  STEMMA_ASSIGN(std::string date, DateAsWritten(view, published[first]));
  return std::optional(FirstStated{question.starts[first], std::move(date)});
}

}  // namespace

Result<Trace> TraceNode(const GraphView& graph, NodeId node, const Filter& filter,
                        const TraceOptions& options) {
  const FilteredView view(graph, filter);
  const ChainLimits limits{options.chains_max, options.hops_max};
  STEMMA_ASSIGN(const Question question, Ask(view, node));
  STEMMA_ASSIGN(ChainList list, ListChains(view, question, options.to, limits));
  Trace trace;
  trace.node = node;
  trace.kind = question.kind;
  trace.depth = DepthOf(question, HopsToOrigins(question));
  trace.chains = std::move(list.chains);
  trace.truncated = list.truncated;
  if (question.kind == NodeKind::kClaim) {
    STEMMA_ASSIGN(trace.first_stated, FindFirstStated(view, question));
  }
  if (!IsWork(question.kind)) {
    return trace;
  }
  STEMMA_ASSIGN(const auto printed, PrintedBy(view, node));
  for (const auto& [kind, strand_node] : printed) {
    STEMMA_ASSIGN(const Question strand_question, Ask(view, strand_node));
    STEMMA_ASSIGN(ChainList chains, ListChains(view, strand_question, options.to, limits));
    const Depth depth = DepthOf(strand_question, HopsToOrigins(strand_question));
    trace.strands.push_back({strand_node, kind, depth, std::move(chains.chains), chains.truncated});
  }
  return trace;
}

}  // namespace stemma
