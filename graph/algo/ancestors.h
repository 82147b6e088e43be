// Every ancestor of a node once, with its hops: all that its sourcing edges lead to.
//
// Chains are many and are listed one by one; ancestors are each reached once, so that a plain
// breadth-first search over the flat arrays answers. The searching object keeps its room from one
// question to the next, since clearing room for a whole store costs more than most answers. What
// the arrays do not say (folded nodes, nodes changed since, lifted quotes) is left to the sourcing
// graph, with the same answer.
//
// Source: docs/algorithms.md, "Ancestors"; breadth-first search by levels (Moore 1959).
// Thread safety: one thread for each object; it keeps its room.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "graph/algo/filter.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct Ancestor {
  NodeId node;        // as shown: the `to` of the newest `same`, the whole of a part
  uint32_t hops = 0;  // of a shortest chain; revisions count none
  friend bool operator==(const Ancestor&, const Ancestor&) = default;
};

class AncestorSearch {
 public:
  // Borrows `graph`; copies `filter`.
  explicit AncestorSearch(const GraphView& graph, const Filter& filter = {});
  ~AncestorSearch();
  AncestorSearch(AncestorSearch&&) noexcept;
  AncestorSearch& operator=(AncestorSearch&&) noexcept;

  // By hops, then by node number; without the node itself. Of a claim, those that state it come
  // first, at no hop. Valid until the next question. InvalidInput when the filter leaves `node`
  // out. Linear in what is reached and its edges.
  Result<std::span<const Ancestor>> From(NodeId node);

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

}  // namespace stemma
