// Whether a number that was read is a kind, status or judgement: a damaged store may hold any.
#pragma once

#include "graph/model/kinds.h"

namespace stemma {

constexpr bool IsKnown(NodeKind kind) {
  return kind >= kNodeKinds.front() && kind <= kNodeKinds.back();
}
constexpr bool IsKnown(EdgeKind kind) {
  return kind >= kEdgeKinds.front() && kind <= kEdgeKinds.back();
}
constexpr bool IsKnown(AssertionStatus status) {
  return status >= AssertionStatus::kAsserted && status <= AssertionStatus::kWithdrawn;
}
constexpr bool IsKnown(Judgement judgement) {
  return judgement <= Judgement::kUnsure;
}

}  // namespace stemma
