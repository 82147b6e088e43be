#include "storage/stored_graph.h"

#include <algorithm>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

#include "graph/base/utf8.h"
#include "graph/model/searchable.h"
#include "storage/assertion_reader.h"
#include "storage/record_codec.h"

namespace stemma {
namespace {

// Every id of a store by number, in one piece of memory: for whoever reads all assertions.
class AllIds {
 public:
  static Result<AllIds> Read(const StoredGraph& graph) {
    AllIds ids;
    STEMMA_TRY(graph.ScanStored([&](NodeId node, const StoredNode& stored) {
      ids.ends_.resize(node.value + 1, ids.bytes_.size());
      ids.bytes_ += stored.id;
      ids.ends_.back() = ids.bytes_.size();
      return true;
    }));
    return ids;
  }

  Result<std::string> Of(NodeId node) const {
    if (node.value >= ends_.size()) {
      return Damaged("an edge names a node that is not stored");
    }
    const uint64_t begin = node.value == 0 ? 0 : ends_[node.value - 1];
    return bytes_.substr(begin, ends_[node.value] - begin);
  }

 private:
  std::string bytes_;
  std::vector<uint64_t> ends_;
};

// Stored nodes, one after the other; neighbours share a block, which is read once for them.
class NodesInTurn {
 public:
  explicit NodesInTurn(const StoredGraph& graph) : graph_(graph) {}

  // Valid until the next call.
  Result<const StoredNode*> At(NodeId node) {
    if (number_ != BlockOf(node)) {
      number_.reset();
      STEMMA_ASSIGN(block_, graph_.Block(BlockOf(node)));
      number_ = BlockOf(node);
    }
    const auto found = block_.find(node.value);
    if (found == block_.end()) {
      return Fail(ErrorCode::kNotFound, "no such node");
    }
    return &found->second;
  }

 private:
  const StoredGraph& graph_;
  std::optional<uint64_t> number_;
  NodeBlock block_;
};

// What holds of one node, of all that was said.
NodeState Merged(std::vector<ArrivedNode> arrived, Instant known_at) {
  std::vector<NodeAssertion> said;
  for (ArrivedNode& one : arrived) {
    said.push_back(std::move(one.assertion));
  }
  return MergeNode(said, known_at);
}

bool Visit(const GraphView::AssertionVisitor& visit, const ArrivedAssertion& assertion) {
  if (const auto* node = std::get_if<ArrivedNode>(&assertion)) {
    return visit(node, nullptr);
  }
  return visit(nullptr, &std::get<ArrivedEdge>(assertion));
}

}  // namespace

tl::unexpected<Error> Damaged(std::string_view what) {
  return Fail(ErrorCode::kCorruption, "the store is damaged: " + std::string(what));
}

Result<std::optional<StoredGraph::Identity>> StoredGraph::Identify(std::string_view id) const {
  STEMMA_ASSIGN(const auto value, entries_.Get(Family::kIds, id));
  if (!value) {
    return std::optional<Identity>();
  }
  const auto entry = DecodeId(*value);
  if (!entry) {
    return Damaged("an id leads to no node");
  }
  return std::optional(Identity{entry->node, entry->kind});
}

Result<std::optional<NodeId>> StoredGraph::Find(std::string_view id) const {
  STEMMA_ASSIGN(const auto identity, Identify(id));
  return identity ? std::optional(identity->node) : std::nullopt;
}

Result<NodeBlock> StoredGraph::Block(uint64_t block) const {
  STEMMA_ASSIGN(const auto value, entries_.Get(Family::kNodes, NumberKey(block)));
  auto nodes = value ? DecodeNodeBlock(block, *value) : NodeBlock();
  if (!nodes) {
    return Damaged("a block of nodes cannot be read");
  }
  return *std::move(nodes);
}

Result<StoredNode> StoredGraph::Stored(NodeId node) const {
  STEMMA_ASSIGN(NodeBlock block, Block(BlockOf(node)));
  const auto found = block.find(node.value);
  if (found == block.end()) {
    return Fail(ErrorCode::kNotFound, "no such node");
  }
  return std::move(found->second);
}

Result<std::vector<std::string>> StoredGraph::Ids(std::span<const NodeId> nodes) const {
  std::vector<std::string> ids;
  ids.reserve(nodes.size());
  NodesInTurn in_turn(*this);
  for (const NodeId node : nodes) {
    STEMMA_ASSIGN(const StoredNode* stored, in_turn.At(node));
    ids.push_back(stored->id);
  }
  return ids;
}

Result<std::vector<NodeFacts>> StoredGraph::Facts(std::span<const NodeId> nodes,
                                                  Instant known_at) const {
  std::vector<NodeFacts> facts;
  facts.reserve(nodes.size());
  NodesInTurn in_turn(*this);
  for (const NodeId node : nodes) {
    STEMMA_ASSIGN(const StoredNode* stored, in_turn.At(node));
    if (stored->latest <= known_at) {
      facts.push_back(stored->facts);
      continue;
    }
    STEMMA_ASSIGN(std::vector<ArrivedNode> arrived, NodeAssertions(node));
    facts.push_back(FactsOf(Merged(std::move(arrived), known_at)));
  }
  return facts;
}

Result<std::vector<StoredGraph::Logged>> StoredGraph::ReadHistory(Family family,
                                                                  std::string_view prefix) const {
  std::vector<Logged> history;
  bool is_whole = true;
  STEMMA_TRY(entries_.Scan(family, prefix, [&](std::string_view key, std::string_view value) {
    const auto arrival = DecodeArrival(key);
    const auto entry = DecodeHistory(value);
    is_whole = arrival && entry;
    if (is_whole) {
      history.push_back({*arrival, *entry});
    }
    return is_whole;
  }));
  if (!is_whole || history.empty()) {
    return Damaged("a history cannot be read");
  }
  return history;
}

Result<std::vector<StoredGraph::Logged>> StoredGraph::NodeHistory(NodeId node,
                                                                  const StoredNode& stored,
                                                                  AssertionReader& reader) const {
  if (stored.has_history) {
    return ReadHistory(Family::kNodeHistory, NumberKey(node.value));
  }
  STEMMA_ASSIGN(const ArrivedNode only, reader.NodeAt(stored.arrival));
  return std::vector<Logged>{
      {stored.arrival, {only.assertion.at, true, ContentHash(only.assertion)}}};
}

Result<std::vector<StoredGraph::Logged>> StoredGraph::EdgeHistory(const EdgeKey& edge,
                                                                  const StoredEdge& stored,
                                                                  AssertionReader& reader) const {
  if (stored.has_history) {
    return ReadHistory(Family::kEdgeHistory, AdjacencyKey(OutOf(edge)));
  }
  STEMMA_ASSIGN(const ArrivedEdge only, reader.EdgeAt(stored.facts.arrival));
  return std::vector<Logged>{
      {stored.facts.arrival,
       {only.assertion.at, !only.assertion.method.has_value(), ContentHash(only.assertion)}}};
}

AssertionReader StoredGraph::ReadAssertions() const {
  return ReadAssertions([this](NodeId node) -> Result<std::string> {
    STEMMA_ASSIGN(StoredNode stored, Stored(node));
    return std::move(stored.id);
  });
}

Result<std::vector<ArrivedNode>> StoredGraph::NodeAssertions(NodeId node) const {
  STEMMA_ASSIGN(const StoredNode stored, Stored(node));
  AssertionReader reader = ReadAssertions();
  return NodeAssertions(node, stored, reader);
}

Result<std::vector<ArrivedNode>> StoredGraph::NodeAssertions(NodeId node, const StoredNode& stored,
                                                             AssertionReader& reader) const {
  std::vector<ArrivedNode> said;
  if (!stored.has_history) {
    STEMMA_ASSIGN(said.emplace_back(), reader.NodeAt(stored.arrival));
    return said;
  }
  STEMMA_ASSIGN(const std::vector<Logged> history, NodeHistory(node, stored, reader));
  for (const Logged& one : history) {
    STEMMA_ASSIGN(said.emplace_back(), reader.NodeAt(one.arrival));
  }
  return said;
}

Result<std::vector<ArrivedEdge>> StoredGraph::EdgeAssertions(const EdgeKey& edge) const {
  STEMMA_ASSIGN(const auto stored, Stored(edge));
  if (!stored) {
    return Fail(ErrorCode::kNotFound, "no such edge");
  }
  AssertionReader reader = ReadAssertions();
  return EdgeAssertions(edge, *stored, reader);
}

Result<std::vector<ArrivedEdge>> StoredGraph::EdgeAssertions(const EdgeKey& edge,
                                                             const StoredEdge& stored,
                                                             AssertionReader& reader) const {
  std::vector<ArrivedEdge> said;
  if (!stored.has_history) {
    STEMMA_ASSIGN(said.emplace_back(), reader.EdgeAt(stored.facts.arrival));
    return said;
  }
  STEMMA_ASSIGN(const std::vector<Logged> history, EdgeHistory(edge, stored, reader));
  for (const Logged& one : history) {
    STEMMA_ASSIGN(said.emplace_back(), reader.EdgeAt(one.arrival));
  }
  return said;
}

Result<NodeState> StoredGraph::Node(NodeId node, bool with_text) const {
  STEMMA_ASSIGN(std::vector<ArrivedNode> arrived, NodeAssertions(node));
  NodeState state = Merged(std::move(arrived), kDistantFuture);
  if (!with_text) {
    RemoveText(state);
  }
  return state;
}

Result<std::vector<NodeState>> StoredGraph::Nodes(std::span<const NodeId> nodes, Instant known_at,
                                                  bool with_text) const {
  std::vector<NodeState> states;
  states.reserve(nodes.size());
  NodesInTurn in_turn(*this);
  AssertionReader reader = ReadAssertions([&](NodeId node) -> Result<std::string> {
    STEMMA_ASSIGN(const StoredNode* stored, in_turn.At(node));
    return stored->id;
  });
  for (const NodeId node : nodes) {
    STEMMA_ASSIGN(const StoredNode* found, in_turn.At(node));
    const StoredNode stored = *found;  // the reader asks for others
    STEMMA_ASSIGN(std::vector<ArrivedNode> said, NodeAssertions(node, stored, reader));
    states.push_back(Merged(std::move(said), known_at));
    if (!with_text) {
      RemoveText(states.back());
    }
  }
  return states;
}

Result<std::vector<NodeId>> StoredGraph::NodesUnder(Family family, std::string_view prefix) const {
  std::set<NodeId> nodes;  // a word's beginning may lead to one node by several words
  bool is_whole = true;
  STEMMA_TRY(entries_.Scan(family, prefix, [&](std::string_view, std::string_view value) {
    const auto here = DecodeNodes(value);
    is_whole = here.has_value();
    if (here) {
      nodes.insert(here->begin(), here->end());
    }
    return is_whole;
  }));
  if (!is_whole) {
    return Damaged("an entry of a search index cannot be read");
  }
  return std::vector<NodeId>(nodes.begin(), nodes.end());
}

Result<std::vector<NodeId>> StoredGraph::NodesWithIdsUnder(std::string_view prefix) const {
  std::vector<NodeId> nodes;
  bool is_whole = true;
  STEMMA_TRY(entries_.Scan(Family::kIds, prefix, [&](std::string_view, std::string_view value) {
    const auto entry = DecodeId(value);
    is_whole = entry.has_value();
    nodes.push_back(entry.value_or(IdEntry()).node);
    return is_whole;
  }));
  if (!is_whole) {
    return Damaged("an id leads to no node");
  }
  std::sort(nodes.begin(), nodes.end());
  return nodes;
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

// An id that is one word stands in the index of ids alone.
Result<std::vector<NodeId>> StoredGraph::WithWords(std::string_view text, size_t limit) const {
  const std::vector<std::string> searched = SearchedWords(text);
  std::vector<NodeId> candidates;
  for (size_t i = 0; i < searched.size(); ++i) {
    const bool is_last = i + 1 == searched.size();
    STEMMA_ASSIGN(std::vector<NodeId> here,
                  NodesUnder(Family::kWords, is_last ? searched[i] : TextPrefix(searched[i])));
    std::vector<NodeId> by_id;
    if (is_last) {
      STEMMA_ASSIGN(by_id, NodesWithIdsUnder(searched[i]));
    } else {
      STEMMA_ASSIGN(const auto node, Find(searched[i]));
      by_id.assign(node ? 1 : 0, node.value_or(NodeId()));
    }
    std::vector<NodeId> either;
    std::set_union(here.begin(), here.end(), by_id.begin(), by_id.end(),
                   std::back_inserter(either));
    if (i == 0) {
      candidates = std::move(either);
      continue;
    }
    std::vector<NodeId> both;
    std::set_intersection(candidates.begin(), candidates.end(), either.begin(), either.end(),
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

Status StoredGraph::ScanStored(const std::function<bool(NodeId, const StoredNode&)>& visit) const {
  bool is_whole = true;
  STEMMA_TRY(entries_.Scan(Family::kNodes, "", [&](std::string_view key, std::string_view value) {
    const auto number = DecodeNumberKey(key);
    const auto nodes = number ? DecodeNodeBlock(*number, value) : std::nullopt;
    is_whole = nodes.has_value();
    return is_whole && std::all_of(nodes->begin(), nodes->end(), [&](const auto& entry) {
             return visit(NodeId{entry.first}, entry.second);
           });
  }));
  return is_whole ? Status() : Status(Damaged("a block of nodes cannot be read"));
}

Status StoredGraph::ScanNodes(const std::function<bool(NodeId, const NodeFacts&)>& visit) const {
  return ScanStored(
      [&](NodeId node, const StoredNode& stored) { return visit(node, stored.facts); });
}

Status StoredGraph::ScanEdges(const std::function<bool(NodeId, const EdgeFacts&)>& visit) const {
  return ScanStored(
      [&](const PackedEdge& edge) { return visit(edge.ends.near, edge.stored.facts); });
}

Status StoredGraph::ScanAssertions(const AssertionVisitor& visit) const {
  STEMMA_ASSIGN(const AllIds ids, AllIds::Read(*this));
  AssertionReader reader(entries_, [&](NodeId node) { return ids.Of(node); });
  return reader.Scan(0, [&](const ArrivedAssertion& assertion) -> Result<bool> {
    return Visit(visit, assertion);
  });
}

// Blocks come latest first; a block is opened when something in it may be next.
Status StoredGraph::ScanLog(Instant since, const AssertionVisitor& visit) const {
  using Moment = AssertionReader::Moment;
  const auto is_earlier = [](const Moment& a, const Moment& b) {
    return std::tie(a.at, a.arrival) < std::tie(b.at, b.arrival);
  };
  std::priority_queue<Moment, std::vector<Moment>, decltype(is_earlier)> open(is_earlier);
  AssertionReader ahead = ReadAssertions();
  AssertionReader reader = ReadAssertions();
  bool go_on = true;
  // Visits what is open and no earlier than `until`.
  const auto drain = [&](const Moment& until) -> Status {
    while (go_on && !open.empty() && !is_earlier(open.top(), until)) {
      const Moment next = open.top();
      open.pop();
      go_on = next.at >= since;
      if (go_on) {
        STEMMA_ASSIGN(const ArrivedAssertion assertion, reader.At(next.arrival));
        go_on = Visit(visit, assertion);
      }
    }
    return {};
  };
  Status status;
  STEMMA_TRY(entries_.Scan(Family::kTimes, "", [&](std::string_view key, std::string_view) {
    const auto time = DecodeTime(key);
    if (!time) {
      status = Damaged("an entry of the time index cannot be read");
      return false;
    }
    // Nothing in this block, nor in one behind it, is later than its latest; of equal ones, those
    // in blocks that arrived later come first.
    status = drain({time->latest, time->arrival});
    if (!status.has_value() || !go_on || time->latest < since) {
      return false;
    }
    const auto moments = ahead.MomentsIn(time->arrival);
    if (!moments.has_value()) {
      status = tl::unexpected<Error>(moments.error());
      return false;
    }
    for (const Moment& moment : *moments) {
      open.push(moment);
    }
    return true;
  }));
  STEMMA_TRY(std::move(status));
  return drain({kDistantPast, 0});
}

Result<Counters> ReadCounters(const RocksStore& store) {
  STEMMA_ASSIGN(const auto value, store.Get(Family::kMeta, kCountersKey));
  if (!value) {
    return Counters();
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
