// When works and quotes were published: a work on its own date, a quote when the earliest work that
// prints it was.
//
// Who said something first, and whether a link can have been there from the start, both rest on
// this and must agree.
// Source: docs/algorithms.md, "A claim" and "Circles"; dates are intervals (graph/base/edtf.h).
// Thread safety: pure functions over a const view.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "graph/algo/filtered_view.h"
#include "graph/base/result.h"

namespace stemma {

struct Published {
  bool dated = false;
  DateInterval interval;  // unbounded when not dated
  NodeId by;              // the work whose date it is; the node itself when it is not dated
};

// Whether one comes before the other in the order of publication: by the end of the interval,
// undated last.
bool IsEarlier(const Published& a, const Published& b);

// One entry for each node, in the order asked. Of several equally early works that print a quote
// the first by id counts. A few batches of reads for all.
Result<std::vector<Published>> PublishedOf(const FilteredView& view, std::span<const NodeId> nodes);

// A date as written; empty: undated. One read.
Result<std::string> DateAsWritten(const FilteredView& view, const Published& published);

}  // namespace stemma
