#include "storage/node_blocks.h"

#include <algorithm>

#include "storage/packing.h"

namespace stemma {
namespace {

constexpr uint8_t kFirstHand = 1;
constexpr uint8_t kUnnamed = 2;
constexpr uint8_t kDated = 4;
constexpr uint8_t kHasHistory = 8;
constexpr uint8_t kHasTimes = 16;  // `earliest` and `latest` differ from the node before

constexpr uint64_t kDayMicroseconds = uint64_t{24} * 60 * 60 * 1'000'000;

// Most dates are days: their microseconds end in eleven digits that say nothing.
void PutSpan(PackedWriter& out, uint64_t step) {
  const auto span = static_cast<uint64_t>(step);
  if (span % kDayMicroseconds == 0) {
    out.Number(span / kDayMicroseconds << 1U);
  } else {
    out.Byte(1);
    out.Number(span);
  }
}

uint64_t TakeSpan(PackedReader& in) {
  const uint64_t number = in.Number();
  return number == 1 ? in.Number() : (number >> 1U) * kDayMicroseconds;
}

// A signed difference in two parts, so that whole days stay whole days.
void PutStep(PackedWriter& out, uint64_t from, uint64_t to) {
  const bool is_back = static_cast<int64_t>(to - from) < 0;
  out.Byte(is_back ? 1 : 0);
  PutSpan(out, is_back ? from - to : to - from);
}

uint64_t TakeStep(PackedReader& in, uint64_t from) {
  const bool is_back = in.Byte() != 0;
  const uint64_t span = TakeSpan(in);
  return is_back ? from - span : from + span;
}

size_t SharedPrefix(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(
      a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  return static_cast<size_t>(end - a.begin());
}

}  // namespace

std::string EncodeNodeBlock(uint64_t block, const NodeBlock& nodes) {
  std::string value;
  PackedWriter out(value);
  uint64_t number = block * kBlockNodes;
  const StoredNode nothing;
  const StoredNode* last = &nothing;
  uint64_t last_start = 0;
  for (const auto& [node, stored] : nodes) {
    const bool has_times = stored.earliest != last->earliest || stored.latest != last->latest;
    out.Byte(static_cast<uint8_t>(node - number));
    number = node;
    out.Byte(static_cast<uint8_t>(stored.facts.kind));
    out.Byte(static_cast<uint8_t>(
        (stored.facts.first_hand ? kFirstHand : 0) | (stored.facts.unnamed ? kUnnamed : 0) |
        (stored.facts.dated ? kDated : 0) | (stored.has_history ? kHasHistory : 0) |
        (has_times ? kHasTimes : 0)));
    if (stored.facts.dated) {
      const auto start = static_cast<uint64_t>(stored.facts.date.start);
      PutStep(out, last_start, start);
      PutSpan(out, static_cast<uint64_t>(stored.facts.date.end) - start);
      last_start = start;
    }
    if (has_times) {
      out.Moment(stored.earliest);
      out.Number(static_cast<uint64_t>(stored.latest) - static_cast<uint64_t>(stored.earliest));
    }
    out.Number(Step(last->arrival, stored.arrival));
    const size_t shared = SharedPrefix(last->id, stored.id);
    out.Number(shared);
    out.Text(std::string_view(stored.id).substr(shared));
    last = &stored;
  }
  return value;
}

std::optional<NodeBlock> DecodeNodeBlock(uint64_t block, std::string_view value) {
  PackedReader in(value);
  NodeBlock nodes;
  uint64_t number = block * kBlockNodes;
  uint64_t last_start = 0;
  StoredNode stored;
  while (in.HasMore()) {
    number += in.Byte();
    stored.facts = NodeFacts();
    stored.facts.kind = in.OneOf<NodeKind>();
    const uint8_t flags = in.Byte();
    stored.facts.first_hand = (flags & kFirstHand) != 0;
    stored.facts.unnamed = (flags & kUnnamed) != 0;
    stored.facts.dated = (flags & kDated) != 0;
    stored.has_history = (flags & kHasHistory) != 0;
    if (stored.facts.dated) {
      last_start = TakeStep(in, last_start);
      stored.facts.date.start = static_cast<Instant>(last_start);
      stored.facts.date.end = static_cast<Instant>(last_start + TakeSpan(in));
    }
    if ((flags & kHasTimes) != 0) {
      stored.earliest = in.Moment();
      stored.latest = static_cast<Instant>(static_cast<uint64_t>(stored.earliest) + in.Number());
    }
    stored.arrival = Stepped(stored.arrival, in.Number());
    const uint64_t shared = in.Number();
    const std::string_view rest = in.Text();
    if (!in.Ok() || shared > stored.id.size() || number / kBlockNodes != block) {
      return std::nullopt;
    }
    stored.id.resize(shared);
    stored.id += rest;
    nodes.emplace_hint(nodes.end(), number, stored);
  }
  return in.Ok() ? std::optional(std::move(nodes)) : std::nullopt;
}

}  // namespace stemma
