#include "graph/algo/depth.h"

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>
#include <utility>

#include "graph/algo/question.h"

namespace stemma {
namespace {

// What a forward search from the starts sees: ends reached, and one shortest way to an origin.
struct Reached {
  std::array<uint64_t, kChainEndCount> ends{};
  std::vector<Vertex> witness;
};

std::vector<Vertex> WayTo(Vertex end, const std::vector<Vertex>& came_from) {
  std::vector<Vertex> way = {end};
  while (came_from[way.back()] != way.back()) {
    way.push_back(came_from[way.back()]);
  }
  std::reverse(way.begin(), way.end());
  return way;
}

// 0-1 breadth-first search: a revision costs no hop and goes to the front of the queue.
Reached Search(const Question& question) {
  const SourcingGraph& graph = question.graph;
  const size_t count = graph.Vertices().size();
  std::vector<uint64_t> hops(count, kUnreached);
  std::vector<Vertex> came_from(count, 0);
  std::vector<bool> done(count, false);
  std::deque<Vertex> queue;
  for (Vertex v : question.start_vertices) {
    hops[v] = 0;
    came_from[v] = v;
    queue.push_back(v);
  }
  Reached reached;
  // Distinct ends: nodes by their number, circles by that of their component.
  std::array<std::set<uint64_t>, kChainEndCount> distinct;
  while (!queue.empty()) {
    const Vertex v = queue.front();
    queue.pop_front();
    if (done[v]) {
      continue;
    }
    done[v] = true;
    if (const auto end = question.ends[v]) {
      const bool is_circle = *end == ChainEnd::kCircle;
      distinct[static_cast<size_t>(*end)].insert(is_circle ? question.components.of[v]
                                                           : graph.Vertices()[v].shown.value);
      if (*end == ChainEnd::kOrigin && reached.witness.empty()) {
        reached.witness = WayTo(v, came_from);
      }
      continue;
    }
    for (const Arc& arc : graph.ArcsOf(v)) {
      const uint64_t cost = arc.step.is_hop ? 1 : 0;
      if (hops[v] + cost < hops[arc.to]) {
        hops[arc.to] = hops[v] + cost;
        came_from[arc.to] = v;
        if (cost == 0) {
          queue.push_front(arc.to);
        } else {
          queue.push_back(arc.to);
        }
      }
    }
  }
  std::transform(distinct.begin(), distinct.end(), reached.ends.begin(),
                 [](const std::set<uint64_t>& ends) { return ends.size(); });
  return reached;
}

// The deepest first; where the last places are shared, the smaller ids have them.
Status KeepDeepest(const GraphView& graph, uint64_t deepest_max, std::vector<WorkDepth>& works) {
  const auto key = [](const WorkDepth& work) {
    return std::pair(*work.depth.min, *work.depth.max);
  };
  std::sort(works.begin(), works.end(),
            [&](const WorkDepth& a, const WorkDepth& b) { return key(a) > key(b); });
  size_t kept = std::min<size_t>(works.size(), deepest_max);
  while (kept > 0 && kept < works.size() && key(works[kept]) == key(works[kept - 1])) {
    ++kept;
  }
  works.resize(kept);
  std::vector<NodeId> nodes;
  for (const WorkDepth& work : works) {
    nodes.push_back(work.node);
  }
  STEMMA_ASSIGN(const std::vector<std::string> ids, graph.Ids(nodes));
  std::vector<std::pair<std::string, WorkDepth>> named;
  for (size_t i = 0; i < works.size(); ++i) {
    named.emplace_back(ids[i], works[i]);
  }
  std::sort(named.begin(), named.end(), [&](const auto& a, const auto& b) {
    return key(a.second) != key(b.second) ? key(a.second) > key(b.second) : a.first < b.first;
  });
  works.clear();
  for (size_t i = 0; i < named.size() && i < deepest_max; ++i) {
    works.push_back(named[i].second);
  }
  return {};
}

// How many of the works print a quote that has a named speaker.
Result<uint64_t> CountAttributed(const FilteredView& view,
                                 const std::vector<std::vector<NodeId>>& works) {
  uint64_t attributed = 0;
  for (const std::vector<NodeId>& members : works) {
    STEMMA_ASSIGN(const auto lists, view.Edges(members, Direction::kOut, SetOf(EdgeKind::kQuotes)));
    std::vector<NodeId> quotes;
    for (const std::vector<EdgeFacts>& list : lists) {
      for (const EdgeFacts& edge : list) {
        quotes.push_back(edge.other);
      }
    }
    STEMMA_ASSIGN(const std::vector<bool> named, HaveNamedSpeaker(view, quotes));
    attributed += std::find(named.begin(), named.end(), true) != named.end() ? 1 : 0;
  }
  return attributed;
}

}  // namespace

Result<NodeDepth> DepthOf(const GraphView& graph, NodeId node, const Filter& filter) {
  const FilteredView view(graph, filter);
  STEMMA_ASSIGN(const Question question, Ask(view, node));
  NodeDepth answer;
  answer.node = node;
  answer.kind = question.kind;
  answer.depth = DepthOf(question);
  Reached reached = Search(question);
  answer.ends = reached.ends;
  if (question.starts.empty()) {
    answer.ends[static_cast<size_t>(ChainEnd::kDeadEnd)] = 1;
  }
  for (Vertex v : reached.witness) {
    answer.witness.push_back(question.Shown(v));
  }
  return answer;
}

Result<DepthDistribution> DepthOfAllWorks(const GraphView& graph, const Filter& filter,
                                          uint64_t deepest_max) {
  const FilteredView view(graph, filter);
  STEMMA_ASSIGN(const std::vector<NodeId> works,
                NodesOfKinds(view, {NodeKind::kArticle, NodeKind::kDocument}));
  STEMMA_ASSIGN(const SourcingGraph sources, SourcingGraph::Build(view, works));
  const Components components = FindComponents(sources);
  const size_t count = sources.Vertices().size();
  std::vector<bool> origins(count);
  std::vector<bool> barriers(count);
  std::vector<bool> is_work(count);
  for (Vertex v = 0; v < count; ++v) {
    origins[v] = sources.Vertices()[v].end == ChainEnd::kOrigin;
    barriers[v] = sources.Vertices()[v].end.has_value();
  }
  for (Vertex v : sources.Starts()) {
    is_work[v] = true;
  }
  const auto nearest = HopsToNearest(sources, origins, barriers);
  const auto longest = HopsAtMost(sources, components, origins, barriers, /*count_inside=*/false);

  DepthDistribution answer;
  std::vector<std::vector<NodeId>> unreached;
  for (Vertex v = 0; v < count; ++v) {
    if (!is_work[v]) {
      continue;
    }
    ++answer.works;
    if (nearest[v] == kUnreached) {
      unreached.push_back(sources.Vertices()[v].members);
      continue;
    }
    ++answer.histogram[nearest[v]];
    answer.deepest.push_back(
        {sources.Vertices()[v].shown, {nearest[v], std::max(nearest[v], longest[v])}});
  }
  answer.unreached = unreached.size();
  answer.reached = answer.works - answer.unreached;
  STEMMA_ASSIGN(answer.attributed, CountAttributed(view, unreached));
  STEMMA_TRY(KeepDeepest(graph, deepest_max, answer.deepest));
  return answer;
}

}  // namespace stemma
