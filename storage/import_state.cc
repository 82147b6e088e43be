#include "storage/import_state.h"

#include <utility>

#include "storage/record_codec.h"

namespace stemma {
namespace {

// Of the buffers that sort edges and texts: two of the first and one of the second each.
constexpr size_t kEdgesBufferMax = size_t{1} << 20U;
constexpr size_t kTextsBytesMax = size_t{32} << 20U;

}  // namespace

ImportState::ImportState(const StoredGraph& stored_graph, const Counters& stored,
                         const std::filesystem::path& temporary)
    : graph(stored_graph),
      folder(temporary),
      counters(stored),
      first_arrival(stored.next_arrival),
      nodes(stored_graph, stored.next_node, stored.nodes == 0),
      staged(temporary),
      out(temporary, kEdgesBufferMax),
      in(temporary, kEdgesBufferMax),
      ids(temporary, kTextsBytesMax),
      names(temporary, kTextsBytesMax),
      words(temporary, kTextsBytesMax),
      before_(graph.ReadAssertions([this](NodeId node) { return IdOf(node); })) {
}

// Lines are mostly like the one before, so that one is tried first.
void ImportState::AddClass(const EdgeClass& edge) {
  const uint64_t last = class_of.Size() == 0 ? 0 : class_of.View()[class_of.Size() - 1];
  if (!classes.empty() && classes[last] == edge) {
    class_of.Add(static_cast<uint32_t>(last));
    return;
  }
  const auto [place, is_new] =
      class_numbers.try_emplace(edge, static_cast<uint32_t>(classes.size()));
  if (is_new) {
    classes.push_back(edge);
  }
  class_of.Add(place->second);
}

Result<std::string> ImportState::IdOf(NodeId node) const {
  if (const ImportNode* here = nodes.Numbered(node)) {
    return std::string(here->Id());
  }
  STEMMA_ASSIGN(StoredNode stored, graph.Stored(node));
  return std::move(stored.id);
}

Result<ArrivedAssertion> ImportState::At(uint64_t arrival) {
  if (arrival < first_arrival) {
    return before_.At(arrival);
  }
  return staged.At(arrival, [this](NodeId node) { return IdOf(node); });
}

Result<ArrivedNode> ImportState::NodeAt(uint64_t arrival) {
  STEMMA_ASSIGN(auto assertion, At(arrival));
  if (auto* node = std::get_if<ArrivedNode>(&assertion)) {
    return std::move(*node);
  }
  return Damaged("a node's history names an edge");
}

Result<ArrivedEdge> ImportState::EdgeAt(uint64_t arrival) {
  STEMMA_ASSIGN(auto assertion, At(arrival));
  if (auto* edge = std::get_if<ArrivedEdge>(&assertion)) {
    return std::move(*edge);
  }
  return Damaged("an edge's history names a node");
}

Result<StoredNode> ImportState::StoredBefore(NodeId node) {
  if (block_number_ != BlockOf(node)) {
    block_number_.reset();
    STEMMA_ASSIGN(block_, graph.Block(BlockOf(node)));
    block_number_ = BlockOf(node);
  }
  const auto found = block_.find(node.value);
  return found == block_.end() ? Damaged("an id leads to no node")
                               : Result<StoredNode>(found->second);
}

Result<std::vector<StoredGraph::Logged>> ImportState::HistoryBefore(NodeId node,
                                                                    const StoredNode& stored) {
  if (stored.has_history) {
    return graph.NodeHistory(node, stored);
  }
  STEMMA_ASSIGN(const ArrivedNode only, NodeAt(stored.arrival));
  return std::vector<StoredGraph::Logged>{
      {stored.arrival, {only.assertion.at, true, ContentHash(only.assertion)}}};
}

Result<std::vector<StoredGraph::Logged>> ImportState::HistoryBefore(const EdgeKey& edge,
                                                                    const StoredEdge& stored) {
  if (stored.has_history) {
    return graph.EdgeHistory(edge, stored);
  }
  STEMMA_ASSIGN(const ArrivedEdge only, EdgeAt(stored.facts.arrival));
  return std::vector<StoredGraph::Logged>{
      {stored.facts.arrival,
       {only.assertion.at, !only.assertion.method.has_value(), ContentHash(only.assertion)}}};
}

}  // namespace stemma
