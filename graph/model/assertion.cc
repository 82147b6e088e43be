#include "graph/model/assertion.h"

#include <algorithm>
#include <cmath>

namespace stemma {
namespace {

// `at` takes part only where the line gives it.
template <class T>
bool SameMoment(const T& a, const T& b) {
  return a.at_given == b.at_given && (!a.at_given || a.at == b.at);
}

}  // namespace

double LowerBound(const Confidence& confidence) {
  if (!confidence.counted) {
    return confidence.number;
  }
  if (confidence.fired == 0) {
    return 0;
  }
  constexpr double kZ = 1.959963984540054;  // two-sided 95 %
  const double n = static_cast<double>(confidence.fired);
  const double p = static_cast<double>(confidence.right) / n;
  const double centre = p + kZ * kZ / (2 * n);
  const double spread = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n));
  return std::clamp((centre - spread) / (1 + kZ * kZ / n), 0.0, 1.0);
}

bool IsBare(const EdgeAssertion& assertion) {
  return assertion.status == AssertionStatus::kAsserted &&
         assertion.judgement == Judgement::kNone && !assertion.inherited && !assertion.how &&
         assertion.claims.empty() && !assertion.as_printed && assertion.evidence.empty() &&
         !assertion.method && !assertion.confidence && !assertion.because &&
         assertion.extra.empty();
}

bool SameAsWritten(const NodeAssertion& a, const NodeAssertion& b) {
  NodeAssertion other = b;
  other.at = a.at;
  return SameMoment(a, b) && a == other;
}

bool SameAsWritten(const EdgeAssertion& a, const EdgeAssertion& b) {
  EdgeAssertion other = b;
  other.at = a.at;
  return SameMoment(a, b) && a == other;
}

}  // namespace stemma
