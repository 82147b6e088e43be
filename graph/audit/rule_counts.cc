#include "graph/audit/rule_counts.h"

#include <array>

#include "graph/reading/method_counts.h"

namespace stemma {
namespace {

constexpr auto kCounts = std::to_array<MethodCounts>({
#include "graph/audit/rule_counts.inc"
});

}  // namespace

std::optional<Confidence> CountedRule(std::string_view method) {
  return CountedIn(kCounts, method);
}

}  // namespace stemma
