// Whether the graph already says how two works come to share their words.
//
// A tie is a chain of at most three hops from one to the other over derived_from, cites and
// corrects, a work that both derive from by such chains (two prints of one wire), or a judgement
// that they are the same. Which of the edges the words came by is not asked: who recorded one knew
// of the other work.
// Source: docs/audit.md, "Near copies"; docs/algorithms.md, "Folding".
// Thread safety: one thread; it remembers what it has read.
#pragma once

#include <set>
#include <vector>

#include "graph/algo/filtered_view.h"
#include "graph/algo/folding.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

class RecordedTies {
 public:
  static constexpr int kHopsMax = 3;

  explicit RecordedTies(const GraphView& graph) : view_(graph, Filter()), folding_(view_) {}
  RecordedTies(const RecordedTies&) = delete;
  RecordedTies& operator=(const RecordedTies&) = delete;

  // The work that others are asked about. Reads what it leads to.
  Status Begin(NodeId work);
  // Whether `other` is tied to it. Reads what `other` leads to.
  Result<bool> IsTied(NodeId other);

  struct Outlet {
    NodeId node;
    bool by_person = false;  // that a person, not a method, says so
  };
  // Outlets at the far ends of a node's edges of this kind, with those judged the same.
  Result<std::vector<Outlet>> Outlets(NodeId node, EdgeKind kind);

 private:
  struct Reached {
    uint32_t self = 0;           // groups of `folding_`
    std::set<uint32_t> sources;  // by any tie
    std::set<uint32_t> parents;  // by derived_from alone
  };
  // A group reached by one more hop.
  struct Step {
    uint32_t group = 0;
    bool is_parent = false;
  };
  Result<Reached> ReachedFrom(NodeId work);
  Result<std::vector<Step>> StepsFrom(const std::vector<Step>& wave);

  FilteredView view_;
  Folding folding_;
  Reached work_;
};

}  // namespace stemma
