// The read port: one consistent state of a graph, as algorithms, audits and exports see it.
//
// Algorithms include this and nothing of a store. It offers only what a distributed engine can
// offer too: get, multi-get, the scan of one node's entries, and unordered scans of everything.
// No order across nodes is promised, and none may be relied upon.
// `known_at` is the second clock: only assertions made by then count; it is part of reading, since
// a store answers it faster than anybody above could.
//
// Two implementations: storage/stored_graph (RocksDB) and graph/model/memory_graph (the reference
// that tests compare with). Thread safety: const calls from several threads at once are allowed.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/facts.h"
#include "graph/model/snapshot.h"
#include "graph/model/state.h"

namespace stemma {

// A stored assertion, with its place in the order of arrival.
struct ArrivedNode {
  uint64_t arrival = 0;
  NodeAssertion assertion;
};
struct ArrivedEdge {
  uint64_t arrival = 0;
  EdgeAssertion assertion;
};

struct GraphCounts {
  uint64_t nodes = 0;
  uint64_t edges = 0;
  uint64_t assertions = 0;
};

class GraphView {
 public:
  virtual ~GraphView() = default;

  // The node of this id, or nothing.
  virtual Result<std::optional<NodeId>> Find(std::string_view id) const = 0;

  // The user's ids, facts: one entry for each node asked, in the order asked.
  virtual Result<std::vector<std::string>> Ids(std::span<const NodeId> nodes) const = 0;
  virtual Result<std::vector<NodeFacts>> Facts(std::span<const NodeId> nodes,
                                               Instant known_at = kDistantFuture) const = 0;

  // The edges of these kinds at each node asked, in the order asked; within one node by kind, then
  // far end. The cost is that of the kinds asked for: a hub's in-edges of another kind are not
  // read. Withdrawn ones are included: their status says so. An edge nobody had asserted by
  // `known_at` is left out.
  virtual Result<std::vector<std::vector<EdgeFacts>>> Edges(
      std::span<const NodeId> nodes, Direction direction, EdgeKindSet kinds = kAllEdgeKinds,
      Instant known_at = kDistantFuture) const = 0;

  // Everything said of one node or edge, in order of arrival. NotFound when there is none.
  virtual Result<std::vector<ArrivedNode>> NodeAssertions(NodeId node) const = 0;
  virtual Result<std::vector<ArrivedEdge>> EdgeAssertions(const EdgeKey& edge) const = 0;
  // The same of many: `visit` is called for each of `edges`, by its place there, in that order, and
  // ends the reading with what it fails with. Cheapest for long spans in the order of ScanEdges.
  using EdgeVisitor = std::function<Status(size_t place, std::vector<ArrivedEdge> assertions)>;
  virtual Status ReadEdgeAssertions(std::span<const EdgeKey> edges, const EdgeVisitor& visit) const;

  // The merged fields of a node, without its `text` when `with_text` is false (texts are large).
  virtual Result<NodeState> Node(NodeId node, bool with_text) const = 0;
  // The same of many, in the order asked; cheapest in the order of numbers.
  virtual Result<std::vector<NodeState>> Nodes(std::span<const NodeId> nodes,
                                               Instant known_at = kDistantFuture,
                                               bool with_text = false) const = 0;

  // Nodes one of whose name, title or aliases folds to the same as `name` (see FoldName).
  virtual Result<std::vector<NodeId>> Named(std::string_view name) const = 0;

  // Nodes whose id, name, aliases, title, or, of quotes and claims, text, together hold all words
  // of `text`, the last of them as a beginning; at most `limit` of them, in no order.
  virtual Result<std::vector<NodeId>> WithWords(std::string_view text, size_t limit) const = 0;

  // Unordered scans; a callback that returns false ends the scan.
  virtual Status ScanNodes(const std::function<bool(NodeId, const NodeFacts&)>& visit) const = 0;
  virtual Status ScanEdges(
      const std::function<bool(NodeId from, const EdgeFacts&)>& visit) const = 0;

  // Every assertion in order of arrival; exactly one of the two pointers is not null.
  using AssertionVisitor = std::function<bool(const ArrivedNode*, const ArrivedEdge*)>;
  virtual Status ScanAssertions(const AssertionVisitor& visit) const = 0;
  // Every assertion with `at` not before `since`, newest first (by `at`, then by arrival).
  virtual Status ScanLog(Instant since, const AssertionVisitor& visit) const = 0;

  virtual Result<GraphCounts> Counts() const = 0;

  // Flat arrays of this state for traversal, or null when there are none: every answer can be had
  // without. Lives as long as the view.
  virtual const Snapshot* Arrays() const { return nullptr; }
};

}  // namespace stemma
