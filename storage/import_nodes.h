// The nodes that one import speaks of: ids to numbers, and what its lines say of each.
//
// An import looks two ids up for each edge, so that this is a hash table in memory, one cache line
// a node; memory grows with the ids named, not with the edges. An id that is named before any line
// says what it is has a number already and no kind: that line may still come.
// Thread safety: one thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/base/result.h"
#include "storage/large_array.h"
#include "storage/stored_graph.h"

namespace stemma {

struct alignas(64) ImportNode {
  static constexpr uint32_t kNoEvidence = ~uint32_t{0};

  NodeId node;
  Instant date_start = kDistantPast;
  Instant date_end = kDistantFuture;
  Instant at = 0;                   // of its only assertion
  uint64_t arrival = 0;             // of its first assertion
  std::array<char, 16> id_bytes{};  // of a short id; else its place in the table's long ids
  uint32_t evidence = kNoEvidence;  // the last entry of its list, see EvidenceList
  uint16_t id_size = 0;
  uint8_t kind = 0;  // 0: no line has said what it is
  bool first_hand : 1 = false;
  bool unnamed : 1 = false;
  bool dated : 1 = false;
  bool is_new : 1 = false;  // said for the first time by this import

  bool IsKnown() const { return kind != 0; }
  NodeKind Kind() const { return static_cast<NodeKind>(kind); }
};

class ImportNodes {
 public:
  // Borrows `graph`; new numbers begin at `next_node`. `is_empty`: nothing is stored yet, so that
  // no id need be looked up there.
  ImportNodes(const StoredGraph& graph, uint64_t next_node, bool is_empty)
      : graph_(graph), next_node_(next_node), is_empty_(is_empty), first_new_(next_node) {}

  // The node of this id, stored or not; one that nobody has named before gets a number. The
  // reference lives as long as the table.
  Result<ImportNode*> Of(std::string_view id);
  // Of() will be asked for this id after some others: fetches it into the processor's cache, in two
  // steps, of which the second is taken some calls later. Waiting for memory is most of Of().
  void Expect(std::string_view id);
  std::string_view IdOf(const ImportNode& node) const;
  // Of a node that Of() has returned.
  const ImportNode* Numbered(NodeId node) const;

  uint64_t NextNode() const { return next_node_; }
  // All, in the order in which they were named: numbers of new ones rise.
  template <class Visit>
  Status Each(Visit visit) {
    for (uint32_t i = 0; i < count_; ++i) {
      STEMMA_TRY(visit(At(i)));
    }
    return {};
  }

 private:
  static constexpr uint32_t kSmallChunk = uint32_t{1} << 8U;  // the first one
  static constexpr uint32_t kChunk = uint32_t{1} << 15U;      // the others: one large page each

  ImportNode& At(uint32_t i) {
    return i < kSmallChunk ? small_[i]
                           : chunks_[(i - kSmallChunk) / kChunk][(i - kSmallChunk) % kChunk];
  }
  const ImportNode& At(uint32_t i) const {
    return i < kSmallChunk ? small_[i]
                           : chunks_[(i - kSmallChunk) / kChunk][(i - kSmallChunk) % kChunk];
  }
  ImportNode& Append(std::string_view id);
  void Grow();

  const StoredGraph& graph_;
  uint64_t next_node_;
  bool is_empty_;
  std::vector<ImportNode> small_;  // most commands name a few nodes
  std::vector<LargeArray<ImportNode>> chunks_;
  uint32_t count_ = 0;
  LargeArray<uint64_t> slots_;  // half of the hash, and the place + 1; 0 is free
  std::string long_ids_;
  std::unordered_map<uint64_t, uint32_t> stored_;  // numbers of nodes not new, to their places
  std::vector<uint32_t> new_places_;  // of those whose number this import gave, by number
  uint64_t first_new_;
  std::array<uint64_t, 16> expected_{};  // hashes, of ids whose slot is on its way
  size_t next_expected_ = 0;
};

}  // namespace stemma
