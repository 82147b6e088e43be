// The nodes at the other end of edges of one kind, for many nodes at once.
//
// Read from the arrays where they can say, from the view in one batch where they cannot; kept in
// one list, since a store asks this of every work it holds.
// Thread safety: as the arrays it reads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/algo/filtered_arrays.h"
#include "graph/base/result.h"

namespace stemma {

class FarEnds {
 public:
  // Of the edges of this kind out of each node that the filter leaves. Linear in the edges of the
  // nodes.
  static Result<FarEnds> Read(const FilteredView& view, FilteredArrays& arrays,
                              std::span<const NodeId> nodes, EdgeKind kind);

  // By node number; `i` counts the nodes that were asked.
  std::span<const NodeId> Of(size_t i) const {
    return {nodes_.data() + ranges_[i].first, ranges_[i].count};
  }
  // Of all that were asked; those of one stand together from FirstOf on.
  const std::vector<NodeId>& All() const { return nodes_; }
  size_t FirstOf(size_t i) const { return ranges_[i].first; }

 private:
  struct Range {
    size_t first = 0;
    size_t count = 0;
  };
  bool ReadArrays(FilteredArrays& arrays, NodeId node, EdgeKind kind);

  std::vector<NodeId> nodes_;
  std::vector<Range> ranges_;
};

// Whether each quote has a speaker with a name, in the order asked. Linear in their edges.
Result<std::vector<bool>> HaveNamedSpeaker(const FilteredView& view, FilteredArrays& arrays,
                                           std::span<const NodeId> quotes);

}  // namespace stemma
