// The assertions that one article comes to, each edge once.
//
// A source named five times is one edge with five evidences, so that lines stay as many as there
// are things to say.
// Thread safety: one thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/adding/added.h"
#include "graph/model/assertion.h"

namespace stemma {

class AssertionList {
 public:
  explicit AssertionList(const AddOptions& options) : options_(options) {}

  // Ignored when a node of this id is in the list.
  void Add(NodeAssertion node);
  // Its evidence is added to that of an equal edge by the same method, if there is one.
  void Add(EdgeAssertion edge);

  // Found in a text by a method: status, counts and evidence filled in.
  EdgeAssertion Extracted(std::string from, EdgeKind kind, std::string to, std::string_view method,
                          Evidence evidence) const;

  const std::vector<NodeAssertion>& Nodes() const { return nodes_; }
  const std::vector<EdgeAssertion>& Edges() const { return edges_; }

 private:
  const AddOptions& options_;
  std::vector<NodeAssertion> nodes_;
  std::vector<EdgeAssertion> edges_;
  std::unordered_set<std::string> node_ids_;
  std::unordered_map<std::string, size_t> edge_places_;
};

Field TextField(std::string name, std::string value);
Field TrueField(std::string name);

}  // namespace stemma
