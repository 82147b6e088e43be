// The bytes of every key and of the packed values: the only place that knows them.
//
// Numbers in keys are big-endian, so that byte order is number order; numbers in values are
// little-endian. docs/key-format.md gives each byte.
// Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/base/edtf.h"
#include "graph/model/facts.h"

namespace stemma {

// Column families, one a purpose. The numbers also order the staging area.
enum class Family : uint8_t {
  kMeta,
  kIds,
  kNodes,
  kOut,
  kIn,
  kAssertions,
  kNodeLog,
  kEdgeLog,
  kByTime,
  kEvidence,
  kNames,
  kWords,
  kWaiting,  // of the staging area only: edges whose nodes have not come yet
};
inline constexpr int kFamilyCount = 12;  // those of the store
std::string_view Name(Family family);

struct Counters {
  uint64_t next_node = 0;
  uint64_t next_arrival = 0;
  uint64_t nodes = 0;
  uint64_t edges = 0;
  uint64_t assertions = 0;
  friend bool operator==(const Counters&, const Counters&) = default;
};
inline constexpr std::string_view kCountersKey = "counters";
std::string EncodeCounters(const Counters& counters);
std::optional<Counters> DecodeCounters(std::string_view value);

std::string NumberKey(uint64_t number);  // of nodes and assertions
std::optional<uint64_t> DecodeNumberKey(std::string_view key);

struct StoredNode {
  NodeFacts facts;
  Instant earliest = 0;  // of its assertions
  Instant latest = 0;
  std::string id;
  friend bool operator==(const StoredNode&, const StoredNode&) = default;
};
std::string EncodeNode(const StoredNode& node);
std::optional<StoredNode> DecodeNode(std::string_view value);

struct StoredEdge {
  EdgeFacts facts;  // `kind` and `other` are in the key
  Instant earliest = 0;
  Instant latest = 0;
  friend bool operator==(const StoredEdge&, const StoredEdge&) = default;
};
std::string AdjacencyPrefix(NodeId node);
std::string AdjacencyPrefix(NodeId node, EdgeKind kind);
std::string OutKey(const EdgeKey& edge);
std::string InKey(const EdgeKey& edge);
std::string EncodeEdge(const StoredEdge& edge);
// `key` is one of OutKey or InKey; facts.other is its last part.
std::optional<StoredEdge> DecodeEdge(std::string_view key, std::string_view value);
// The node in front of an adjacency key.
std::optional<NodeId> DecodeNear(std::string_view key);

// Logs: the node or edge, then the arrival, which is the last 8 bytes of the key.
std::string NodeLogKey(NodeId node, uint64_t arrival);
std::string EdgeLogKey(const EdgeKey& edge, uint64_t arrival);
std::optional<uint64_t> DecodeArrival(std::string_view key);
struct LogEntry {
  Instant at = 0;
  bool by_person = true;
  std::string hash;  // 16 bytes, see ContentHash
};
std::string EncodeLog(const LogEntry& entry);
std::optional<LogEntry> DecodeLog(std::string_view value);

// Newest first, in byte order.
std::string TimeKey(Instant at, uint64_t arrival);
struct TimeEntry {
  Instant at = 0;
  uint64_t arrival = 0;
};
std::optional<TimeEntry> DecodeTime(std::string_view key);

// A text, a zero byte, a number: names, words, and what waits for an id.
std::string TextKey(std::string_view text, uint64_t number);
std::string TextPrefix(std::string_view text);

}  // namespace stemma
