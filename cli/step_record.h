// What is recorded about one step of a chain, beyond what tracing itself reads.
//
// Chains share most of their steps, so that records are read once and remembered.
// Source: docs/json.md.
// Thread safety: one thread; it remembers what it has read.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "graph/algo/chain.h"
#include "graph/base/result.h"
#include "graph/model/assertion.h"
#include "graph/model/graph_view.h"

namespace stemma {

struct StepRecord {
  EdgeAssertion deciding;          // the assertion that gives the edge its state
  std::vector<Evidence> evidence;  // of all assertions that hold, in order of arrival, each once
  uint64_t assertions = 0;         // made so far
};

class StepRecords {
 public:
  // Borrows `graph`. Assertions made after `known_at` are not looked at.
  StepRecords(const GraphView& graph, Instant known_at) : graph_(graph), known_at_(known_at) {}

  // The record stays valid as long as this object. Corruption when the edge's deciding assertion
  // is not stored. One read for each new step.
  Result<const StepRecord*> Of(const Step& step);

 private:
  const GraphView& graph_;
  Instant known_at_;
  std::map<EdgeKey, StepRecord> records_;
};

}  // namespace stemma
