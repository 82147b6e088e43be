#include "graph/base/pair_sorter.h"

#include <algorithm>

namespace stemma {

Status PairsInMemory::Add(uint64_t high, uint64_t low) {
  pairs_.emplace_back(high, low);
  return {};
}

Status PairsInMemory::ForEachSorted(const Visitor& visit) {
  std::sort(pairs_.begin(), pairs_.end());
  for (const auto& [high, low] : pairs_) {
    STEMMA_TRY(visit(high, low));
  }
  return {};
}

}  // namespace stemma
