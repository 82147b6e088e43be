#include "graph/adding/assertion_list.h"

#include <algorithm>

#include "graph/reading/method_counts.h"

namespace stemma {

Field TextField(std::string name, std::string value) {
  return {std::move(name), true, std::move(value)};
}

Field TrueField(std::string name) {
  return {std::move(name), false, "true"};
}

void AssertionList::Add(NodeAssertion node) {
  if (!node_ids_.insert(node.id).second) {
    return;
  }
  node.by = options_.by;
  node.at = options_.now;
  nodes_.push_back(std::move(node));
}

void AssertionList::Add(EdgeAssertion edge) {
  constexpr char kApart = '\0';  // no id holds one
  std::string key = edge.from + kApart + edge.to + kApart + edge.method.value_or("") + kApart;
  key += static_cast<char>(edge.kind);
  key += edge.inherited ? '1' : '0';
  const auto [place, is_new] = edge_places_.emplace(std::move(key), edges_.size());
  if (is_new) {
    edge.by = options_.by;
    edge.at = options_.now;
    edges_.push_back(std::move(edge));
    return;
  }
  std::vector<Evidence>& known = edges_[place->second].evidence;
  for (Evidence& evidence : edge.evidence) {
    // Of one method, in the order of the text, so that the same place comes twice in a row.
    if (known.empty() || known.back() != evidence) {
      known.push_back(std::move(evidence));
    }
  }
}

EdgeAssertion AssertionList::Extracted(std::string from, EdgeKind kind, std::string to,
                                       std::string_view method, Evidence evidence) const {
  EdgeAssertion edge;
  edge.from = std::move(from);
  edge.kind = kind;
  edge.to = std::move(to);
  edge.status = AssertionStatus::kExtracted;
  edge.method = std::string(method);
  edge.confidence = CountedConfidence(method);
  edge.evidence.push_back(std::move(evidence));
  return edge;
}

}  // namespace stemma
