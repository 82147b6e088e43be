// How often each method was right, of the times it fired, where people had marked the answer.
//
// The table is method_counts.inc, written by tests/reading/count_methods from annotated articles;
// nothing in it is typed by hand.
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "graph/model/assertion.h"

namespace stemma {

struct MethodCounts {
  std::string_view method;
  uint64_t right = 0;
  uint64_t fired = 0;
};

std::span<const MethodCounts> AllMethodCounts();

// Nothing for a method that was never counted.
std::optional<Confidence> CountedConfidence(std::string_view method);
// The same by another table.
std::optional<Confidence> CountedIn(std::span<const MethodCounts> counts, std::string_view method);

}  // namespace stemma
