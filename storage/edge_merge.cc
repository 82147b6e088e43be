#include "storage/edge_merge.h"

#include <algorithm>

#include "storage/record_codec.h"

namespace stemma {

StoredEdge EdgeMerge::Only(uint64_t arrival) const {
  const EdgeClass& said = state_.ClassOf(arrival);
  StoredEdge edge{said.facts, said.earliest, said.latest, false};
  edge.facts.kind = ends_.kind;
  edge.facts.other = ends_.far;
  edge.facts.arrival = arrival;
  return edge;
}

// Nothing when every assertion was known already, as written.
Result<std::optional<StoredEdge>> EdgeMerge::Combine(const EdgeKey& edge,
                                                     const std::optional<StoredEdge>& before) {
  std::vector<StoredGraph::Logged> history;
  if (before) {
    STEMMA_ASSIGN(history, state_.graph.EdgeHistory(edge, *before, state_.before));
  }
  const size_t known = history.size();
  for (const uint64_t arrival : arrivals_) {
    STEMMA_ASSIGN(const ArrivedEdge said, state_.EdgeAt(arrival));
    const std::string hash = ContentHash(said.assertion);
    const bool is_known =
        std::any_of(history.begin(), history.end(),
                    [&](const StoredGraph::Logged& one) { return one.entry.hash == hash; });
    if (is_known) {
      ++state_.receipt.unchanged;
      state_.dropped.insert(arrival);
    } else {
      history.push_back({arrival, {said.assertion.at, !said.assertion.method.has_value(), hash}});
    }
  }
  state_.counters.assertions += history.size() - known;
  if (history.size() == known) {
    return std::optional<StoredEdge>();
  }
  if (history.size() == 1) {
    return std::optional(Only(history.front().arrival));
  }
  std::vector<Said> said;
  StoredEdge after;
  after.has_history = true;
  after.earliest = after.latest = history.front().entry.at;
  for (const StoredGraph::Logged& one : history) {
    said.push_back({one.entry.at, one.entry.by_person});
    after.earliest = std::min(after.earliest, one.entry.at);
    after.latest = std::max(after.latest, one.entry.at);
    STEMMA_TRY(writer_.Put(Family::kEdgeHistory, EdgeHistoryKey(edge, one.arrival),
                           EncodeHistory(one.entry)));
  }
  const uint64_t deciding = history[Deciding(said).value()].arrival;
  if (before && before->facts.arrival == deciding) {
    after.facts = before->facts;
  } else {
    STEMMA_ASSIGN(const ArrivedEdge decides, state_.EdgeAt(deciding));
    after.facts = FactsOf(decides.assertion, edge.to);
    after.facts.arrival = deciding;
  }
  return std::optional(after);
}

Status EdgeMerge::EndGroup(const Stored& stored, const Changed& changed) {
  const EdgeKey edge{ends_.near, ends_.kind, ends_.far};
  STEMMA_ASSIGN(const auto before, stored(edge));
  if (!before && arrivals_.size() == 1) {
    ++state_.counters.assertions;
    ++state_.counters.edges;
    ++state_.receipt.edges_new;
    return changed(ends_, Only(arrivals_.front()));
  }
  STEMMA_ASSIGN(const auto after, Combine(edge, before));
  if (!after) {
    return {};
  }
  state_.counters.edges += before ? 0 : 1;
  ++(before ? state_.receipt.edges_updated : state_.receipt.edges_new);
  return changed(ends_, *after);
}

Status EdgeMerge::Run(const Stored& stored, const Changed& changed) {
  const Status merged = state_.out.Merge([&](Number128 edge) -> Status {
    const uint64_t arrival = ArrivalOf(edge);
    if (!state_.dropped.empty() && state_.dropped.contains(arrival)) {
      return {};
    }
    const Adjacency ends = EndsOf(edge);
    if (!arrivals_.empty() && ends != ends_) {
      STEMMA_TRY(EndGroup(stored, changed));
      arrivals_.clear();
    }
    ends_ = ends;
    arrivals_.push_back(arrival);
    return {};
  });
  STEMMA_TRY(merged);
  return arrivals_.empty() ? Status() : EndGroup(stored, changed);
}

}  // namespace stemma
