// A graph of which only some nodes and edges are there, to whoever reads it through the port.
//
// Exports, audits and pictures are written over GraphView. Given this one they leave out what a
// question would leave out, without knowing of filters: a node that is hidden is not found, has no
// edges and stands in no scan. It answers as a GraphView does, so one can be put on top of another.
// Withdrawn edges stay, as they do in every view; their status says so.
//
// Source: docs/exchange.md, "Out". Thread safety: const calls from several threads at once.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "graph/algo/filter.h"
#include "graph/algo/filtered_view.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

class FilteredGraph final : public GraphView {
 public:
  // Borrows `graph`, copies `filter`. One scan of the nodes' facts where the filter may hide any;
  // with `known_at` one read more of each node, because facts do not say since when it is known.
  static Result<FilteredGraph> Of(const GraphView& graph, const Filter& filter);

  // Hides all nodes but these, of those that are there.
  void KeepOnly(const std::unordered_set<NodeId>& nodes);
  bool IsPresent(NodeId node) const;

  Result<std::optional<NodeId>> Find(std::string_view id) const override;
  Result<std::vector<std::string>> Ids(std::span<const NodeId> nodes) const override;
  Result<std::vector<NodeFacts>> Facts(std::span<const NodeId> nodes,
                                       Instant known_at = kDistantFuture) const override;
  Result<std::vector<std::vector<EdgeFacts>>> Edges(
      std::span<const NodeId> nodes, Direction direction, EdgeKindSet kinds = kAllEdgeKinds,
      Instant known_at = kDistantFuture) const override;
  Result<std::vector<ArrivedNode>> NodeAssertions(NodeId node) const override;
  Result<std::vector<ArrivedEdge>> EdgeAssertions(const EdgeKey& edge) const override;
  Status ReadEdgeAssertions(std::span<const EdgeKey> edges,
                            const EdgeVisitor& visit) const override;
  Result<NodeState> Node(NodeId node, bool with_text) const override;
  Result<std::vector<NodeState>> Nodes(std::span<const NodeId> nodes,
                                       Instant known_at = kDistantFuture,
                                       bool with_text = false) const override;
  // Of what the graph below finds, so that it may be fewer than `limit` though there are more.
  Result<std::vector<NodeId>> WithWords(std::string_view text, size_t limit) const override;
  Result<std::vector<NodeId>> Named(std::string_view name) const override;
  Status ScanNodes(const std::function<bool(NodeId, const NodeFacts&)>& visit) const override;
  Status ScanEdges(const std::function<bool(NodeId from, const EdgeFacts&)>& visit) const override;
  Status ScanAssertions(const AssertionVisitor& visit) const override;
  Status ScanLog(Instant since, const AssertionVisitor& visit) const override;
  // Of what is there: a scan of all edges and assertions where anything is hidden.
  Result<GraphCounts> Counts() const override;
  // Those of the graph below where nothing is hidden, else none.
  const Snapshot* Arrays() const override;

 private:
  FilteredGraph(const GraphView& graph, const Filter& filter) : view_(graph, filter) {}

  bool HidesNothing() const { return !present_ && view_.LeavesAll(); }
  Status HideByFilter();
  Result<bool> IsKnown(NodeId node) const;
  bool Holds(const EdgeFacts& edge) const;
  Instant Until(Instant known_at) const;
  std::vector<NodeId> Present(std::vector<NodeId> nodes) const;
  // Those of them that are known by the second clock. NotFound when the edge is left out.
  Result<std::vector<ArrivedEdge>> Shown(const EdgeKey& edge, std::vector<ArrivedEdge> all) const;
  Result<bool> Shows(const ArrivedNode& node) const;
  Result<bool> Shows(const ArrivedEdge& edge) const;
  Result<bool> HoldsNow(const EdgeKey& edge) const;
  // What is shown of a scan that `scan` makes on the graph below.
  Status ShowOf(const std::function<Status(const AssertionVisitor&)>& scan,
                const AssertionVisitor& visit) const;

  FilteredView view_;
  std::optional<std::vector<bool>> present_;  // by number; nothing: all nodes are there
};

}  // namespace stemma
