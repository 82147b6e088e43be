// Bytes as packed values: what can be read of a block of edges, nodes or assertions is written
// again as the same. The first byte says which, the next ones are the key.
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "require.h"
#include "storage/assertion_blocks.h"
#include "storage/edge_blocks.h"
#include "storage/node_blocks.h"
#include "storage/packing.h"

namespace {

using stemma::fuzz::Require;

std::optional<std::vector<stemma::PackedEdge>> Edges(const std::string& key, std::string_view value,
                                                     bool with_facts) {
  std::vector<stemma::PackedEdge> edges;
  const bool is_whole =
      stemma::DecodeEdgeBlock(key, value, with_facts, [&](const stemma::PackedEdge& edge) {
        edges.push_back(edge);
        return true;
      });
  return is_whole ? std::optional(std::move(edges)) : std::nullopt;
}

void TryEdges(const std::string& key, std::string_view value, bool with_facts) {
  const auto edges = Edges(key, value, with_facts);
  if (!edges || edges->empty()) {
    return;
  }
  Require(edges->size() <= value.size(), "an edge takes a byte");
  const std::string again_key = stemma::AdjacencyKey(edges->front().ends);
  const std::string written = stemma::EncodeEdgeBlock(*edges, with_facts);
  const auto again = Edges(again_key, written, with_facts);
  Require(again && again->size() == edges->size(), "a block of edges that was written is read");
  for (size_t i = 0; i < edges->size(); ++i) {
    const stemma::PackedEdge& a = (*edges)[i];
    const stemma::PackedEdge& b = (*again)[i];
    Require(a.ends == b.ends, "an edge's ends come back");
    Require(!with_facts || stemma::EncodeEdge(a.stored) == stemma::EncodeEdge(b.stored),
            "an edge's facts come back");
  }
}

void TryEdge(std::string_view value) {
  const stemma::Adjacency ends{stemma::NodeId{1}, stemma::EdgeKind::kCites, stemma::NodeId{2}};
  const auto edge = stemma::DecodeEdge(ends, value);
  if (edge) {
    const std::string written = stemma::EncodeEdge(*edge);
    const auto again = stemma::DecodeEdge(ends, written);
    Require(again && stemma::EncodeEdge(*again) == written, "an edge comes back");
  }
}

void TryNodes(uint64_t block, std::string_view value) {
  const auto nodes = stemma::DecodeNodeBlock(block, value);
  if (nodes) {
    Require(nodes->size() <= stemma::kBlockNodes, "a block has 64 nodes at most");
    Require(stemma::DecodeNodeBlock(block, stemma::EncodeNodeBlock(block, *nodes)) == nodes,
            "a block of nodes comes back");
  }
}

bool IsSame(const stemma::PackedAssertion& a, const stemma::PackedAssertion& b) {
  if (a.arrival != b.arrival || a.said.index() != b.said.index()) {
    return false;
  }
  if (const auto* edge = std::get_if<stemma::PlainEdge>(&a.said)) {
    return a.at == b.at && edge->ends == std::get<stemma::PlainEdge>(b.said).ends;
  }
  if (const auto* node = std::get_if<stemma::PlainNode>(&a.said)) {
    const auto& other = std::get<stemma::PlainNode>(b.said);
    return a.at == b.at && node->node == other.node && node->kind == other.kind &&
           node->fields == other.fields;
  }
  return std::get<stemma::WholeRecord>(a.said).bytes == std::get<stemma::WholeRecord>(b.said).bytes;
}

void TryAssertions(uint64_t first, std::string_view value) {
  const auto block = stemma::DecodeAssertionBlock(first, value);
  if (!block) {
    return;
  }
  stemma::AssertionBlockBuilder builder;
  for (const stemma::PackedAssertion& one : block->assertions) {
    builder.Add(one, block->utterance, block->utterance.at);
  }
  const uint64_t again_first = builder.FirstArrival();
  const std::string written = builder.Take();
  const auto again = stemma::DecodeAssertionBlock(again_first, written);
  Require(again && again->assertions.size() == block->assertions.size(),
          "a block of assertions that was written is read");
  for (size_t i = 0; i < again->assertions.size(); ++i) {
    Require(IsSame(block->assertions[i], again->assertions[i]), "an assertion comes back");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 18) {
    return 0;
  }
  const std::string key(reinterpret_cast<const char*>(data) + 1, 17);
  const std::string_view value(reinterpret_cast<const char*>(data) + 18, size - 18);
  switch (data[0] % 5) {
    case 0:
      TryEdges(key, value, /*with_facts=*/true);
      break;
    case 1:
      TryEdges(key, value, /*with_facts=*/false);
      break;
    case 2:
      TryNodes(stemma::ReadBigEndian(key), value);
      break;
    case 3:
      TryAssertions(stemma::ReadBigEndian(key), value);
      break;
    default:
      TryEdge(value);
  }
  return 0;
}
