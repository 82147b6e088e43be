#include "storage/import_state.h"

#include <utility>

namespace stemma {
namespace {

// Of the buffers that sort edges, and texts: see spill.h.
constexpr size_t kEdgesBufferMax = size_t{1} << 19U;
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
      before(graph.ReadAssertions([this](NodeId node) { return IdOf(node); })),
      out(temporary, kEdgesBufferMax),
      in(temporary, kEdgesBufferMax),
      runs({{stored.next_arrival, 0}}),
      ids(temporary, kTextsBytesMax),
      names(temporary, kTextsBytesMax),
      words(temporary, kTextsBytesMax) {
}

void ImportState::SkipTo(uint64_t arrival) {
  if (arrival > counters.next_arrival) {
    counters.next_arrival = arrival;
    runs.push_back({arrival, class_of.Size()});
  }
}

// Lines are mostly like the one before, so that one is tried first.
uint32_t ImportState::NumberOf(const EdgeClass& edge) {
  if (!classes.empty() && classes[last_class_] == edge) {
    return last_class_;
  }
  const auto [place, is_new] =
      class_numbers.try_emplace(edge, static_cast<uint32_t>(classes.size()));
  if (is_new) {
    classes.push_back(edge);
  }
  last_class_ = place->second;
  return last_class_;
}

Result<std::string> ImportState::IdOf(NodeId node) const {
  if (const ImportNode* here = nodes.Numbered(node)) {
    return std::string(here->Id());
  }
  STEMMA_ASSIGN(StoredNode stored, graph.Stored(node));
  return std::move(stored.id);
}

Result<ArrivedNode> ImportState::NodeAt(uint64_t arrival) {
  if (arrival < first_arrival) {
    return before.NodeAt(arrival);
  }
  STEMMA_ASSIGN(auto assertion, staged.At(arrival, [this](NodeId node) { return IdOf(node); }));
  return std::move(std::get<ArrivedNode>(assertion));
}

Result<ArrivedEdge> ImportState::EdgeAt(uint64_t arrival) {
  if (arrival < first_arrival) {
    return before.EdgeAt(arrival);
  }
  STEMMA_ASSIGN(auto assertion, staged.At(arrival, [this](NodeId node) { return IdOf(node); }));
  return std::move(std::get<ArrivedEdge>(assertion));
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

}  // namespace stemma
