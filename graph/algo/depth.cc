#include "graph/algo/depth.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "graph/algo/depth_in_order.h"
#include "graph/algo/end_counts.h"
#include "graph/algo/far_ends.h"
#include "graph/algo/question.h"
#include "graph/algo/ranked.h"

namespace stemma {
namespace {

// One shortest chain to an origin: of equally short ways on, the one to the node that arrived
// first, so that the answer does not depend on how the graph was read.
class Witness {
 public:
  Witness(const Question& question, const std::vector<Hops>& to_origins)
      : question_(question), hops_(to_origins) {}

  std::vector<NodeId> Find() {
    // Depth first, since revisions, at no hop, may lead in a round.
    std::vector<std::vector<Vertex>> choices = {Starts()};
    std::vector<Vertex> path;
    std::unordered_set<Vertex> entered;
    while (!choices.empty()) {
      if (choices.back().empty()) {
        choices.pop_back();
        if (!path.empty()) {
          path.pop_back();
        }
        continue;
      }
      const Vertex v = choices.back().back();
      choices.back().pop_back();
      if (!entered.insert(v).second) {
        continue;
      }
      path.push_back(v);
      if (question_.ends[v] == ChainEnd::kOrigin) {
        break;
      }
      choices.push_back(WaysOn(v));
    }
    std::vector<NodeId> nodes;
    std::transform(path.begin(), path.end(), std::back_inserter(nodes),
                   [this](Vertex v) { return question_.Shown(v); });
    return nodes;
  }

 private:
  std::vector<Vertex> Starts() const {
    uint32_t least = kUnreached;
    for (const Vertex v : question_.start_vertices) {
      least = std::min(least, hops_[v].nearest);
    }
    std::vector<Vertex> starts;
    std::copy_if(question_.start_vertices.begin(), question_.start_vertices.end(),
                 std::back_inserter(starts),
                 [&](Vertex v) { return least != kUnreached && hops_[v].nearest == least; });
    return BestLast(std::move(starts));
  }

  std::vector<Vertex> WaysOn(Vertex v) const {
    std::vector<Vertex> ways;
    for (const Arc arc : question_.graph.ArcsOf(v)) {
      if (hops_[arc.To()].nearest != kUnreached &&
          hops_[arc.To()].nearest + arc.Hops() == hops_[v].nearest) {
        ways.push_back(arc.To());
      }
    }
    return BestLast(std::move(ways));
  }

  std::vector<Vertex> BestLast(std::vector<Vertex> vertices) const {
    const auto key = [this](Vertex v) {
      const SourceVertex& vertex = question_.graph.Vertices()[v];
      return std::pair(vertex.shown, vertex.stops);
    };
    std::sort(vertices.begin(), vertices.end(),
              [&](Vertex a, Vertex b) { return key(a) > key(b); });
    return vertices;
  }

  const Question& question_;
  const std::vector<Hops>& hops_;
};

// A work's hops, for choosing the deepest among millions.
struct Deep {
  uint32_t min = 0;
  uint32_t max = 0;
  Vertex vertex = 0;
  auto Key() const { return std::pair(min, max); }
};

// The deepest first.
Result<std::vector<WorkDepth>> KeepDeepest(const Survey& survey, uint64_t deepest_max,
                                           std::vector<Deep> works) {
  const std::vector<SourceVertex>& vertices = survey.Sources().Vertices();
  STEMMA_ASSIGN(const std::vector<Deep> kept,
                FirstRanked(
                    survey.View().Graph(), std::move(works), deepest_max,
                    [](const Deep& a, const Deep& b) { return a.Key() > b.Key(); },
                    [&](const Deep& work) { return vertices[work.vertex].shown; }));
  std::vector<WorkDepth> deepest;
  for (const Deep& work : kept) {
    deepest.push_back({vertices[work.vertex].shown, {work.min, work.max}});
  }
  return deepest;
}

// How many of the works print a quote that has a named speaker.
Result<uint64_t> CountAttributed(const Survey& survey, const std::vector<Vertex>& works) {
  std::vector<NodeId> members;
  std::vector<size_t> work_of;  // by member
  for (size_t i = 0; i < works.size(); ++i) {
    for (const NodeId node : survey.Sources().MembersOf(works[i])) {
      members.push_back(node);
      work_of.push_back(i);
    }
  }
  FilteredArrays arrays(survey.View(), /*for_claim=*/false);
  STEMMA_ASSIGN(const FarEnds quotes,
                FarEnds::Read(survey.View(), arrays, members, EdgeKind::kQuotes));
  STEMMA_ASSIGN(const std::vector<bool> named,
                HaveNamedSpeaker(survey.View(), arrays, quotes.All()));
  std::vector<bool> attributed(works.size(), false);
  for (size_t i = 0; i < members.size(); ++i) {
    const size_t first = quotes.FirstOf(i);
    for (size_t quote = first; quote < first + quotes.Of(i).size(); ++quote) {
      attributed[work_of[i]] = attributed[work_of[i]] || named[quote];
    }
  }
  return static_cast<uint64_t>(std::count(attributed.begin(), attributed.end(), true));
}

}  // namespace

Result<NodeDepth> DepthOf(const GraphView& graph, NodeId node, const Filter& filter) {
  const FilteredView view(graph, filter);
  // Where numbers are an order, no graph has to be built.
  STEMMA_ASSIGN(std::optional<NodeDepth> in_order, DepthInOrder(view, node));
  if (in_order) {
    return *std::move(in_order);
  }
  STEMMA_ASSIGN(const Question question, Ask(view, node));
  const std::vector<Hops> to_origins = HopsToOrigins(question);
  NodeDepth answer;
  answer.node = node;
  answer.kind = question.kind;
  answer.depth = DepthOf(question, to_origins);
  answer.ends =
      EndCounter(question.graph, question.components, question.ends).Count(question.start_vertices);
  if (question.starts.empty()) {
    answer.ends[static_cast<size_t>(ChainEnd::kDeadEnd)] = 1;
  }
  answer.witness = Witness(question, to_origins).Find();
  answer.is_certain = question.graph.IsCertain();
  return answer;
}

Result<DepthDistribution> DepthOfAllWorks(const GraphView& graph, const Filter& filter,
                                          uint64_t deepest_max) {
  STEMMA_ASSIGN(const Survey survey, Survey::Of(graph, filter));
  return DepthOfAllWorks(survey, deepest_max);
}

Result<DepthDistribution> DepthOfAllWorks(const Survey& survey, uint64_t deepest_max) {
  const std::vector<SourceVertex>& vertices = survey.Sources().Vertices();
  const std::vector<Hops> hops = HopsToOrigins(survey.Sources(), survey.Order());

  DepthDistribution answer;
  std::vector<uint64_t> histogram;
  std::vector<Vertex> unreached;
  std::vector<Deep> reached;
  reached.reserve(vertices.size());
  for (Vertex v = 0; v < vertices.size(); ++v) {
    if (!IsWork(vertices[v].kind) || vertices[v].stops) {
      continue;
    }
    const uint32_t min = hops[v].nearest;
    if (min == kUnreached) {
      unreached.push_back(v);
      continue;
    }
    histogram.resize(std::max<size_t>(histogram.size(), size_t{min} + 1));
    ++histogram[min];
    reached.push_back({min, std::max(min, hops[v].most), v});
  }
  answer.reached = reached.size();
  answer.unreached = unreached.size();
  answer.works = answer.reached + answer.unreached;
  for (size_t min = 0; min < histogram.size(); ++min) {
    if (histogram[min] > 0) {
      answer.histogram[min] = histogram[min];
    }
  }
  STEMMA_ASSIGN(answer.attributed, CountAttributed(survey, unreached));
  STEMMA_ASSIGN(answer.deepest, KeepDeepest(survey, deepest_max, std::move(reached)));
  return answer;
}

}  // namespace stemma
