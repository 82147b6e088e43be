#include "graph/algo/published.h"

#include <tuple>

namespace stemma {

bool Published::IsEarlierThan(const Published& other) const {
  return std::tuple(!dated, interval.end) < std::tuple(!other.dated, other.interval.end);
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
      published.back() = {false, {}, nodes[i]};
      quotes.push_back(nodes[i]);
      place_of.push_back(i);
    }
  }
  STEMMA_ASSIGN(const auto lists, view.Edges(quotes, Direction::kIn, SetOf(EdgeKind::kQuotes)));
  std::vector<NodeId> works;
  for (const std::vector<EdgeFacts>& list : lists) {
    for (const EdgeFacts& edge : list) {
      works.push_back(edge.other);
    }
  }
  STEMMA_ASSIGN(const std::vector<NodeFacts> work_facts, view.Facts(works));
  size_t next = 0;
  for (size_t q = 0; q < quotes.size(); ++q) {
    Published& earliest = published[place_of[q]];
    for (size_t i = 0; i < lists[q].size(); ++i, ++next) {
      const Published one{work_facts[next].dated, work_facts[next].date, works[next]};
      if (one.dated && one.IsEarlierThan(earliest)) {
        earliest = one;
      }
    }
  }
  return published;
}

}  // namespace stemma
