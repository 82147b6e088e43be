#include "graph/algo/chains_between.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "graph/algo/chains.h"
#include "graph/algo/folding.h"
#include "graph/algo/question.h"
#include "graph/algo/ranked.h"
#include "graph/algo/steps.h"

namespace stemma {
namespace {

constexpr size_t kLookedAtMax = 10'000;

bool Has(const std::vector<NodeId>& rising, NodeId node) {
  return std::binary_search(rising.begin(), rising.end(), node);
}

// The hops of a shortest chain.
Result<std::optional<uint64_t>> HopsBetween(const FilteredView& view, const Question& question,
                                            NodeId to) {
  const ChainLimits one{1, std::nullopt, ChainLimits().steps_max, /*stops_when_full=*/true};
  STEMMA_ASSIGN(const ChainList list, ListChains(view, question, to, one));
  return list.chains.empty() ? std::optional<uint64_t>() : std::optional(list.chains.front().hops);
}

// Where chains of the question stop although their last node may have sources, by id: origins, and
// works that a quote was lifted from.
Result<std::vector<Vertex>> StopsOf(const FilteredView& view, const Question& question) {
  std::vector<Vertex> stops;
  for (Vertex v = 0; v < question.ends.size(); ++v) {
    if (question.ends[v] &&
        (question.graph.Vertices()[v].stops || question.ends[v] == ChainEnd::kOrigin)) {
      stops.push_back(v);
    }
  }
  const size_t all = stops.size();
  return FirstRanked(view.Graph(), std::move(stops), all, kAlike<Vertex>,
                     [&](Vertex v) { return question.Shown(v); });
}

// The stop whose sources lead to one of `targets`: the nearest, then the first by id. By whole
// levels, so that what is found first does not depend on how the graph was read.
Result<std::optional<NodeId>> StopBefore(const FilteredView& view, const Question& question,
                                         const std::vector<NodeId>& targets) {
  STEMMA_ASSIGN(const std::vector<Vertex> stops, StopsOf(view, question));
  std::unordered_map<NodeId, NodeId> stop_of;
  std::vector<NodeId> level;
  for (const Vertex stop : stops) {
    for (const NodeId member : question.graph.MembersOf(stop)) {
      if (stop_of.try_emplace(member, question.Shown(stop)).second) {
        level.push_back(member);
      }
    }
  }
  while (!level.empty() && stop_of.size() <= kLookedAtMax) {
    STEMMA_ASSIGN(const auto lists, view.Edges(level, Direction::kOut, kSourcingKinds));
    std::vector<NodeId> next;
    for (size_t i = 0; i < level.size(); ++i) {
      const NodeId stop = stop_of.at(level[i]);
      for (const EdgeFacts& edge : lists[i]) {
        if (!edge.inherited && stop_of.try_emplace(edge.other, stop).second) {
          next.push_back(edge.other);
          if (Has(targets, edge.other)) {
            return std::optional(stop);
          }
        }
      }
    }
    level = std::move(next);
  }
  return std::optional<NodeId>();
}

// What is to be said where there is no chain.
Status ExplainNone(const FilteredView& view, const Question& question,
                   const std::vector<NodeId>& targets, ChainsBetween& answer) {
  STEMMA_ASSIGN(answer.hops_beyond, HopsBetween(view, question, answer.to));
  if (answer.hops_beyond) {
    return {};
  }
  STEMMA_ASSIGN(answer.ends_before, StopBefore(view, question, targets));
  STEMMA_ASSIGN(const Question back, Ask(view, answer.to));
  STEMMA_ASSIGN(answer.hops_back, HopsBetween(view, back, answer.from));
  return {};
}

}  // namespace

Result<ChainsBetween> FindChainsBetween(const GraphView& graph, NodeId from, NodeId to,
                                        const Filter& filter, const BetweenOptions& options) {
  const FilteredView view(graph, filter);
  STEMMA_TRY(RequirePresent(view, from));
  STEMMA_TRY(RequirePresent(view, to));
  const std::vector<NodeId> ends = {from, to};
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(ends));
  ChainsBetween answer;
  answer.from = from;
  answer.to = to;
  answer.from_kind = facts.front().kind;
  answer.to_kind = facts.back().kind;
  Folding folding(view);
  STEMMA_ASSIGN(const std::vector<NodeId> targets, folding.MembersOf(to));
  if (Has(targets, from)) {
    Chain none;
    none.ends = ChainEnd::kTarget;
    none.nodes = {from};
    answer.chains = {none};
    return answer;
  }
  STEMMA_ASSIGN(const Question question, Ask(view, from));
  ChainLimits limits;
  limits.chains_max = options.chains_max.value_or(1);
  limits.hops_max = options.hops_max;
  limits.stops_when_full = !options.chains_max;
  STEMMA_ASSIGN(ChainList list, ListChains(view, question, to, limits));
  answer.chains = std::move(list.chains);
  answer.truncated = list.truncated;
  if (answer.chains.empty()) {
    STEMMA_TRY(ExplainNone(view, question, targets, answer));
  }
  return answer;
}

}  // namespace stemma
