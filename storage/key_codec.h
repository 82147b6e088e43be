// The bytes of every key, and of the values that are not packed: the only place that knows them.
//
// Numbers in keys are big-endian, so that byte order is number order. docs/key-format.md gives each
// byte; edge_blocks, node_blocks and assertion_blocks know the packed values.
// Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/edtf.h"
#include "graph/model/facts.h"

namespace stemma {

// What is kept apart, one purpose each. The first of them share RocksDB's default column family.
enum class Family : uint8_t {
  kMeta,
  kRecent,   // edges that are not packed yet, by the commit that changed them
  kChanged,  // nodes whose facts or folding changed since the edges were packed
  kTimes,
  kLog,  // of commits
  kRedactedNodes,
  kRedactedLines,  // by the commit that redacted them
  kIds,
  kNodes,
  kOut,
  kIn,
  kAssertions,
  kNodeHistory,
  kEdgeHistory,
  kEvidence,
  kNames,
  kWords,
};
inline constexpr int kFamilyCount = 17;
std::string_view Name(Family family);

struct Counters {
  uint64_t next_node = 0;
  uint64_t next_arrival = 0;
  uint64_t nodes = 0;
  uint64_t edges = 0;
  uint64_t assertions = 0;
  uint64_t recent = 0;  // edges that are not packed yet
  uint64_t packed = 0;  // how often edges were packed: a snapshot names the time it was made at
  friend bool operator==(const Counters&, const Counters&) = default;
};
inline constexpr std::string_view kCountersKey = "counters";
inline constexpr std::string_view kStoreIdKey = "store";  // 16 random bytes, given once
// Notices of redactions whose words may still be in old files.
inline constexpr std::string_view kPendingKey = "pending";
std::string EncodeCounters(const Counters& counters);
std::optional<Counters> DecodeCounters(std::string_view value);

std::string NumberKey(uint64_t number);
std::optional<uint64_t> DecodeNumberKey(std::string_view key);
uint64_t ReadBigEndian(std::string_view eight_bytes);

// The value of an id. A node never changes its kind.
struct IdEntry {
  NodeId node;
  NodeKind kind = NodeKind::kArticle;
};
std::string EncodeId(const IdEntry& entry);
std::optional<IdEntry> DecodeId(std::string_view value);

// An edge seen from one of its ends: `near` is its `from` in kOut, its `to` in kIn.
struct Adjacency {
  NodeId near;
  EdgeKind kind = EdgeKind::kCites;
  NodeId far;
  friend auto operator<=>(const Adjacency&, const Adjacency&) = default;
};
inline Adjacency OutOf(const EdgeKey& edge) {
  return {edge.from, edge.kind, edge.to};
}
inline Adjacency InOf(const EdgeKey& edge) {
  return {edge.to, edge.kind, edge.from};
}
std::string AdjacencyPrefix(NodeId node, EdgeKind kind);
std::string AdjacencyKey(const Adjacency& edge);
std::optional<Adjacency> DecodeAdjacency(std::string_view key);  // looks at the first 17 bytes

// A block of edges that one commit changed: the commit, by its first arrival, then the block's key.
std::string RecentKey(uint64_t commit, const Adjacency& first);
struct RecentEntry {
  uint64_t commit = 0;
  std::string_view block;  // borrowed from the key
};
std::optional<RecentEntry> DecodeRecent(std::string_view key);

// What is stored of an edge beside its ends.
struct StoredEdge {
  EdgeFacts facts;  // `kind` and `other` are in the key
  Instant earliest = 0;
  Instant latest = 0;
  bool has_history = false;  // more than one assertion: kEdgeHistory has them all
  friend bool operator==(const StoredEdge&, const StoredEdge&) = default;
};

// Histories: the node or edge, then the arrival, which is the last 8 bytes of the key.
std::string NodeHistoryKey(NodeId node, uint64_t arrival);
std::string EdgeHistoryKey(const EdgeKey& edge, uint64_t arrival);
std::optional<uint64_t> DecodeArrival(std::string_view key);
struct HistoryEntry {
  Instant at = 0;
  bool by_person = true;
  std::string hash;  // 16 bytes, see ContentHash
  friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};
std::string EncodeHistory(const HistoryEntry& entry);
std::optional<HistoryEntry> DecodeHistory(std::string_view value);

// Of a block of assertions: its latest `at` and its first arrival; latest first, in byte order.
struct TimeEntry {
  Instant latest = 0;
  uint64_t arrival = 0;
};
std::string TimeKey(const TimeEntry& entry);
std::optional<TimeEntry> DecodeTime(std::string_view key);

// A text, a zero byte, and the arrival that put it there, which no other entry has.
std::string TextPrefix(std::string_view text);
std::string TextKey(std::string_view text, uint64_t arrival);
// The nodes a text leads to, in any order.
std::string EncodeNodes(const std::vector<NodeId>& nodes);
std::optional<std::vector<NodeId>> DecodeNodes(std::string_view value);

}  // namespace stemma
