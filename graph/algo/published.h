// When a node came out: a work has its own date, a quote that of the earliest work that prints it.
//
// Source: docs/algorithms.md, "Dates".
// Thread safety: pure functions over a const view.
#pragma once

#include <span>
#include <vector>

#include "graph/algo/filtered_view.h"
#include "graph/base/edtf.h"
#include "graph/base/result.h"

namespace stemma {

struct Published {
  bool dated = false;
  DateInterval interval;  // unbounded when not dated
  NodeId by;              // the work whose date it is; the node itself where none is dated

  // Undated ones come last; of two dates the one whose interval ends earlier is earlier.
  bool IsEarlierThan(const Published& other) const;
};

// In the order asked; agents and claims are undated. Two batches of reads.
Result<std::vector<Published>> PublishedOf(const FilteredView& view, std::span<const NodeId> nodes);

}  // namespace stemma
