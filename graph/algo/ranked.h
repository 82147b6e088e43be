// The first few of many, by rank, then by id in byte order, without reading an id of all of them.
//
// Ids stand in the store, ranks in memory: ids are read only of those whose rank leaves it open
// whether they are among the first, and in batches, so that a million equals cost no memory.
// Thread safety: pure.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// Ranks all items alike, so that ids alone order them.
template <class Item>
inline constexpr auto kAlike = [](const Item&, const Item&) { return false; };

// At most `most` of `items`, in order. `is_before` ranks two items, `node_of` gives an item's node,
// which differ. Linear in the items, and one read for each that shares the last rank or is before.
template <class Item, class IsBefore, class NodeOf>
Result<std::vector<Item>> FirstRanked(const GraphView& graph, std::vector<Item> items,
                                      uint64_t most, const IsBefore& is_before,
                                      const NodeOf& node_of) {
  if (most == 0 || items.empty()) {
    return std::vector<Item>();
  }
  const size_t kept = std::min<size_t>(items.size(), most);
  if (kept < items.size()) {
    const auto last = items.begin() + static_cast<std::ptrdiff_t>(kept - 1);
    std::nth_element(items.begin(), last, items.end(), is_before);
    const Item least = *last;
    std::erase_if(items, [&](const Item& item) { return is_before(least, item); });
  }
  constexpr size_t kBatch = 10'000;
  std::vector<std::pair<std::string, Item>> first;
  for (size_t begin = 0; begin < items.size(); begin += kBatch) {
    const size_t end = std::min(items.size(), begin + kBatch);
    std::vector<NodeId> nodes;
    for (size_t i = begin; i < end; ++i) {
      nodes.push_back(node_of(items[i]));
    }
    STEMMA_ASSIGN(std::vector<std::string> ids, graph.Ids(nodes));
    for (size_t i = begin; i < end; ++i) {
      first.emplace_back(std::move(ids[i - begin]), items[i]);
    }
    std::sort(first.begin(), first.end(), [&](const auto& a, const auto& b) {
      return is_before(a.second, b.second) || (!is_before(b.second, a.second) && a.first < b.first);
    });
    if (first.size() > kept) {
      first.erase(first.begin() + static_cast<std::ptrdiff_t>(kept), first.end());
    }
  }
  std::vector<Item> ranked;
  for (auto& [id, item] : first) {
    ranked.push_back(std::move(item));
  }
  return ranked;
}

}  // namespace stemma
