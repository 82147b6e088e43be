// Pairs sorted outside memory, behind the port that algorithms know.
//
// Source: storage/spill.h; graph/base/pair_sorter.h.
// Thread safety: one thread.
#pragma once

#include "graph/base/pair_sorter.h"
#include "storage/spill.h"

namespace stemma {

class SpilledPairs : public PairSorter {
 public:
  // 8 MiB a buffer, of which there may be seven.
  static constexpr size_t kBufferPairs = size_t{1} << 19U;

  // Files without names in `folder`, as soon as there is more than some buffers hold.
  explicit SpilledPairs(std::filesystem::path folder, size_t buffer_pairs = kBufferPairs)
      : sorter_(std::move(folder), buffer_pairs) {}

  Status Add(uint64_t high, uint64_t low) override { return sorter_.Add({high, low}); }
  Status ForEachSorted(const Visitor& visit) override {
    return sorter_.Merge([&](Number128 pair) { return visit(pair.high, pair.low); });
  }

 private:
  NumberSorter sorter_;
};

}  // namespace stemma
