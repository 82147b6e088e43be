// All nodes of some kinds that a filter leaves.
//
// Thread safety: pure functions over a const view.
#pragma once

#include <vector>

#include "graph/algo/filtered_arrays.h"
#include "graph/base/result.h"

namespace stemma {

// Rising. `arrays` are of `view`. Linear in the nodes; the store is read through only where the
// arrays do not know every node.
Result<std::vector<NodeId>> PresentNodes(const FilteredView& view, FilteredArrays& arrays,
                                         bool (*is_wanted)(NodeKind));

}  // namespace stemma
