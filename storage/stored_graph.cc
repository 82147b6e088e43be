#include "storage/stored_graph.h"

#include <algorithm>
#include <set>

#include "graph/base/utf8.h"
#include "graph/model/searchable.h"
#include "storage/record_codec.h"

namespace stemma {

tl::unexpected<Error> Damaged(std::string_view what) {
  return Fail(ErrorCode::kCorruption, "the store is damaged: " + std::string(what));
}

Result<std::optional<NodeId>> StoredGraph::Find(std::string_view id) const {
  STEMMA_ASSIGN(const auto value, entries_.Get(Family::kIds, id));
  if (!value) {
    return std::optional<NodeId>();
  }
  const auto number = DecodeNumberKey(*value);
  if (!number) {
    return Damaged("an id leads to no node");
  }
  return std::optional(NodeId{*number});
}

Result<StoredNode> StoredGraph::Stored(NodeId node) const {
  STEMMA_ASSIGN(const auto value, entries_.Get(Family::kNodes, NumberKey(node.value)));
  if (!value) {
    return Fail(ErrorCode::kNotFound, "no such node");
  }
  const auto stored = DecodeNode(*value);
  if (!stored) {
    return Damaged("a node's entry cannot be read");
  }
  return *stored;
}

Result<std::optional<StoredEdge>> StoredGraph::Stored(const EdgeKey& edge) const {
  const std::string key = OutKey(edge);
  STEMMA_ASSIGN(const auto value, entries_.Get(Family::kOut, key));
  if (!value) {
    return std::optional<StoredEdge>();
  }
  const auto stored = DecodeEdge(key, *value);
  if (!stored) {
    return Damaged("an edge's entry cannot be read");
  }
  return stored;
}

Result<std::vector<std::string>> StoredGraph::Ids(std::span<const NodeId> nodes) const {
  std::vector<std::string> ids;
  ids.reserve(nodes.size());
  for (const NodeId node : nodes) {
    STEMMA_ASSIGN(StoredNode stored, Stored(node));
    ids.push_back(std::move(stored.id));
  }
  return ids;
}

Result<std::vector<NodeFacts>> StoredGraph::Facts(std::span<const NodeId> nodes,
                                                  Instant known_at) const {
  std::vector<NodeFacts> facts;
  facts.reserve(nodes.size());
  for (const NodeId node : nodes) {
    STEMMA_ASSIGN(const StoredNode stored, Stored(node));
    if (stored.latest <= known_at) {
      facts.push_back(stored.facts);
      continue;
    }
    std::vector<NodeAssertion> said;
    STEMMA_ASSIGN(std::vector<ArrivedNode> arrived, NodeAssertions(node));
    for (ArrivedNode& one : arrived) {
      said.push_back(std::move(one.assertion));
    }
    facts.push_back(FactsOf(MergeNode(said, known_at)));
  }
  return facts;
}

Result<std::vector<std::vector<EdgeFacts>>> StoredGraph::Edges(std::span<const NodeId> nodes,
                                                               Direction direction,
                                                               EdgeKindSet kinds,
                                                               Instant known_at) const {
  std::vector<std::vector<EdgeFacts>> all;
  all.reserve(nodes.size());
  for (const NodeId node : nodes) {
    std::vector<EdgeFacts>& edges = all.emplace_back();
    if (kinds == kAllEdgeKinds) {
      STEMMA_TRY(ReadEdges(AdjacencyPrefix(node), node, direction, known_at, edges));
      continue;
    }
    for (const EdgeKind kind : kEdgeKinds) {
      if ((SetOf(kind) & kinds) != 0) {
        STEMMA_TRY(ReadEdges(AdjacencyPrefix(node, kind), node, direction, known_at, edges));
      }
    }
  }
  return all;
}

Status StoredGraph::ReadEdges(std::string_view prefix, NodeId node, Direction direction,
                              Instant known_at, std::vector<EdgeFacts>& edges) const {
  const Family family = direction == Direction::kOut ? Family::kOut : Family::kIn;
  std::vector<EdgeFacts> later;  // of edges that have assertions after known_at
  bool is_whole = true;
  const size_t first = edges.size();
  STEMMA_TRY(entries_.Scan(family, prefix, [&](std::string_view key, std::string_view value) {
    const auto stored = DecodeEdge(key, value);
    is_whole = stored.has_value();
    if (stored && stored->latest <= known_at) {
      edges.push_back(stored->facts);
    } else if (stored && stored->earliest <= known_at) {
      later.push_back(stored->facts);
    }
    return is_whole;
  }));
  if (!is_whole) {
    return Damaged("an edge's entry cannot be read");
  }
  for (const EdgeFacts& facts : later) {
    const EdgeKey key = direction == Direction::kOut ? EdgeKey{node, facts.kind, facts.other}
                                                     : EdgeKey{facts.other, facts.kind, node};
    STEMMA_ASSIGN(const auto known, FactsKnownAt(key, facts.other, known_at));
    if (known) {
      edges.push_back(*known);
    }
  }
  if (!later.empty()) {
    std::sort(edges.begin() + static_cast<std::ptrdiff_t>(first), edges.end(),
              [](const EdgeFacts& a, const EdgeFacts& b) {
                return std::tie(a.kind, a.other) < std::tie(b.kind, b.other);
              });
  }
  return {};
}

Result<std::optional<EdgeFacts>> StoredGraph::FactsKnownAt(const EdgeKey& edge, NodeId other,
                                                           Instant known_at) const {
  STEMMA_ASSIGN(const std::vector<Logged> log, EdgeLog(edge));
  std::vector<Said> said;
  for (const Logged& one : log) {
    said.push_back({one.entry.at, one.entry.by_person});
  }
  const auto deciding = Deciding(said, known_at);
  if (!deciding) {
    return std::optional<EdgeFacts>();
  }
  STEMMA_ASSIGN(const ArrivedEdge arrived, EdgeAssertionAt(log[*deciding].arrival));
  EdgeFacts facts = FactsOf(arrived.assertion, other);
  facts.arrival = arrived.arrival;
  return std::optional(facts);
}

Result<std::vector<StoredGraph::Logged>> StoredGraph::ReadLog(Family family,
                                                              std::string_view prefix) const {
  std::vector<Logged> log;
  bool is_whole = true;
  STEMMA_TRY(entries_.Scan(family, prefix, [&](std::string_view key, std::string_view value) {
    const auto arrival = DecodeArrival(key);
    const auto entry = DecodeLog(value);
    is_whole = arrival && entry;
    if (is_whole) {
      log.push_back({*arrival, *entry});
    }
    return is_whole;
  }));
  if (!is_whole) {
    return Damaged("a log entry cannot be read");
  }
  return log;
}

Result<std::vector<StoredGraph::Logged>> StoredGraph::NodeLog(NodeId node) const {
  return ReadLog(Family::kNodeLog, NumberKey(node.value));
}

Result<std::vector<StoredGraph::Logged>> StoredGraph::EdgeLog(const EdgeKey& edge) const {
  return ReadLog(Family::kEdgeLog, OutKey(edge));
}

Result<ArrivedNode> StoredGraph::NodeAssertionAt(uint64_t arrival) const {
  STEMMA_ASSIGN(const auto record, entries_.Get(Family::kAssertions, NumberKey(arrival)));
  if (!record) {
    return Damaged("an assertion is missing");
  }
  STEMMA_ASSIGN(auto decoded, DecodeRecord(*record));
  if (auto* node = std::get_if<NodeAssertion>(&decoded)) {
    return ArrivedNode{arrival, std::move(*node)};
  }
  return Damaged("a node's log names an edge");
}

Result<ArrivedEdge> StoredGraph::EdgeAssertionAt(uint64_t arrival) const {
  STEMMA_ASSIGN(const auto record, entries_.Get(Family::kAssertions, NumberKey(arrival)));
  if (!record) {
    return Damaged("an assertion is missing");
  }
  STEMMA_ASSIGN(auto decoded, DecodeRecord(*record));
  if (auto* edge = std::get_if<EdgeAssertion>(&decoded)) {
    return ArrivedEdge{arrival, std::move(*edge)};
  }
  return Damaged("an edge's log names a node");
}

Result<std::vector<ArrivedNode>> StoredGraph::NodeAssertions(NodeId node) const {
  STEMMA_ASSIGN(const std::vector<Logged> log, NodeLog(node));
  if (log.empty()) {
    return Fail(ErrorCode::kNotFound, "no such node");
  }
  std::vector<ArrivedNode> said;
  for (const Logged& one : log) {
    STEMMA_ASSIGN(said.emplace_back(), NodeAssertionAt(one.arrival));
  }
  return said;
}

Result<std::vector<ArrivedEdge>> StoredGraph::EdgeAssertions(const EdgeKey& edge) const {
  STEMMA_ASSIGN(const std::vector<Logged> log, EdgeLog(edge));
  if (log.empty()) {
    return Fail(ErrorCode::kNotFound, "no such edge");
  }
  std::vector<ArrivedEdge> said;
  for (const Logged& one : log) {
    STEMMA_ASSIGN(said.emplace_back(), EdgeAssertionAt(one.arrival));
  }
  return said;
}

Result<NodeState> StoredGraph::Node(NodeId node, bool with_text) const {
  STEMMA_ASSIGN(std::vector<ArrivedNode> arrived, NodeAssertions(node));
  std::vector<NodeAssertion> said;
  for (ArrivedNode& one : arrived) {
    said.push_back(std::move(one.assertion));
  }
  NodeState state = MergeNode(said);
  if (!with_text) {
    std::erase_if(state.fields, [](const Field& field) { return field.name == "text"; });
  }
  return state;
}

Result<std::vector<NodeId>> StoredGraph::NodesUnder(Family family, std::string_view prefix) const {
  std::set<NodeId> nodes;  // a word's beginning may lead to one node by several words
  STEMMA_TRY(entries_.Scan(family, prefix, [&](std::string_view key, std::string_view) {
    if (const auto number = DecodeArrival(key)) {
      nodes.insert(NodeId{*number});
    }
    return true;
  }));
  return std::vector<NodeId>(nodes.begin(), nodes.end());
}

// The index keeps names that a node once had, so that each answer is checked against what holds.
Result<std::vector<NodeId>> StoredGraph::Named(std::string_view name) const {
  const std::string folded = FoldName(name);
  STEMMA_ASSIGN(const std::vector<NodeId> candidates,
                NodesUnder(Family::kNames, TextPrefix(folded)));
  std::vector<NodeId> found;
  for (const NodeId node : candidates) {
    STEMMA_ASSIGN(const NodeState state, Node(node, /*with_text=*/false));
    const auto names = FoldedNames(state);
    if (std::binary_search(names.begin(), names.end(), folded)) {
      found.push_back(node);
    }
  }
  return found;
}

Result<std::vector<NodeId>> StoredGraph::WithWords(std::string_view text, size_t limit) const {
  const std::vector<std::string> searched = SearchedWords(text);
  std::vector<NodeId> candidates;
  for (size_t i = 0; i < searched.size(); ++i) {
    const bool is_last = i + 1 == searched.size();
    STEMMA_ASSIGN(const std::vector<NodeId> here,
                  NodesUnder(Family::kWords, is_last ? searched[i] : TextPrefix(searched[i])));
    if (i == 0) {
      candidates = here;
      continue;
    }
    std::vector<NodeId> both;
    std::set_intersection(candidates.begin(), candidates.end(), here.begin(), here.end(),
                          std::back_inserter(both));
    candidates = std::move(both);
  }
  std::vector<NodeId> found;
  for (const NodeId node : candidates) {
    if (found.size() == limit) {
      break;
    }
    STEMMA_ASSIGN(const NodeState state, Node(node, /*with_text=*/true));
    if (HoldsWords(SearchableWords(state), searched)) {
      found.push_back(node);
    }
  }
  return found;
}

Status StoredGraph::ScanNodes(const std::function<bool(NodeId, const NodeFacts&)>& visit) const {
  bool is_whole = true;
  STEMMA_TRY(entries_.Scan(Family::kNodes, "", [&](std::string_view key, std::string_view value) {
    const auto number = DecodeNumberKey(key);
    const auto stored = DecodeNode(value);
    is_whole = number && stored;
    return is_whole && visit(NodeId{*number}, stored->facts);
  }));
  return is_whole ? Status() : Status(Damaged("a node's entry cannot be read"));
}

Status StoredGraph::ScanEdges(const std::function<bool(NodeId, const EdgeFacts&)>& visit) const {
  bool is_whole = true;
  STEMMA_TRY(entries_.Scan(Family::kOut, "", [&](std::string_view key, std::string_view value) {
    const auto from = DecodeNear(key);
    const auto stored = DecodeEdge(key, value);
    is_whole = from && stored;
    return is_whole && visit(*from, stored->facts);
  }));
  return is_whole ? Status() : Status(Damaged("an edge's entry cannot be read"));
}

Status StoredGraph::VisitRecord(uint64_t arrival, std::string_view record,
                                const AssertionVisitor& visit, bool& go_on) const {
  STEMMA_ASSIGN(auto decoded, DecodeRecord(record));
  if (auto* node = std::get_if<NodeAssertion>(&decoded)) {
    const ArrivedNode arrived{arrival, std::move(*node)};
    go_on = visit(&arrived, nullptr);
  } else {
    const ArrivedEdge arrived{arrival, std::move(std::get<EdgeAssertion>(decoded))};
    go_on = visit(nullptr, &arrived);
  }
  return {};
}

Status StoredGraph::ScanAssertions(const AssertionVisitor& visit) const {
  Status status;
  bool go_on = true;
  STEMMA_TRY(
      entries_.Scan(Family::kAssertions, "", [&](std::string_view key, std::string_view value) {
        status = VisitRecord(DecodeArrival(key).value_or(0), value, visit, go_on);
        return status.has_value() && go_on;
      }));
  return status;
}

Status StoredGraph::ScanLog(Instant since, const AssertionVisitor& visit) const {
  Status status;
  bool go_on = true;
  STEMMA_TRY(entries_.Scan(Family::kByTime, "", [&](std::string_view key, std::string_view) {
    const auto time = DecodeTime(key);
    if (!time) {
      status = Damaged("an entry of the time index cannot be read");
      return false;
    }
    if (time->at < since) {
      return false;
    }
    const auto record = entries_.Get(Family::kAssertions, NumberKey(time->arrival));
    if (!record.has_value() || !*record) {
      status = Damaged("an assertion is missing");
      return false;
    }
    status = VisitRecord(time->arrival, **record, visit, go_on);
    return status.has_value() && go_on;
  }));
  return status;
}

Result<Counters> StoredGraph::ReadCounters() const {
  STEMMA_ASSIGN(const auto value, entries_.Get(Family::kMeta, kCountersKey));
  if (!value) {
    return Counters();  // nothing was ever committed
  }
  const auto counters = DecodeCounters(*value);
  if (!counters) {
    return Damaged("the counters cannot be read");
  }
  return *counters;
}

Result<GraphCounts> StoredGraph::Counts() const {
  STEMMA_ASSIGN(const Counters counters, ReadCounters());
  return GraphCounts{counters.nodes, counters.edges, counters.assertions};
}

}  // namespace stemma
