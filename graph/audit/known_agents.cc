#include "graph/audit/known_agents.h"

#include <algorithm>
#include <utility>

namespace stemma {
namespace {

constexpr size_t kNearMax = 200;
constexpr size_t kRememberedMax = 20'000;

}  // namespace

KnownAgent StoredAgent(const NodeState& state) {
  KnownAgent agent = AgentOf(state);
  agent.is_stored = true;
  return agent;
}

// Said by a person, or by several works, it is a record; said of one work by a method, it is only
// how that work prints the name.
Result<std::optional<NodeId>> KnownAgents::OnlyAttestant(NodeId agent) const {
  STEMMA_ASSIGN(const auto edges, graph_->Edges({&agent, 1}, Direction::kIn));
  std::optional<NodeId> only;
  for (const EdgeFacts& edge : edges.front()) {
    if (edge.status == AssertionStatus::kWithdrawn) {
      continue;
    }
    if (edge.by_person) {
      return std::optional<NodeId>();
    }
    NodeId work = edge.other;
    STEMMA_ASSIGN(const auto printed,
                  graph_->Edges({&work, 1}, Direction::kIn, SetOf(EdgeKind::kQuotes)));
    if (!printed.front().empty()) {
      work = printed.front().front().other;
    }
    if (only && *only != work) {
      return std::optional<NodeId>();
    }
    only = work;
  }
  return only;
}

Result<std::optional<KnownAgents::Attested>> KnownAgents::Load(NodeId node) const {
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, graph_->Facts({&node, 1}));
  if (!IsAgent(facts.front().kind) || facts.front().unnamed) {
    return std::optional<Attested>();
  }
  STEMMA_ASSIGN(const NodeState state, graph_->Node(node, /*with_text=*/false));
  Attested stored{StoredAgent(state), std::nullopt};
  if (stored.agent.name.empty()) {
    return std::optional<Attested>();
  }
  STEMMA_ASSIGN(stored.only_by, OnlyAttestant(node));
  return std::optional(std::move(stored));
}

Status KnownAgents::Add(const std::vector<NodeId>& nodes, std::vector<Attested>& agents) const {
  for (const NodeId node : nodes) {
    STEMMA_ASSIGN(auto stored, Load(node));
    const bool is_new = stored && std::none_of(agents.begin(), agents.end(), [&](const auto& one) {
                          return one.agent.id == stored->agent.id;
                        });
    if (is_new) {
      agents.push_back(*std::move(stored));
    }
  }
  return {};
}

std::vector<KnownAgent> KnownAgents::Merged(const std::vector<uint32_t>& shipped,
                                            const std::vector<Attested>& stored) const {
  std::vector<KnownAgent> agents;
  for (const Attested& one : stored) {
    if (!one.only_by || !audited_ || *one.only_by != *audited_) {
      agents.push_back(one.agent);
    }
  }
  // A body that is stored under the name it has in the file is one.
  const auto stored_end = static_cast<std::ptrdiff_t>(agents.size());
  for (const uint32_t index : shipped) {
    const KnownAgent& agent = authority_.At(index);
    const std::string key = AgentNameKey(agent.name);
    if (std::none_of(agents.begin(), agents.begin() + stored_end,
                     [&](const KnownAgent& one) { return AgentNameKey(one.name) == key; })) {
      agents.push_back(agent);
    }
  }
  return agents;
}

// A whole store is audited with the memory of its last few thousand names.
std::vector<KnownAgents::Attested>& KnownAgents::Remember(Answers& answers, const std::string& key,
                                                          std::vector<Attested> agents) {
  if (answers.size() >= kRememberedMax) {
    answers.clear();
  }
  return answers[key] = std::move(agents);
}

Result<std::vector<KnownAgent>> KnownAgents::Named(std::string_view name) {
  const std::string key = AgentNameKey(name);
  const std::vector<uint32_t> shipped = authority_.Named(key);
  if (graph_ == nullptr || key.empty()) {
    return Merged(shipped, {});
  }
  if (const auto known = named_.find(key); known != named_.end()) {
    return Merged(shipped, known->second);
  }
  std::vector<Attested> stored;
  for (const std::string& asked : {std::string(name), key, "the " + key}) {
    STEMMA_ASSIGN(const std::vector<NodeId> nodes, graph_->Named(asked));
    STEMMA_TRY(Add(nodes, stored));
  }
  return Merged(shipped, Remember(named_, key, std::move(stored)));
}

Result<std::vector<KnownAgent>> KnownAgents::Near(std::string_view name) {
  const std::vector<std::string> words = AgentNameWords(name);
  const std::vector<uint32_t> shipped = authority_.Near(words);
  if (graph_ == nullptr || words.size() < 2) {
    return Merged(shipped, {});
  }
  const std::string key = AgentNameKey(name);
  if (const auto known = near_.find(key); known != near_.end()) {
    return Merged(shipped, known->second);
  }
  std::vector<Attested> stored;
  for (size_t left_out = 0; left_out < words.size(); ++left_out) {
    std::string rest;
    for (size_t i = 0; i < words.size(); ++i) {
      rest += i == left_out ? "" : words[i] + ' ';
    }
    // The same first letter first: of a name that many bear in part, those are the likelier.
    for (const std::string& asked : {rest + words[left_out].substr(0, 1), rest}) {
      STEMMA_ASSIGN(const std::vector<NodeId> nodes, graph_->WithWords(asked, kNearMax));
      STEMMA_TRY(Add(nodes, stored));
    }
  }
  return Merged(shipped, Remember(near_, key, std::move(stored)));
}

}  // namespace stemma
