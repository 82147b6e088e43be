// Random small graphs of works, quotes, claims and agents, said step by step.
//
// The same steps can be played in part and in full, which gives a graph and an earlier state of it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/algo/filter.h"
#include "support/graph_builder.h"

namespace stemma::testing {

class RandomSourcing {
 public:
  // `is_rich`: with dates, claims, judgements, parts, and different times; otherwise what
  // NaiveSourcing knows. `more_works`: so many articles and documents more at the end, which cite
  // anything, so that chains are longer and there are several to choose from.
  RandomSourcing(uint64_t seed, bool is_rich, size_t more_works = 0);

  size_t StepCount() const { return steps_.size(); }
  std::unique_ptr<GraphBuilder> Play(size_t steps) const;
  // All steps, as if these nodes had never been known but as a name in somebody's credit: where
  // they led to, what they say and what they are one with is not there. A work stays as an article
  // without a source, so that whoever credits it does not become an origin.
  std::unique_ptr<GraphBuilder> PlayWithBare(const std::set<std::string>& ids) const;

  size_t Pick(size_t below) { return std::uniform_int_distribution<size_t>(0, below - 1)(random_); }
  // A filter that leaves something out, most often.
  Filter PickFilter(GraphBuilder& graph);

 private:
  void AddNode();
  void AddNode(NodeKind kind);
  void AddEdge();
  void AddEdge(EdgeKind kind, size_t from, size_t to);
  void SayAgain();
  std::vector<std::pair<std::string, std::string>> PickFields(NodeKind kind);
  Instant PickTime() { return is_rich_ ? static_cast<Instant>(Pick(4)) * 100 : 0; }

  std::mt19937_64 random_;
  bool is_rich_;
  std::vector<NodeKind> kinds_;  // by node
  using Bare = std::set<std::string>;
  std::vector<std::function<void(GraphBuilder&, const Bare&)>> steps_;
};

}  // namespace stemma::testing
