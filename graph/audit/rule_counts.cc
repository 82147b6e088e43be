#include "graph/audit/rule_counts.h"

#include <algorithm>
#include <array>

namespace stemma {
namespace {

struct RuleCounts {
  std::string_view method;
  uint64_t right = 0;
  uint64_t fired = 0;
};

constexpr auto kCounts = std::to_array<RuleCounts>({
#include "graph/audit/rule_counts.inc"
});

}  // namespace

std::optional<Confidence> CountedRule(std::string_view method) {
  const auto found = std::find_if(kCounts.begin(), kCounts.end(),
                                  [&](const RuleCounts& one) { return one.method == method; });
  if (found == kCounts.end()) {
    return std::nullopt;
  }
  return Confidence{.counted = true, .right = found->right, .fired = found->fired, .number = 0};
}

}  // namespace stemma
