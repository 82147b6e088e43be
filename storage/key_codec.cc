#include "storage/key_codec.h"

#include <array>

#include "storage/known_kinds.h"
#include "storage/packing.h"

namespace stemma {
namespace {

constexpr uint64_t kSignBit = uint64_t{1} << 63U;
constexpr size_t kAdjacencyBytes = 17;
constexpr size_t kHashBytes = 16;

void AppendBig(std::string& out, uint64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8) {
    out += static_cast<char>((number >> static_cast<unsigned>(shift)) & 0xFFU);
  }
}

}  // namespace

uint64_t ReadBigEndian(std::string_view bytes) {
  uint64_t number = 0;
  for (size_t i = 0; i < 8; ++i) {
    number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
  }
  return number;
}

std::string_view Name(Family family) {
  constexpr std::array<std::string_view, kFamilyCount> kNames = {
      "meta",           "recent",       "changed",  "times", "log",  "redacted_nodes",
      "redacted_lines", "ids",          "nodes",    "out",   "in",   "assertions",
      "node_history",   "edge_history", "evidence", "names", "words"};
  return kNames[static_cast<size_t>(family)];
}

std::string EncodeCounters(const Counters& counters) {
  std::string value;
  PackedWriter out(value);
  for (const uint64_t number :
       {counters.next_node, counters.next_arrival, counters.nodes, counters.edges,
        counters.assertions, counters.recent, counters.packed}) {
    out.Number(number);
  }
  return value;
}

std::optional<Counters> DecodeCounters(std::string_view value) {
  PackedReader in(value);
  Counters counters;
  for (uint64_t* number :
       {&counters.next_node, &counters.next_arrival, &counters.nodes, &counters.edges,
        &counters.assertions, &counters.recent, &counters.packed}) {
    *number = in.Number();
  }
  return in.AtEnd() ? std::optional(counters) : std::nullopt;
}

std::string NumberKey(uint64_t number) {
  std::string key;
  AppendBig(key, number);
  return key;
}

std::optional<uint64_t> DecodeNumberKey(std::string_view key) {
  return key.size() == 8 ? std::optional(ReadBigEndian(key)) : std::nullopt;
}

std::string EncodeId(const IdEntry& entry) {
  std::string value;
  PackedWriter out(value);
  out.Byte(static_cast<uint8_t>(entry.kind));
  out.Number(entry.node.value);
  return value;
}

std::optional<IdEntry> DecodeId(std::string_view value) {
  PackedReader in(value);
  IdEntry entry;
  entry.kind = in.OneOf<NodeKind>();
  entry.node.value = in.Number();
  return in.AtEnd() ? std::optional(entry) : std::nullopt;
}

std::string AdjacencyPrefix(NodeId node, EdgeKind kind) {
  std::string key = NumberKey(node.value);
  key += static_cast<char>(kind);
  return key;
}

std::string AdjacencyKey(const Adjacency& edge) {
  std::string key;
  key.reserve(kAdjacencyBytes);
  AppendBig(key, edge.near.value);
  key += static_cast<char>(edge.kind);
  AppendBig(key, edge.far.value);
  return key;
}

std::optional<Adjacency> DecodeAdjacency(std::string_view key) {
  if (key.size() < kAdjacencyBytes) {
    return std::nullopt;
  }
  const Adjacency edge = {NodeId{ReadBigEndian(key)}, static_cast<EdgeKind>(key[8]),
                          NodeId{ReadBigEndian(key.substr(9))}};
  return IsKnown(edge.kind) ? std::optional(edge) : std::nullopt;
}

std::string RecentKey(uint64_t commit, const Adjacency& first) {
  return NumberKey(commit) + AdjacencyKey(first);
}

std::optional<RecentEntry> DecodeRecent(std::string_view key) {
  if (key.size() != 8 + kAdjacencyBytes || !DecodeAdjacency(key.substr(8))) {
    return std::nullopt;
  }
  return RecentEntry{ReadBigEndian(key), key.substr(8)};
}

std::string NodeHistoryKey(NodeId node, uint64_t arrival) {
  return NumberKey(node.value) + NumberKey(arrival);
}

std::string EdgeHistoryKey(const EdgeKey& edge, uint64_t arrival) {
  return AdjacencyKey(OutOf(edge)) + NumberKey(arrival);
}

std::optional<uint64_t> DecodeArrival(std::string_view key) {
  return key.size() >= 8 ? std::optional(ReadBigEndian(key.substr(key.size() - 8))) : std::nullopt;
}

std::string EncodeHistory(const HistoryEntry& entry) {
  std::string value;
  PackedWriter out(value);
  out.Moment(entry.at);
  out.Byte(entry.by_person ? 1 : 0);
  out.Bytes(entry.hash);
  return value;
}

std::optional<HistoryEntry> DecodeHistory(std::string_view value) {
  PackedReader in(value);
  HistoryEntry entry;
  entry.at = in.Moment();
  entry.by_person = in.Byte() != 0;
  entry.hash = in.Bytes(kHashBytes);
  return in.AtEnd() ? std::optional(entry) : std::nullopt;
}

std::string TimeKey(const TimeEntry& entry) {
  return NumberKey(~(static_cast<uint64_t>(entry.latest) ^ kSignBit)) + NumberKey(~entry.arrival);
}

std::optional<TimeEntry> DecodeTime(std::string_view key) {
  if (key.size() != 16) {
    return std::nullopt;
  }
  return TimeEntry{static_cast<Instant>(~ReadBigEndian(key) ^ kSignBit),
                   ~ReadBigEndian(key.substr(8))};
}

std::string TextPrefix(std::string_view text) {
  std::string key(text);
  key += '\0';
  return key;
}

std::string TextKey(std::string_view text, uint64_t arrival) {
  std::string key = TextPrefix(text);
  AppendBig(key, arrival);
  return key;
}

std::string EncodeNodes(const std::vector<NodeId>& nodes) {
  std::string value;
  PackedWriter out(value);
  uint64_t last = 0;
  for (const NodeId node : nodes) {
    out.Number(Step(last, node.value));
    last = node.value;
  }
  return value;
}

std::optional<std::vector<NodeId>> DecodeNodes(std::string_view value) {
  PackedReader in(value);
  std::vector<NodeId> nodes;
  uint64_t last = 0;
  while (in.HasMore()) {
    last = Stepped(last, in.Number());
    nodes.push_back(NodeId{last});
  }
  return in.Ok() ? std::optional(std::move(nodes)) : std::nullopt;
}

}  // namespace stemma
