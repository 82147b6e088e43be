// What holds: the state of a node or an edge, computed from the assertions about it.
//
// Both stores call these functions, so that they cannot disagree about what supersedes what.
// A node's fields are merged line by line, by `at`, then by arrival. An edge's state is that of its
// newest assertion without a method (a person's), else of its newest; evidence adds up.
//
// Source: docs/json.md.
// Thread safety: all functions are pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/assertion.h"
#include "graph/model/facts.h"

namespace stemma {

// A node as it stands: kind and the merged fields.
struct NodeState {
  std::string id;
  NodeKind kind = NodeKind::kArticle;
  std::vector<Field> fields;

  // The text of a field, or nothing when it is absent or no text.
  std::optional<std::string_view> Text(std::string_view name) const;
  bool Flag(std::string_view name) const;  // true only for JSON true
  std::vector<std::string> Aliases() const;
  // `name` of an agent, `title` of a work, else the first words of `text`; may be empty.
  std::string_view Label() const;
};

// Takes `text` out of the fields: texts are large, and most questions do not ask for them.
void RemoveText(NodeState& state);

// `assertions` in order of arrival, of one node; `known_at` leaves out those said later. Nothing
// asserted by then: a node without fields.
NodeState MergeNode(std::span<const NodeAssertion> assertions, Instant known_at = kDistantFuture);

NodeFacts FactsOf(const NodeState& state);
// Those of MergeNode for this one assertion, without copying its fields.
NodeFacts FactsOf(const NodeAssertion& assertion);

// The assertion that decides, given in order of arrival; nothing when none was said by `known_at`.
struct Said {
  Instant at = 0;
  bool by_person = true;  // has no `method`
};
std::optional<size_t> Deciding(std::span<const Said> assertions, Instant known_at = kDistantFuture);

// The facts of an edge whose deciding assertion is `assertion`; `other` is the far end.
EdgeFacts FactsOf(const EdgeAssertion& assertion, NodeId other);

}  // namespace stemma
