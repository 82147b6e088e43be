#include "graph/audit/known_agents.h"

#include <algorithm>
#include <utility>

namespace stemma {
namespace {

constexpr size_t kNearMax = 200;

bool HasId(const std::vector<KnownAgent>& agents, const std::string& id) {
  return std::any_of(agents.begin(), agents.end(),
                     [&](const KnownAgent& one) { return one.is_stored && one.id == id; });
}

}  // namespace

Result<std::optional<KnownAgent>> KnownAgents::Stored(NodeId node) const {
  STEMMA_ASSIGN(const std::vector<NodeFacts> facts, graph_->Facts({&node, 1}));
  if (!IsAgent(facts.front().kind) || facts.front().unnamed) {
    return std::optional<KnownAgent>();
  }
  STEMMA_ASSIGN(const NodeState state, graph_->Node(node, /*with_text=*/false));
  KnownAgent agent{state.id, std::string(state.Text("name").value_or("")), state.Aliases(),
                   state.kind == NodeKind::kOutlet, true};
  return agent.name.empty() ? std::optional<KnownAgent>() : std::optional(std::move(agent));
}

Result<std::vector<KnownAgent>> KnownAgents::Named(std::string_view name) {
  const std::string key = AgentNameKey(name);
  if (const auto known = named_.find(key); known != named_.end()) {
    return known->second;
  }
  std::vector<KnownAgent> found;
  for (const uint32_t index : authority_.Named(key)) {
    found.push_back(authority_.At(index));
  }
  if (graph_ != nullptr && !key.empty()) {
    for (const std::string& asked : {std::string(name), key, "the " + key}) {
      STEMMA_ASSIGN(const std::vector<NodeId> nodes, graph_->Named(asked));
      for (const NodeId node : nodes) {
        STEMMA_ASSIGN(auto agent, Stored(node));
        if (agent && !HasId(found, agent->id)) {
          found.push_back(*std::move(agent));
        }
      }
    }
  }
  return named_.emplace(key, std::move(found)).first->second;
}

Result<std::vector<KnownAgent>> KnownAgents::Near(std::string_view name) {
  const std::vector<std::string> words = AgentNameWords(name);
  std::string key;
  for (const std::string& word : words) {
    key += word + ' ';
  }
  if (const auto known = near_.find(key); known != near_.end()) {
    return known->second;
  }
  std::vector<KnownAgent> found;
  for (const uint32_t index : authority_.Near(words)) {
    found.push_back(authority_.At(index));
  }
  for (size_t left_out = 0; graph_ != nullptr && words.size() >= 2 && left_out < words.size();
       ++left_out) {
    std::string rest;
    for (size_t i = 0; i < words.size(); ++i) {
      rest += i == left_out ? "" : words[i] + ' ';
    }
    // The same first letter first: of a name that many bear in part, those are the likelier.
    for (const std::string& asked : {rest + words[left_out].substr(0, 1), rest}) {
      STEMMA_ASSIGN(const std::vector<NodeId> nodes, graph_->WithWords(asked, kNearMax));
      for (const NodeId node : nodes) {
        STEMMA_ASSIGN(auto agent, Stored(node));
        if (agent && !HasId(found, agent->id)) {
          found.push_back(*std::move(agent));
        }
      }
    }
  }
  return near_.emplace(key, std::move(found)).first->second;
}

}  // namespace stemma
