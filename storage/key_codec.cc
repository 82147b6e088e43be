#include "storage/key_codec.h"

#include <array>
#include <bit>
#include <cstring>

namespace stemma {
namespace {

constexpr uint8_t kFirstHand = 1;
constexpr uint8_t kUnnamed = 2;
constexpr uint8_t kDated = 4;
constexpr uint8_t kInherited = 1;
constexpr uint8_t kRevision = 2;
constexpr uint8_t kHasClaims = 4;
constexpr uint8_t kByPerson = 8;
constexpr uint64_t kSignBit = uint64_t{1} << 63U;

void AppendBig(std::string& out, uint64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8) {
    out += static_cast<char>((number >> static_cast<unsigned>(shift)) & 0xFFU);
  }
}

uint64_t ReadBig(std::string_view bytes) {
  uint64_t number = 0;
  for (size_t i = 0; i < 8; ++i) {
    number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
  }
  return number;
}

void AppendLittle(std::string& out, uint64_t number) {
  for (unsigned i = 0; i < 8; ++i) {
    out += static_cast<char>((number >> (8 * i)) & 0xFFU);
  }
}

// Takes little-endian numbers off the front; `ok` turns false when there are too few bytes.
class ValueReader {
 public:
  explicit ValueReader(std::string_view bytes) : rest_(bytes) {}
  uint8_t Byte() {
    if (rest_.empty()) {
      ok_ = false;
      return 0;
    }
    const auto byte = static_cast<uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  uint64_t Number(unsigned bytes = 8) {
    uint64_t number = 0;
    for (unsigned i = 0; i < bytes; ++i) {
      number |= uint64_t{Byte()} << (8 * i);
    }
    return number;
  }
  Instant Moment() { return static_cast<Instant>(Number()); }
  std::string_view Rest() const { return rest_; }
  bool Ok() const { return ok_; }
  bool AtEnd() const { return ok_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

void AppendMoment(std::string& out, Instant at) {
  AppendLittle(out, static_cast<uint64_t>(at));
}

std::string AdjacencyKey(NodeId near, EdgeKind kind, NodeId far) {
  std::string key = AdjacencyPrefix(near, kind);
  AppendBig(key, far.value);
  return key;
}

}  // namespace

std::string_view Name(Family family) {
  constexpr std::array<std::string_view, 13> kNames = {
      "default",  "ids",     "nodes",    "out",   "in",    "assertions", "node_log",
      "edge_log", "by_time", "evidence", "names", "words", "waiting"};
  return kNames[static_cast<size_t>(family)];
}

std::string EncodeCounters(const Counters& counters) {
  std::string value;
  for (const uint64_t number : {counters.next_node, counters.next_arrival, counters.nodes,
                                counters.edges, counters.assertions}) {
    AppendLittle(value, number);
  }
  return value;
}

std::optional<Counters> DecodeCounters(std::string_view value) {
  ValueReader in(value);
  Counters counters;
  for (uint64_t* number : {&counters.next_node, &counters.next_arrival, &counters.nodes,
                           &counters.edges, &counters.assertions}) {
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
  return key.size() == 8 ? std::optional(ReadBig(key)) : std::nullopt;
}

std::string EncodeNode(const StoredNode& node) {
  std::string value;
  value += static_cast<char>(node.facts.kind);
  value += static_cast<char>((node.facts.first_hand ? kFirstHand : 0) |
                             (node.facts.unnamed ? kUnnamed : 0) | (node.facts.dated ? kDated : 0));
  for (const Instant at :
       {node.facts.date.start, node.facts.date.end, node.earliest, node.latest}) {
    AppendMoment(value, at);
  }
  return value + node.id;
}

std::optional<StoredNode> DecodeNode(std::string_view value) {
  ValueReader in(value);
  StoredNode node;
  node.facts.kind = static_cast<NodeKind>(in.Byte());
  const uint8_t flags = in.Byte();
  node.facts.first_hand = (flags & kFirstHand) != 0;
  node.facts.unnamed = (flags & kUnnamed) != 0;
  node.facts.dated = (flags & kDated) != 0;
  node.facts.date.start = in.Moment();
  node.facts.date.end = in.Moment();
  node.earliest = in.Moment();
  node.latest = in.Moment();
  node.id = in.Rest();
  return in.Ok() ? std::optional(node) : std::nullopt;
}

std::string AdjacencyPrefix(NodeId node) {
  return NumberKey(node.value);
}

std::string AdjacencyPrefix(NodeId node, EdgeKind kind) {
  std::string key = NumberKey(node.value);
  key += static_cast<char>(kind);
  return key;
}

std::string OutKey(const EdgeKey& edge) {
  return AdjacencyKey(edge.from, edge.kind, edge.to);
}
std::string InKey(const EdgeKey& edge) {
  return AdjacencyKey(edge.to, edge.kind, edge.from);
}

std::string EncodeEdge(const StoredEdge& edge) {
  const EdgeFacts& facts = edge.facts;
  std::string value;
  value += static_cast<char>(facts.status);
  value += static_cast<char>(facts.judgement);
  value +=
      static_cast<char>((facts.inherited ? kInherited : 0) | (facts.revision ? kRevision : 0) |
                        (facts.has_claims ? kHasClaims : 0) | (facts.by_person ? kByPerson : 0));
  const auto confidence = std::bit_cast<uint32_t>(facts.confidence);
  for (unsigned i = 0; i < 4; ++i) {
    value += static_cast<char>((confidence >> (8 * i)) & 0xFFU);
  }
  AppendMoment(value, facts.at);
  AppendLittle(value, facts.arrival);
  AppendMoment(value, edge.earliest);
  AppendMoment(value, edge.latest);
  return value;
}

std::optional<StoredEdge> DecodeEdge(std::string_view key, std::string_view value) {
  if (key.size() != 17) {
    return std::nullopt;
  }
  ValueReader in(value);
  StoredEdge edge;
  EdgeFacts& facts = edge.facts;
  facts.kind = static_cast<EdgeKind>(key[8]);
  facts.other = NodeId{ReadBig(key.substr(9))};
  facts.status = static_cast<AssertionStatus>(in.Byte());
  facts.judgement = static_cast<Judgement>(in.Byte());
  const uint8_t flags = in.Byte();
  facts.inherited = (flags & kInherited) != 0;
  facts.revision = (flags & kRevision) != 0;
  facts.has_claims = (flags & kHasClaims) != 0;
  facts.by_person = (flags & kByPerson) != 0;
  facts.confidence = std::bit_cast<float>(static_cast<uint32_t>(in.Number(4)));
  facts.at = in.Moment();
  facts.arrival = in.Number();
  edge.earliest = in.Moment();
  edge.latest = in.Moment();
  return in.AtEnd() ? std::optional(edge) : std::nullopt;
}

std::optional<NodeId> DecodeNear(std::string_view key) {
  return key.size() >= 8 ? std::optional(NodeId{ReadBig(key)}) : std::nullopt;
}

std::string NodeLogKey(NodeId node, uint64_t arrival) {
  return NumberKey(node.value) + NumberKey(arrival);
}

std::string EdgeLogKey(const EdgeKey& edge, uint64_t arrival) {
  return OutKey(edge) + NumberKey(arrival);
}

std::optional<uint64_t> DecodeArrival(std::string_view key) {
  return key.size() >= 8 ? std::optional(ReadBig(key.substr(key.size() - 8))) : std::nullopt;
}

std::string EncodeLog(const LogEntry& entry) {
  std::string value;
  AppendMoment(value, entry.at);
  value += static_cast<char>(entry.by_person ? 1 : 0);
  return value + entry.hash;
}

std::optional<LogEntry> DecodeLog(std::string_view value) {
  ValueReader in(value);
  LogEntry entry;
  entry.at = in.Moment();
  entry.by_person = in.Byte() != 0;
  entry.hash = in.Rest();
  return in.Ok() && entry.hash.size() == 16 ? std::optional(entry) : std::nullopt;
}

std::string TimeKey(Instant at, uint64_t arrival) {
  return NumberKey(~(static_cast<uint64_t>(at) ^ kSignBit)) + NumberKey(~arrival);
}

std::optional<TimeEntry> DecodeTime(std::string_view key) {
  if (key.size() != 16) {
    return std::nullopt;
  }
  return TimeEntry{static_cast<Instant>(~ReadBig(key) ^ kSignBit), ~ReadBig(key.substr(8))};
}

std::string TextPrefix(std::string_view text) {
  std::string key(text);
  key += '\0';
  return key;
}

std::string TextKey(std::string_view text, uint64_t number) {
  return TextPrefix(text) + NumberKey(number);
}

}  // namespace stemma
