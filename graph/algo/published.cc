#include "graph/algo/published.h"

#include <string_view>
#include <utility>

namespace stemma {
bool IsEarlier(const Published& a, const Published& b) {
  return std::pair(!a.dated, a.interval.end) < std::pair(!b.dated, b.interval.end);
}

Result<std::vector<Published>> PublishedOf(const FilteredView& view,
                                           std::span<const NodeId> nodes) {
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(nodes));
  std::vector<Published> published;
  std::vector<NodeId> quotes;
  std::vector<size_t> place_of;  // by quote
  for (size_t i = 0; i < nodes.size(); ++i) {
    published.push_back({facts[i].dated, facts[i].date, nodes[i]});
    if (facts[i].kind == NodeKind::kQuote) {
      quotes.push_back(nodes[i]);
      place_of.push_back(i);
      published.back() = {false, {}, nodes[i]};
    }
  }
  STEMMA_ASSIGN(const auto lists, view.Edges(quotes, Direction::kIn, SetOf(EdgeKind::kQuotes)));
  std::vector<NodeId> works;
  for (const std::vector<EdgeFacts>& list : lists) {
    for (const EdgeFacts& edge : list) {
      works.push_back(edge.other);
    }
  }
  STEMMA_ASSIGN(const std::vector<NodeFacts> works_facts, view.Facts(works));
  STEMMA_ASSIGN(const std::vector<std::string> ids, view.Graph().Ids(works));
  size_t next = 0;
  for (size_t quote = 0; quote < quotes.size(); ++quote) {
    Published& earliest = published[place_of[quote]];
    std::string_view earliest_id;
    for (size_t i = 0; i < lists[quote].size(); ++i, ++next) {
      const Published candidate{works_facts[next].dated, works_facts[next].date, works[next]};
      const bool is_first_of_equals = !IsEarlier(earliest, candidate) && ids[next] < earliest_id;
      if (candidate.dated && (IsEarlier(candidate, earliest) || is_first_of_equals)) {
        earliest = candidate;
        earliest_id = ids[next];
      }
    }
  }
  return published;
}

Result<std::string> DateAsWritten(const FilteredView& view, const Published& published) {
  if (!published.dated) {
    return std::string();
  }
  STEMMA_ASSIGN(const NodeState state, view.Node(published.by));
  return std::string(state.Text("date").value_or(""));
}

}  // namespace stemma
