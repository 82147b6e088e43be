// Which bodies and persons are known by name: the authority file, and every agent of a store.
//
// A name is looked up whole (any alias, in any language, is a name), or near: all words but one. A
// store keeps an index of words, so that no list of its agents is made. An agent of the store that
// only the work under audit attests is not known: a name does not vouch for itself.
// Source: docs/audit.md, "Who is known".
// Thread safety: one thread; it remembers what was asked, up to a bound.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/audit/authority.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// An agent of a store, by its fields.
KnownAgent StoredAgent(const NodeState& state);

class KnownAgents {
 public:
  // `graph` may be null: no store. Both are borrowed.
  KnownAgents(const Authority& authority, const GraphView* graph)
      : authority_(authority), graph_(graph) {}

  // From now on, what this work alone attests is not known; nothing: a text that is not stored.
  void SetAudited(std::optional<NodeId> work) { audited_ = work; }

  // Who bears this very name (see AgentNameKey). Unnamed speakers bear none.
  Result<std::vector<KnownAgent>> Named(std::string_view name);

  // Who bears a name that shares with this one all folded words but one, or one word more or less.
  // At most kNearMax of a store's agents are looked at for each word left out.
  Result<std::vector<KnownAgent>> Near(std::string_view name);

  bool HasStore() const { return graph_ != nullptr; }
  const Authority& Shipped() const { return authority_; }

 private:
  struct Attested {
    KnownAgent agent;
    std::optional<NodeId> only_by;  // the one work that attests it, by a method
  };
  Result<std::optional<Attested>> Load(NodeId node) const;
  Result<std::optional<NodeId>> OnlyAttestant(NodeId agent) const;
  Status Add(const std::vector<NodeId>& nodes, std::vector<Attested>& agents) const;
  std::vector<KnownAgent> Merged(const std::vector<uint32_t>& shipped,
                                 const std::vector<Attested>& stored) const;

  using Answers = std::unordered_map<std::string, std::vector<Attested>>;
  static std::vector<Attested>& Remember(Answers& answers, const std::string& key,
                                         std::vector<Attested> agents);

  const Authority& authority_;
  const GraphView* graph_;
  std::optional<NodeId> audited_;
  Answers named_;
  Answers near_;
};

}  // namespace stemma
