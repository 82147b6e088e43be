// The nodes that one import speaks of: ids to numbers, and what its lines say of each.
//
// An import looks two ids up for each edge, so that this is a hash table in memory, one cache line
// a node; memory grows with the ids named, not with the edges. An id that is named before any line
// says what it is has a number already and no kind: that line may still come.
// Thread safety: ids are looked up on one thread while another fills in what the nodes returned
// before hold, and may look ids and numbers up itself. Each() only once both are done.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/graph_sink.h"
#include "storage/large_array.h"
#include "storage/stored_graph.h"

namespace stemma {

struct alignas(64) ImportNode : SinkNode {
  static constexpr uint32_t kNoEvidence = ~uint32_t{0};

  NodeId node;
  Instant date_start = kDistantPast;
  Instant date_end = kDistantFuture;
  Instant at = 0;                   // of its only assertion
  uint64_t arrival = 0;             // of its first assertion
  std::array<char, 16> id_bytes{};  // of a short id; else where it stands
  uint32_t evidence = kNoEvidence;  // the last entry of its list, see EvidenceList
  uint16_t id_size = 0;
  uint8_t kind = 0;  // 0: no line has said what it is
  bool first_hand : 1 = false;
  bool unnamed : 1 = false;
  bool dated : 1 = false;
  bool is_new : 1 = false;  // said for the first time by this import

  bool IsKnown() const { return kind != 0; }
  NodeKind Kind() const { return static_cast<NodeKind>(kind); }
  std::string_view Id() const {
    if (id_size <= id_bytes.size()) {
      return {id_bytes.data(), id_size};
    }
    const char* bytes = nullptr;
    std::memcpy(&bytes, id_bytes.data(), sizeof bytes);
    return {bytes, id_size};
  }
};

class ImportNodes {
 public:
  // Borrows `graph`; new numbers begin at `next_node`. `is_empty`: nothing is stored yet, so that
  // no id need be looked up there.
  ImportNodes(const StoredGraph& graph, uint64_t next_node, bool is_empty)
      : graph_(graph), next_node_(next_node), is_empty_(is_empty), first_new_(next_node) {}

  // The node of this id, stored or not; one that nobody has named before gets a number. The
  // pointer is good for as long as the table.
  Result<ImportNode*> Of(std::string_view id);
  // The same of many, for a quarter of the time: waiting for memory is most of it, and what comes
  // next is fetched meanwhile.
  Status LookUp(std::span<Lookup> ids);
  // Of a node that was looked up, by its number.
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
  static constexpr size_t kLongIdsChunk = size_t{1} << 16U;
  static_assert(kIdBytesMax <= kLongIdsChunk);

  ImportNode& At(uint32_t i) {
    return i < kSmallChunk ? small_[i]
                           : chunks_[(i - kSmallChunk) / kChunk][(i - kSmallChunk) % kChunk];
  }
  const ImportNode& At(uint32_t i) const {
    return i < kSmallChunk ? small_[i]
                           : chunks_[(i - kSmallChunk) / kChunk][(i - kSmallChunk) % kChunk];
  }
  size_t SlotOf(uint64_t hash) const { return hash >> slot_shift_; }
  Result<ImportNode*> Find(std::string_view id, uint64_t hash);
  ImportNode& Append(std::string_view id);
  const char* KeepLong(std::string_view id);
  void MakeRoom(size_t more);

  const StoredGraph& graph_;
  uint64_t next_node_;
  bool is_empty_;
  mutable std::mutex mutex_;       // of all below, but what nodes hold besides number and id
  std::vector<ImportNode> small_;  // most commands name a few nodes
  std::vector<LargeArray<ImportNode>> chunks_;
  uint32_t count_ = 0;
  // The upper half of the hash, and the place + 1; 0 is free. They stand in the order of the hash,
  // so that half of it suffices to place them anew.
  LargeArray<uint64_t> slots_;
  unsigned slot_shift_ = 64;
  std::vector<std::unique_ptr<char[]>> long_ids_;
  size_t long_ids_left_ = 0;                       // in the last of them
  std::unordered_map<uint64_t, uint32_t> stored_;  // numbers of nodes not new, to their places
  std::vector<uint32_t> new_places_;  // of those whose number this import gave, by number
  uint64_t first_new_;
};

}  // namespace stemma
