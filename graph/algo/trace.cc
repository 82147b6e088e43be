#include "graph/algo/trace.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "graph/algo/chains.h"
#include "graph/algo/folding.h"
#include "graph/algo/question.h"

namespace stemma {
namespace {

// The quotes and claims that a work, or those folded with it, prints: quotes first, then by id.
Result<std::vector<std::pair<NodeKind, NodeId>>> PrintedBy(const FilteredView& view, NodeId work) {
  Folding folding(view);
  const std::vector<NodeId> asked = {work};
  STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding.GroupsOf(asked));
  STEMMA_ASSIGN(const auto lists, view.Edges(folding.Of(groups.front()).members, Direction::kOut,
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

struct DatedNode {
  DateInterval interval;
  bool dated = false;
  std::string id;  // of the stating node: ties
  NodeId stater;
  NodeId dated_by;  // the work whose date it is
};

bool IsEarlier(const DatedNode& a, const DatedNode& b) {
  return std::tuple(!a.dated, a.interval.end, std::string_view(a.id)) <
         std::tuple(!b.dated, b.interval.end, std::string_view(b.id));
}

// A work has its own date, a quote that of the earliest work that prints it.
Result<DatedNode> DateOf(const FilteredView& view, NodeId stater, const std::string& id) {
  std::vector<NodeId> works = {stater};
  STEMMA_ASSIGN(const std::vector<NodeFacts> own, view.Facts(works));
  if (own.front().kind == NodeKind::kQuote) {
    STEMMA_ASSIGN(const auto lists, view.Edges(works, Direction::kIn, SetOf(EdgeKind::kQuotes)));
    works.clear();
    for (const EdgeFacts& edge : lists.front()) {
      works.push_back(edge.other);
    }
  }
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(works));
  DatedNode earliest{{}, false, id, stater, stater};
  for (size_t i = 0; i < works.size(); ++i) {
    const DatedNode candidate{facts[i].date, facts[i].dated, id, stater, works[i]};
    if (IsEarlier(candidate, earliest)) {
      earliest = candidate;
    }
  }
  return earliest;
}

Result<std::optional<FirstStated>> FindFirstStated(const FilteredView& view,
                                                   const Question& question) {
  std::optional<DatedNode> first;
  STEMMA_ASSIGN(const std::vector<std::string> ids, view.Graph().Ids(question.starts));
  for (size_t i = 0; i < question.starts.size(); ++i) {
    STEMMA_ASSIGN(DatedNode candidate, DateOf(view, question.starts[i], ids[i]));
    if (!first || IsEarlier(candidate, *first)) {
      first = std::move(candidate);
    }
  }
  if (!first) {
    return std::optional<FirstStated>();
  }
  FirstStated answer;
  answer.node = first->stater;
  if (first->dated) {
    STEMMA_ASSIGN(const NodeState state, view.Node(first->dated_by));
    answer.date = state.Text("date").value_or("");
  }
  return std::optional(std::move(answer));
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
