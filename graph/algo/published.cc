#include "graph/algo/published.h"

#include <algorithm>
#include <utility>

namespace stemma {
namespace {

// The works that print each quote, by id.
Result<std::vector<std::vector<NodeId>>> PrintersOf(const FilteredView& view,
                                                    std::span<const NodeId> quotes) {
  STEMMA_ASSIGN(const auto lists, view.Edges(quotes, Direction::kIn, SetOf(EdgeKind::kQuotes)));
  std::vector<std::vector<NodeId>> printers;
  for (const std::vector<EdgeFacts>& list : lists) {
    std::vector<NodeId> works;
    for (const EdgeFacts& edge : list) {
      works.push_back(edge.other);
    }
    STEMMA_ASSIGN(const std::vector<std::string> ids, view.Graph().Ids(works));
    std::vector<std::pair<std::string, NodeId>> by_id;
    for (size_t i = 0; i < works.size(); ++i) {
      by_id.emplace_back(ids[i], works[i]);
    }
    std::sort(by_id.begin(), by_id.end());
    std::transform(by_id.begin(), by_id.end(), works.begin(),
                   [](const auto& one) { return one.second; });
    printers.push_back(std::move(works));
  }
  return printers;
}

}  // namespace

bool IsEarlier(const Published& a, const Published& b) {
  return std::pair(!a.dated, a.interval.end) < std::pair(!b.dated, b.interval.end);
}

Result<std::vector<Published>> PublishedOf(const FilteredView& view,
                                           std::span<const NodeId> nodes) {
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, view.Facts(nodes));
  std::vector<Published> published;
  std::vector<NodeId> quotes;
  for (size_t i = 0; i < nodes.size(); ++i) {
    published.push_back({facts[i].dated, facts[i].date, nodes[i]});
    if (facts[i].kind == NodeKind::kQuote) {
      quotes.push_back(nodes[i]);
      published.back() = {false, {}, nodes[i]};
    }
  }
  STEMMA_ASSIGN(const auto printers, PrintersOf(view, quotes));
  std::vector<NodeId> works;
  for (const std::vector<NodeId>& some : printers) {
    works.insert(works.end(), some.begin(), some.end());
  }
  STEMMA_ASSIGN(const std::vector<NodeFacts> works_facts, view.Facts(works));
  size_t quote = 0;
  size_t next = 0;
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (facts[i].kind != NodeKind::kQuote) {
      continue;
    }
    for (const NodeId work : printers[quote++]) {
      const NodeFacts& own = works_facts[next++];
      const Published candidate{own.dated, own.date, work};
      if (IsEarlier(candidate, published[i])) {
        published[i] = candidate;
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
