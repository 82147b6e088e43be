// Which bodies and persons are known by name: the authority file, and every agent of a store.
//
// A name is looked up whole (any alias, in any language, is a name), or near: all words but one. A
// store keeps an index of words, so that no list of its agents is made.
// Source: docs/audit.md, "Who is known".
// Thread safety: one thread; it remembers what was asked.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/audit/authority.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

class KnownAgents {
 public:
  // `graph` may be null: no store. Both are borrowed.
  KnownAgents(const Authority& authority, const GraphView* graph)
      : authority_(authority), graph_(graph) {}

  // Who bears this very name (see AgentNameKey). Unnamed speakers bear none.
  Result<std::vector<KnownAgent>> Named(std::string_view name);

  // Who bears a name that shares with this one all folded words but one, or one word more or less.
  // At most kNearMax of a store's agents are looked at for each word left out.
  Result<std::vector<KnownAgent>> Near(std::string_view name);

  bool HasStore() const { return graph_ != nullptr; }

 private:
  Result<std::optional<KnownAgent>> Stored(NodeId node) const;

  const Authority& authority_;
  const GraphView* graph_;
  std::map<std::string, std::vector<KnownAgent>, std::less<>> named_;
  std::map<std::string, std::vector<KnownAgent>, std::less<>> near_;
};

}  // namespace stemma
