#include "graph/algo/standing.h"

#include "graph/algo/choke_points.h"
#include "graph/algo/depth.h"
#include "graph/algo/origins.h"
#include "graph/algo/survey.h"

namespace stemma {
namespace {

// Works and quotes, of one reading of what is behind them.
Result<Standings> OfSourced(const GraphView& graph, std::span<const NodeId> nodes,
                            const Filter& filter) {
  STEMMA_ASSIGN(const Survey survey, Survey::Behind(graph, filter, nodes));
  const SourcingGraph& sources = survey.Sources();
  const std::vector<Hops> hops = HopsToOrigins(sources, survey.Order());
  const std::vector<std::optional<ChainEnd>> ends = FindEnds(sources, survey.Order());
  const ChokePoints points = ChokePoints::Of(sources, survey.Order());
  EndCounter counter(sources, survey.Order(), ends);
  Standings standings;
  for (size_t i = 0; i < nodes.size(); ++i) {
    const Vertex v = sources.Starts()[i];
    Standing standing;
    standing.depth = DepthOf(hops[v]);
    standing.ends = counter.Count(std::span(&v, 1));
    standing.is_origin = ends[v] == ChainEnd::kOrigin;
    if (const NodeId shown = sources.Vertices()[v].shown; shown != nodes[i]) {
      standing.shown = shown;
    }
    if (const Vertex next = points.Next(v); next != kNoVertex) {
      standing.choke = sources.Vertices()[next].shown;
    }
    standings.of.emplace(nodes[i], standing);
  }
  STEMMA_ASSIGN(standings.circles, FindCircles(survey));
  return standings;
}

Result<Standing> OfClaim(const GraphView& graph, NodeId claim, const Filter& filter) {
  STEMMA_ASSIGN(const NodeDepth depth, DepthOf(graph, claim, filter));
  STEMMA_ASSIGN(const std::vector<NodeId> points, FindChokePoints(graph, claim, filter));
  Standing standing;
  standing.depth = depth.depth;
  standing.ends = depth.ends;
  if (!points.empty()) {
    standing.choke = points.front();
  }
  return standing;
}

}  // namespace

Result<Standings> StandingsOf(const GraphView& graph, std::span<const NodeId> nodes,
                              const Filter& filter) {
  const FilteredView view(graph, filter);
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(nodes));
  std::vector<NodeId> sourced;
  std::vector<NodeId> claims;
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (IsWork(facts[i].kind) || facts[i].kind == NodeKind::kQuote) {
      sourced.push_back(nodes[i]);
    } else if (facts[i].kind == NodeKind::kClaim) {
      claims.push_back(nodes[i]);
    }
  }
  STEMMA_ASSIGN(Standings standings, OfSourced(graph, sourced, filter));
  for (const NodeId claim : claims) {
    STEMMA_ASSIGN(const Standing standing, OfClaim(graph, claim, filter));
    standings.of.emplace(claim, standing);
  }
  return standings;
}

}  // namespace stemma
