#include "graph/reading/method_counts.h"

#include <array>

namespace stemma {
namespace {

constexpr auto kCounts = std::to_array<MethodCounts>({
#include "graph/reading/method_counts.inc"
});

}  // namespace

std::span<const MethodCounts> AllMethodCounts() {
  return kCounts;
}

std::optional<Confidence> CountedConfidence(std::string_view method) {
  return CountedIn(kCounts, method);
}

std::optional<Confidence> CountedIn(std::span<const MethodCounts> counts, std::string_view method) {
  for (const MethodCounts& one : counts) {
    if (one.method == method) {
      return Confidence{.counted = true, .right = one.right, .fired = one.fired, .number = 0};
    }
  }
  return std::nullopt;
}

}  // namespace stemma
