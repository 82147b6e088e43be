// Pairs of numbers put in order: the port through which an algorithm sorts more than memory holds.
//
// Algorithms know no files; a store's own sorter stands behind this (storage/spilled_pairs.h), and
// for what is small a plain vector does.
// Source: docs/architecture.md.
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "graph/base/result.h"

namespace stemma {

class PairSorter {
 public:
  using Visitor = std::function<Status(uint64_t high, uint64_t low)>;

  virtual ~PairSorter() = default;
  virtual Status Add(uint64_t high, uint64_t low) = 0;
  // After the last Add, and once: all pairs, by `high`, then `low`; a pair added twice comes twice.
  // Ends with the first error of the visitor, or Io.
  virtual Status ForEachSorted(const Visitor& visit) = 0;
};

using MakePairSorter = std::function<std::unique_ptr<PairSorter>()>;

class PairsInMemory : public PairSorter {
 public:
  Status Add(uint64_t high, uint64_t low) override;
  Status ForEachSorted(const Visitor& visit) override;

 private:
  std::vector<std::pair<uint64_t, uint64_t>> pairs_;
};

}  // namespace stemma
