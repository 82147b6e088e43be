#include "graph/algo/filtered_graph.h"

#include <algorithm>
#include <utility>

#include "graph/model/state.h"

namespace stemma {
namespace {

// The facts of the edge that these assertions make, or nothing when none is left.
std::optional<EdgeFacts> FactsOf(const std::vector<ArrivedEdge>& assertions) {
  std::vector<Said> said;
  said.reserve(assertions.size());
  for (const ArrivedEdge& one : assertions) {
    said.push_back({one.assertion.at, !one.assertion.method});
  }
  const auto deciding = Deciding(said);
  return deciding ? std::optional(FactsOf(assertions[*deciding].assertion, NodeId{}))
                  : std::nullopt;
}

}  // namespace

Result<FilteredGraph> FilteredGraph::Of(const GraphView& graph, const Filter& filter) {
  FilteredGraph filtered(graph, filter);
  STEMMA_TRY(filtered.HideByFilter());
  return filtered;
}

Status FilteredGraph::HideByFilter() {
  const Filter& limits = view_.Limits();
  if (limits.without.empty() && !limits.as_of && limits.known_at == kDistantFuture) {
    return {};
  }
  std::vector<bool> present;
  Status status;
  STEMMA_TRY(view_.Graph().ScanNodes([&](NodeId node, const NodeFacts& now) {
    NodeFacts facts = now;
    bool is_known = true;
    if (limits.known_at != kDistantFuture) {
      const std::vector<NodeId> one = {node};
      const auto then = view_.Facts(one);
      const auto known = IsKnown(node);
      if (!then.has_value() || !known.has_value()) {
        status = tl::unexpected<Error>(then.has_value() ? known.error() : then.error());
        return false;
      }
      facts = then->front();
      is_known = *known;
    }
    present.resize(std::max<size_t>(present.size(), node.value + 1));
    present[node.value] = is_known && view_.IsPresent(node, facts);
    return true;
  }));
  STEMMA_TRY(std::move(status));
  present_ = std::move(present);
  return {};
}

// Whether anybody had spoken of it by the second clock.
Result<bool> FilteredGraph::IsKnown(NodeId node) const {
  STEMMA_ASSIGN(const std::vector<ArrivedNode> all, view_.Graph().NodeAssertions(node));
  return std::any_of(all.begin(), all.end(), [this](const ArrivedNode& one) {
    return one.assertion.at <= view_.Limits().known_at;
  });
}

void FilteredGraph::KeepOnly(const std::unordered_set<NodeId>& nodes) {
  std::vector<bool> kept;
  for (const NodeId node : nodes) {
    if (IsPresent(node)) {
      kept.resize(std::max<size_t>(kept.size(), node.value + 1));
      kept[node.value] = true;
    }
  }
  present_ = std::move(kept);
}

bool FilteredGraph::IsPresent(NodeId node) const {
  return !present_ || (node.value < present_->size() && (*present_)[node.value]);
}

bool FilteredGraph::Holds(const EdgeFacts& edge) const {
  return edge.status == AssertionStatus::kWithdrawn || view_.Holds(edge);
}

Instant FilteredGraph::Until(Instant known_at) const {
  return std::min(known_at, view_.Limits().known_at);
}

std::vector<NodeId> FilteredGraph::Present(std::vector<NodeId> nodes) const {
  std::erase_if(nodes, [this](NodeId node) { return !IsPresent(node); });
  return nodes;
}

Result<std::optional<NodeId>> FilteredGraph::Find(std::string_view id) const {
  STEMMA_ASSIGN(const auto node, view_.Graph().Find(id));
  return node && IsPresent(*node) ? node : std::nullopt;
}

Result<std::vector<std::string>> FilteredGraph::Ids(std::span<const NodeId> nodes) const {
  return view_.Graph().Ids(nodes);
}

Result<std::vector<NodeFacts>> FilteredGraph::Facts(std::span<const NodeId> nodes,
                                                    Instant known_at) const {
  return view_.Graph().Facts(nodes, Until(known_at));
}

Result<std::vector<std::vector<EdgeFacts>>> FilteredGraph::Edges(std::span<const NodeId> nodes,
                                                                 Direction direction,
                                                                 EdgeKindSet kinds,
                                                                 Instant known_at) const {
  STEMMA_ASSIGN(auto lists, view_.Graph().Edges(nodes, direction, kinds, Until(known_at)));
  for (size_t i = 0; i < lists.size(); ++i) {
    if (!IsPresent(nodes[i])) {
      lists[i].clear();
    }
    std::erase_if(lists[i],
                  [this](const EdgeFacts& edge) { return !IsPresent(edge.other) || !Holds(edge); });
  }
  return lists;
}

Result<std::vector<ArrivedNode>> FilteredGraph::NodeAssertions(NodeId node) const {
  if (!IsPresent(node)) {
    return Fail(ErrorCode::kNotFound, "the node is left out");
  }
  STEMMA_ASSIGN(auto all, view_.Graph().NodeAssertions(node));
  std::erase_if(
      all, [this](const ArrivedNode& one) { return one.assertion.at > view_.Limits().known_at; });
  return all;
}

Result<std::vector<ArrivedEdge>> FilteredGraph::Shown(const EdgeKey& edge,
                                                      std::vector<ArrivedEdge> all) const {
  std::erase_if(
      all, [this](const ArrivedEdge& one) { return one.assertion.at > view_.Limits().known_at; });
  const auto facts = FactsOf(all);
  if (!IsPresent(edge.from) || !IsPresent(edge.to) || !facts || !Holds(*facts)) {
    return Fail(ErrorCode::kNotFound, "the edge is left out");
  }
  return all;
}

Result<std::vector<ArrivedEdge>> FilteredGraph::EdgeAssertions(const EdgeKey& edge) const {
  STEMMA_ASSIGN(auto all, view_.Graph().EdgeAssertions(edge));
  return Shown(edge, std::move(all));
}

Status FilteredGraph::ReadEdgeAssertions(std::span<const EdgeKey> edges,
                                         const EdgeVisitor& visit) const {
  return view_.Graph().ReadEdgeAssertions(
      edges, [&](size_t place, std::vector<ArrivedEdge> all) -> Status {
        STEMMA_ASSIGN(auto shown, Shown(edges[place], std::move(all)));
        return visit(place, std::move(shown));
      });
}

Result<NodeState> FilteredGraph::Node(NodeId node, bool with_text) const {
  if (view_.Limits().known_at == kDistantFuture) {
    return view_.Graph().Node(node, with_text);
  }
  if (!with_text) {
    return view_.Node(node);
  }
  STEMMA_ASSIGN(std::vector<ArrivedNode> arrived, view_.Graph().NodeAssertions(node));
  std::vector<NodeAssertion> all;
  all.reserve(arrived.size());
  for (ArrivedNode& one : arrived) {
    all.push_back(std::move(one.assertion));
  }
  return MergeNode(all, view_.Limits().known_at);
}

Result<std::vector<NodeState>> FilteredGraph::Nodes(std::span<const NodeId> nodes, Instant known_at,
                                                    bool with_text) const {
  return view_.Graph().Nodes(nodes, Until(known_at), with_text);
}

Result<std::vector<NodeId>> FilteredGraph::Named(std::string_view name) const {
  STEMMA_ASSIGN(std::vector<NodeId> nodes, view_.Graph().Named(name));
  return Present(std::move(nodes));
}

Result<std::vector<NodeId>> FilteredGraph::WithWords(std::string_view text, size_t limit) const {
  STEMMA_ASSIGN(std::vector<NodeId> nodes, view_.Graph().WithWords(text, limit));
  return Present(std::move(nodes));
}

Status FilteredGraph::ScanNodes(const std::function<bool(NodeId, const NodeFacts&)>& visit) const {
  return view_.Graph().ScanNodes(
      [&](NodeId node, const NodeFacts& facts) { return !IsPresent(node) || visit(node, facts); });
}

// A scan knows edges as they are now; as they were at an earlier moment their nodes know.
Status FilteredGraph::ScanEdges(
    const std::function<bool(NodeId from, const EdgeFacts&)>& visit) const {
  if (view_.Limits().known_at == kDistantFuture) {
    return view_.Graph().ScanEdges([&](NodeId from, const EdgeFacts& edge) {
      return !IsPresent(from) || !IsPresent(edge.other) || !Holds(edge) || visit(from, edge);
    });
  }
  Status status;
  STEMMA_TRY(ScanNodes([&](NodeId from, const NodeFacts&) {
    const std::vector<NodeId> one = {from};
    const auto lists = Edges(one, Direction::kOut);
    if (!lists.has_value()) {
      status = tl::unexpected<Error>(lists.error());
      return false;
    }
    return std::all_of(lists->front().begin(), lists->front().end(),
                       [&](const EdgeFacts& edge) { return visit(from, edge); });
  }));
  return status;
}

Result<bool> FilteredGraph::Shows(const ArrivedNode& node) const {
  if (node.assertion.at > view_.Limits().known_at) {
    return false;
  }
  STEMMA_ASSIGN(const auto found, Find(node.assertion.id));
  return found.has_value();
}

Result<bool> FilteredGraph::Shows(const ArrivedEdge& edge) const {
  if (edge.assertion.at > view_.Limits().known_at) {
    return false;
  }
  STEMMA_ASSIGN(const auto from, Find(edge.assertion.from));
  STEMMA_ASSIGN(const auto to, Find(edge.assertion.to));
  if (!from || !to) {
    return false;
  }
  return HoldsNow({*from, edge.assertion.kind, *to});
}

// One read of the edge, where the filter looks at what an edge comes to.
Result<bool> FilteredGraph::HoldsNow(const EdgeKey& edge) const {
  const Filter& limits = view_.Limits();
  if (!IsFiltered(edge.kind) || (limits.confidence_min <= 0 && limits.with_uncertain)) {
    return true;
  }
  const auto held = EdgeAssertions(edge);
  if (!held.has_value() && held.error().code != ErrorCode::kNotFound) {
    return tl::unexpected<Error>(held.error());
  }
  return held.has_value();
}

Status FilteredGraph::ShowOf(const std::function<Status(const AssertionVisitor&)>& scan,
                             const AssertionVisitor& visit) const {
  if (HidesNothing()) {
    return scan(visit);
  }
  Status status;
  STEMMA_TRY(scan([&](const ArrivedNode* node, const ArrivedEdge* edge) {
    const Result<bool> shows = node != nullptr ? Shows(*node) : Shows(*edge);
    if (!shows.has_value()) {
      status = tl::unexpected<Error>(shows.error());
      return false;
    }
    return !*shows || visit(node, edge);
  }));
  return status;
}

Status FilteredGraph::ScanAssertions(const AssertionVisitor& visit) const {
  return ShowOf([this](const AssertionVisitor& each) { return view_.Graph().ScanAssertions(each); },
                visit);
}

Status FilteredGraph::ScanLog(Instant since, const AssertionVisitor& visit) const {
  return ShowOf(
      [this, since](const AssertionVisitor& each) { return view_.Graph().ScanLog(since, each); },
      visit);
}

Result<GraphCounts> FilteredGraph::Counts() const {
  if (HidesNothing()) {
    return view_.Graph().Counts();
  }
  GraphCounts counts;
  STEMMA_TRY(ScanNodes([&](NodeId, const NodeFacts&) { return ++counts.nodes != 0; }));
  STEMMA_TRY(ScanAssertions(
      [&](const ArrivedNode*, const ArrivedEdge*) { return ++counts.assertions != 0; }));
  STEMMA_TRY(ScanEdges([&](NodeId, const EdgeFacts&) { return ++counts.edges != 0; }));
  return counts;
}

const Snapshot* FilteredGraph::Arrays() const {
  return HidesNothing() ? view_.Graph().Arrays() : nullptr;
}

}  // namespace stemma
