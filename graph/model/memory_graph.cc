#include "graph/model/memory_graph.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/base/utf8.h"
#include "graph/model/memory_contents.h"
#include "graph/model/searchable.h"

namespace stemma {

std::optional<NodeId> MemoryGraph::Contents::Find(std::string_view id) const {
  const auto found = ids.find(id);
  return found == ids.end() ? std::nullopt : std::optional(found->second);
}

NodeState MemoryGraph::Contents::State(NodeId node, Instant known_at) const {
  std::vector<NodeAssertion> said;
  for (const ArrivedNode& one : nodes[node.value].said) {
    said.push_back(one.assertion);
  }
  return MergeNode(said, known_at);
}

std::optional<std::string> MemoryGraph::Contents::TextOf(std::string_view id) const {
  const auto node = Find(id);
  if (!node) {
    return std::nullopt;
  }
  const NodeState state = State(*node);
  const auto text = state.Text("text");
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

std::optional<EdgeFacts> MemoryGraph::Contents::Facts(const EdgeKey& key,
                                                      const std::vector<ArrivedEdge>& said,
                                                      Direction direction, Instant known_at) const {
  std::vector<Said> moments;
  for (const ArrivedEdge& one : said) {
    moments.push_back({one.assertion.at, !one.assertion.method.has_value()});
  }
  const auto deciding = Deciding(moments, known_at);
  if (!deciding) {
    return std::nullopt;
  }
  const NodeId other = direction == Direction::kOut ? key.to : key.from;
  EdgeFacts facts = FactsOf(said[*deciding].assertion, other);
  facts.arrival = said[*deciding].arrival;
  return facts;
}

MemoryGraph::MemoryGraph() : contents_(std::make_unique<Contents>()) {
}
MemoryGraph::~MemoryGraph() = default;

Result<std::optional<NodeId>> MemoryGraph::Find(std::string_view id) const {
  return contents_->Find(id);
}

Result<std::vector<std::string>> MemoryGraph::Ids(std::span<const NodeId> nodes) const {
  std::vector<std::string> ids;
  for (const NodeId node : nodes) {
    ids.push_back(contents_->nodes[node.value].id);
  }
  return ids;
}

Result<std::vector<NodeFacts>> MemoryGraph::Facts(std::span<const NodeId> nodes,
                                                  Instant known_at) const {
  std::vector<NodeFacts> facts;
  for (const NodeId node : nodes) {
    facts.push_back(FactsOf(contents_->State(node, known_at)));
  }
  return facts;
}

Result<std::vector<std::vector<EdgeFacts>>> MemoryGraph::Edges(std::span<const NodeId> nodes,
                                                               Direction direction,
                                                               EdgeKindSet kinds,
                                                               Instant known_at) const {
  std::vector<std::vector<EdgeFacts>> all;
  for (const NodeId node : nodes) {
    std::vector<EdgeFacts>& edges = all.emplace_back();
    for (const auto& [key, said] : contents_->edges) {
      const bool is_here = (direction == Direction::kOut ? key.from : key.to) == node;
      if (is_here && (SetOf(key.kind) & kinds) != 0) {
        if (const auto facts = contents_->Facts(key, said, direction, known_at)) {
          edges.push_back(*facts);
        }
      }
    }
    std::sort(edges.begin(), edges.end(), [](const EdgeFacts& a, const EdgeFacts& b) {
      return std::tie(a.kind, a.other) < std::tie(b.kind, b.other);
    });
  }
  return all;
}

Result<std::vector<ArrivedNode>> MemoryGraph::NodeAssertions(NodeId node) const {
  if (node.value >= contents_->nodes.size()) {
    return Fail(ErrorCode::kNotFound, "no such node");
  }
  return contents_->nodes[node.value].said;
}

Result<std::vector<ArrivedEdge>> MemoryGraph::EdgeAssertions(const EdgeKey& edge) const {
  const auto found = contents_->edges.find(edge);
  if (found == contents_->edges.end()) {
    return Fail(ErrorCode::kNotFound, "no such edge");
  }
  return found->second;
}

Result<NodeState> MemoryGraph::Node(NodeId node, bool with_text) const {
  if (node.value >= contents_->nodes.size()) {
    return Fail(ErrorCode::kNotFound, "no such node");
  }
  NodeState state = contents_->State(node);
  if (!with_text) {
    RemoveText(state);
  }
  return state;
}

Result<std::vector<NodeState>> MemoryGraph::Nodes(std::span<const NodeId> nodes, Instant known_at,
                                                  bool with_text) const {
  std::vector<NodeState> states;
  for (const NodeId node : nodes) {
    if (node.value >= contents_->nodes.size()) {
      return Fail(ErrorCode::kNotFound, "no such node");
    }
    states.push_back(contents_->State(node, known_at));
    if (!with_text) {
      RemoveText(states.back());
    }
  }
  return states;
}

Result<std::vector<NodeId>> MemoryGraph::Named(std::string_view name) const {
  const std::string folded = FoldName(name);
  std::vector<NodeId> found;
  for (NodeId node; node.value < contents_->nodes.size(); ++node.value) {
    const auto names = FoldedNames(contents_->State(node));
    if (std::binary_search(names.begin(), names.end(), folded)) {
      found.push_back(node);
    }
  }
  return found;
}

Result<std::vector<NodeId>> MemoryGraph::WithWords(std::string_view text, size_t limit) const {
  const std::vector<std::string> searched = SearchedWords(text);
  std::vector<NodeId> found;
  for (NodeId node; node.value < contents_->nodes.size() && found.size() < limit; ++node.value) {
    if (HoldsWords(SearchableWords(contents_->State(node)), searched)) {
      found.push_back(node);
    }
  }
  return found;
}

Status MemoryGraph::ScanNodes(const std::function<bool(NodeId, const NodeFacts&)>& visit) const {
  for (NodeId node; node.value < contents_->nodes.size(); ++node.value) {
    if (!visit(node, FactsOf(contents_->State(node)))) {
      break;
    }
  }
  return {};
}

Status MemoryGraph::ScanEdges(const std::function<bool(NodeId, const EdgeFacts&)>& visit) const {
  for (const auto& [key, said] : contents_->edges) {
    const auto facts = contents_->Facts(key, said, Direction::kOut, kDistantFuture);
    if (facts && !visit(key.from, *facts)) {
      break;
    }
  }
  return {};
}

namespace {

// One assertion of either sort, for the two scans.
struct Entry {
  Instant at = 0;
  uint64_t arrival = 0;
  const ArrivedNode* node = nullptr;
  const ArrivedEdge* edge = nullptr;
};

template <class Nodes, class Edges>
std::vector<Entry> EntriesOf(const Nodes& nodes, const Edges& edges) {
  std::vector<Entry> entries;
  for (const auto& node : nodes) {
    for (const ArrivedNode& one : node.said) {
      entries.push_back({one.assertion.at, one.arrival, &one, nullptr});
    }
  }
  for (const auto& [key, said] : edges) {
    for (const ArrivedEdge& one : said) {
      entries.push_back({one.assertion.at, one.arrival, nullptr, &one});
    }
  }
  return entries;
}

}  // namespace

Status MemoryGraph::ScanAssertions(const AssertionVisitor& visit) const {
  std::vector<Entry> entries = EntriesOf(contents_->nodes, contents_->edges);
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.arrival < b.arrival; });
  for (const Entry& entry : entries) {
    if (!visit(entry.node, entry.edge)) {
      break;
    }
  }
  return {};
}

Status MemoryGraph::ScanLog(Instant since, const AssertionVisitor& visit) const {
  std::vector<Entry> entries = EntriesOf(contents_->nodes, contents_->edges);
  std::erase_if(entries, [&](const Entry& entry) { return entry.at < since; });
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.at, a.arrival) > std::tie(b.at, b.arrival);
  });
  for (const Entry& entry : entries) {
    if (!visit(entry.node, entry.edge)) {
      break;
    }
  }
  return {};
}

Result<GraphCounts> MemoryGraph::Counts() const {
  return GraphCounts{contents_->nodes.size(), contents_->edges.size(), contents_->assertions};
}

}  // namespace stemma
