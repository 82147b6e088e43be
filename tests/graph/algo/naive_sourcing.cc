#include "graph/algo/naive_sourcing.h"

#include <algorithm>

namespace stemma::testing {
namespace {

NodeFacts FactsOfNode(const MemoryGraph& graph, NodeId node) {
  return graph.Facts(std::vector{node}).value().front();
}

std::string IdOfNode(const MemoryGraph& graph, NodeId node) {
  return graph.Ids(std::vector{node}).value().front();
}

bool Follows(const EdgeFacts& edge) {
  return IsSourcing(edge.kind) && edge.status != AssertionStatus::kWithdrawn && !edge.inherited;
}

// Asserted before extracted before inferred before disputed, then confidence, then kind.
bool IsBetter(const EdgeFacts& a, const EdgeFacts& b) {
  return std::make_tuple(a.status, -a.confidence, a.kind) <
         std::make_tuple(b.status, -b.confidence, b.kind);
}

}  // namespace

NaiveSourcing::NaiveSourcing(const MemoryGraph& graph) : graph_(graph) {
}

std::vector<NaiveSourcing::Hop> NaiveSourcing::HopsOf(Place place) const {
  std::map<Place, EdgeFacts> best;
  if (place.second || FactsOfNode(graph_, place.first).first_hand) {
    return {};
  }
  const auto edges = graph_.Edges(std::vector{place.first}, Direction::kOut).value().front();
  for (const EdgeFacts& edge : edges) {
    if (!Follows(edge)) {
      continue;
    }
    const bool stops =
        edge.kind == EdgeKind::kQuotedFrom && IsWork(FactsOfNode(graph_, edge.other).kind);
    const auto [known, is_new] = best.try_emplace({edge.other, stops}, edge);
    if (!is_new && IsBetter(edge, known->second)) {
      known->second = edge;
    }
  }
  std::vector<Hop> hops;
  for (const auto& [to, edge] : best) {
    hops.push_back({to, !edge.revision});
  }
  return hops;
}

std::optional<ChainEnd> NaiveSourcing::RealEnd(Place place) const {
  const NodeFacts facts = FactsOfNode(graph_, place.first);
  if (!HopsOf(place).empty()) {
    return std::nullopt;
  }
  if (facts.first_hand) {
    return ChainEnd::kOrigin;
  }
  if (place.second) {
    const bool is_origin =
        facts.kind == NodeKind::kDocument && HopsOf({place.first, false}).empty();
    return is_origin ? ChainEnd::kOrigin : ChainEnd::kAttributed;
  }
  switch (facts.kind) {
    case NodeKind::kDocument:
      return ChainEnd::kOrigin;
    case NodeKind::kOutlet:
      return ChainEnd::kOutletOnly;
    case NodeKind::kSpeaker:
      return facts.unnamed ? ChainEnd::kUnnamed : ChainEnd::kAttributed;
    case NodeKind::kQuote: {
      const auto edges =
          graph_.Edges(std::vector{place.first}, Direction::kOut, SetOf(EdgeKind::kSpokenBy))
              .value()
              .front();
      const bool named = std::any_of(edges.begin(), edges.end(), [&](const EdgeFacts& edge) {
        return edge.status != AssertionStatus::kWithdrawn &&
               !FactsOfNode(graph_, edge.other).unnamed;
      });
      return named ? ChainEnd::kAttributed : ChainEnd::kUnnamed;
    }
    default:
      return ChainEnd::kDeadEnd;
  }
}

std::set<NaiveSourcing::Place> NaiveSourcing::Reached(Place from) const {
  std::set<Place> reached;
  std::vector<Place> open{from};
  while (!open.empty()) {
    const Place place = open.back();
    open.pop_back();
    for (const Hop& hop : HopsOf(place)) {
      if (reached.insert(hop.to).second) {
        open.push_back(hop.to);
      }
    }
  }
  return reached;
}

bool NaiveSourcing::Reaches(Place from, Place to) const {
  return Reached(from).contains(to);
}
bool NaiveSourcing::InCircle(Place place) const {
  return Reaches(place, place);
}

bool NaiveSourcing::IsCircleEnd(Place place) const {
  const auto reached = Reached(place);
  return InCircle(place) && std::none_of(reached.begin(), reached.end(),
                                         [&](Place other) { return RealEnd(other).has_value(); });
}

void NaiveSourcing::Walk(std::vector<Place>& path, uint64_t hops,
                         std::vector<NaiveChain>& chains) const {
  const auto real = RealEnd(path.back());
  if (real || IsCircleEnd(path.back())) {
    NaiveChain& chain = chains.emplace_back();
    chain.hops = hops;
    chain.ends = real.value_or(ChainEnd::kCircle);
    for (const Place& place : path) {
      chain.nodes.push_back(IdOfNode(graph_, place.first));
    }
    return;
  }
  for (const Hop& hop : HopsOf(path.back())) {
    if (std::find(path.begin(), path.end(), hop.to) == path.end()) {
      path.push_back(hop.to);
      Walk(path, hops + (hop.counts ? 1 : 0), chains);
      path.pop_back();
    }
  }
}

std::vector<NaiveChain> NaiveSourcing::Chains(NodeId start) const {
  std::vector<NaiveChain> chains;
  std::vector<Place> path{{start, false}};
  Walk(path, 0, chains);
  std::sort(chains.begin(), chains.end());
  return chains;
}

// The longest way when hops between nodes of one circle count nothing: over all nodes of the circle
// of `place`, leave it by any hop.
std::optional<uint64_t> NaiveSourcing::Longest(Place place) const {
  if (RealEnd(place)) {
    return RealEnd(place) == ChainEnd::kOrigin ? std::optional<uint64_t>(0) : std::nullopt;
  }
  std::set<Place> circle{place};
  for (const Place& other : Reached(place)) {
    if (Reaches(other, place)) {
      circle.insert(other);
    }
  }
  std::optional<uint64_t> longest;
  for (const Place& inside : circle) {
    for (const Hop& hop : HopsOf(inside)) {
      if (circle.contains(hop.to)) {
        continue;
      }
      if (const auto rest = Longest(hop.to)) {
        longest = std::max(longest.value_or(0), *rest + (hop.counts ? 1 : 0));
      }
    }
  }
  return longest;
}

Depth NaiveSourcing::DepthOf(NodeId start) const {
  Depth depth;
  for (const NaiveChain& chain : Chains(start)) {
    if (chain.ends == ChainEnd::kOrigin) {
      depth.min = std::min(depth.min.value_or(chain.hops), chain.hops);
    }
  }
  if (depth.min) {
    depth.max = std::max(*depth.min, Longest({start, false}).value_or(0));
  }
  return depth;
}

}  // namespace stemma::testing
