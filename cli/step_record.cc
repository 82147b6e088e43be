#include "cli/step_record.h"

#include <algorithm>
#include <utility>

namespace stemma {

Result<const StepRecord*> StepRecords::Of(const Step& step) {
  if (const auto known = records_.find(step.edge); known != records_.end()) {
    return &known->second;
  }
  STEMMA_ASSIGN(const std::vector<ArrivedEdge> said, graph_.EdgeAssertions(step.edge));
  StepRecord record;
  bool found = false;
  for (const ArrivedEdge& one : said) {
    if (one.arrival == step.facts.arrival) {
      record.deciding = one.assertion;
      found = true;
    }
    if (one.assertion.at > known_at_) {
      continue;
    }
    ++record.assertions;
    if (one.assertion.status == AssertionStatus::kWithdrawn) {
      continue;
    }
    for (const Evidence& evidence : one.assertion.evidence) {
      auto& all = record.evidence;
      if (std::find(all.begin(), all.end(), evidence) == all.end()) {
        all.push_back(evidence);
      }
    }
  }
  if (!found) {
    return Fail(ErrorCode::kCorruption, "an edge names an assertion that is not stored");
  }
  return &records_.emplace(step.edge, std::move(record)).first->second;
}

}  // namespace stemma
