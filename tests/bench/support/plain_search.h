// The questions of the benchmarks as plain loops over compressed sparse rows: the limit, and the
// answer that the others are checked against.
//
// Thread safety: one thread for each object; they keep their room between questions.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "bench/support/plain_graph.h"

namespace stemma::bench {

struct PlainAncestor {
  uint32_t node = 0;
  uint32_t hops = 0;
};

// What a trace leaves out, as far as the plain graph knows it.
struct PlainFilter {
  float confidence_min = 0;
  std::optional<uint32_t> without;
};

// Breadth-first search by levels. With software prefetch when `prefetch` is true: it helps where
// the graph is larger than the processor's cache, and hinders where it is not.
class PlainTrace {
 public:
  PlainTrace(const PlainGraph& graph, bool prefetch);
  // By hops; without the node itself. Valid until the next question.
  std::span<const PlainAncestor> From(uint32_t node, const PlainFilter& filter = {});

 private:
  void Reach(uint32_t target, uint32_t hops);
  void Prefetch(size_t place) const;

  const PlainGraph& graph_;
  const bool prefetch_;
  std::vector<uint32_t> seen_;  // the question that reached a node last
  std::vector<PlainAncestor> queue_;
  uint32_t question_ = 0;
};

// Bidirectional breadth-first search by whole levels, always from the smaller side.
class PlainPath {
 public:
  PlainPath(const PlainGraph& graph, const PlainRows& reversed);
  static constexpr uint32_t kNoPath = std::numeric_limits<uint32_t>::max();
  uint32_t Hops(uint32_t from, uint32_t to);

 private:
  struct Side {
    const PlainRows* rows;
    std::vector<uint32_t> seen;
    std::vector<uint32_t> frontier;
    uint32_t hops = 0;
  };
  bool Advance(Side& side, const Side& other);

  Side forward_;
  Side backward_;
  std::vector<uint32_t> next_;
  uint32_t question_ = 0;
};

inline constexpr uint32_t kPlainUnreached = std::numeric_limits<uint32_t>::max();

struct PlainDepths {
  std::vector<uint32_t> min;      // hops to the nearest origin
  std::vector<uint32_t> max;      // the longest way, circles folded; never less than min
  std::vector<uint32_t> circles;  // sizes, rising
};
// Of every node. Tarjan's components, then one pass over them.
PlainDepths DepthsOf(const PlainGraph& graph, const PlainRows& reversed);

}  // namespace stemma::bench
