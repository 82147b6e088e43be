#include "storage/assertion_blocks.h"

#include <algorithm>
#include <array>

#include "storage/packing.h"

namespace stemma {
namespace {

enum Tag : uint8_t { kEdgeTag, kNodeTag, kRecordTag, kOwnTime = 0x80 };

constexpr uint8_t kAtGiven = 1;
constexpr uint8_t kHasBy = 2;

// Names that most nodes have take one byte; 0 stands for any other. Never change or reuse one.
constexpr std::array<std::string_view, 9> kFieldNames = {"",    "title", "text",  "name",    "date",
                                                         "url", "lang",  "owner", "wikidata"};

void PutField(PackedWriter& out, const Field& field) {
  const auto known = std::find(kFieldNames.begin() + 1, kFieldNames.end(), field.name);
  if (known == kFieldNames.end()) {
    out.Byte(0);
    out.Text(field.name);
  } else {
    out.Byte(static_cast<uint8_t>(known - kFieldNames.begin()));
  }
  out.Text(field.value);
}

Field TakeField(PackedReader& in) {
  Field field;
  const uint8_t known = in.Byte();
  field.name = known == 0 || known >= kFieldNames.size() ? in.Text() : kFieldNames[known];
  field.value = in.Text();
  return field;
}

}  // namespace

bool IsPlain(const NodeAssertion& assertion) {
  return std::all_of(assertion.fields.begin(), assertion.fields.end(),
                     [](const Field& field) { return field.is_text; });
}

Utterance UtteranceOf(const NodeAssertion& assertion) {
  return {assertion.at, assertion.at_given, assertion.by};
}
Utterance UtteranceOf(const EdgeAssertion& assertion) {
  return {assertion.at, assertion.at_given, assertion.by};
}

void AssertionBlockBuilder::Begin(uint64_t arrival, Instant at, uint8_t tag) {
  if (count_ == 0) {
    first_ = last_ = arrival;
  }
  PackedWriter out(body_);
  out.Byte(tag);
  out.Number(arrival - last_);
  last_ = arrival;
  latest_ = std::max(latest_, at);
  ++count_;
}

void AssertionBlockBuilder::BeginPlain(uint64_t arrival, const Utterance& utterance, uint8_t tag) {
  if (!utterance_) {
    utterance_ = utterance;
  }
  if (utterance.at == utterance_->at) {
    Begin(arrival, utterance.at, tag);
    return;
  }
  Begin(arrival, utterance.at, tag | kOwnTime);
  PackedWriter(body_).Number(
      Step(static_cast<uint64_t>(utterance_->at), static_cast<uint64_t>(utterance.at)));
}

void AssertionBlockBuilder::AddPlain(uint64_t arrival, const Utterance& utterance,
                                     const EdgeKey& ends) {
  BeginPlain(arrival, utterance, kEdgeTag);
  PackedWriter out(body_);
  out.Byte(static_cast<uint8_t>(ends.kind));
  out.Number(Step(last_from_, ends.from.value));
  out.Number(Step(ends.from.value, ends.to.value));
  last_from_ = ends.from.value;
}

void AssertionBlockBuilder::AddPlain(uint64_t arrival, const Utterance& utterance, NodeId node,
                                     const NodeAssertion& assertion) {
  BeginPlain(arrival, utterance, kNodeTag);
  PackedWriter out(body_);
  out.Byte(static_cast<uint8_t>(assertion.kind));
  out.Number(Step(last_node_, node.value));
  last_node_ = node.value;
  out.Number(assertion.fields.size());
  for (const Field& field : assertion.fields) {
    PutField(out, field);
  }
}

void AssertionBlockBuilder::AddRecord(uint64_t arrival, Instant at, std::string_view record) {
  Begin(arrival, at, kRecordTag);
  PackedWriter(body_).Text(record);
}

void AssertionBlockBuilder::Add(const PackedAssertion& assertion, const Utterance& utterance,
                                Instant latest) {
  Utterance own = utterance;
  own.at = assertion.at;
  if (const auto* edge = std::get_if<PlainEdge>(&assertion.said)) {
    AddPlain(assertion.arrival, own, edge->ends);
  } else if (const auto* node = std::get_if<PlainNode>(&assertion.said)) {
    NodeAssertion whole;
    whole.kind = node->kind;
    whole.fields = node->fields;
    AddPlain(assertion.arrival, own, node->node, whole);
  } else {
    AddRecord(assertion.arrival, latest, std::get<WholeRecord>(assertion.said).bytes);
  }
}

std::string AssertionBlockBuilder::Take() {
  const Utterance utterance = utterance_.value_or(Utterance());
  std::string value;
  PackedWriter out(value);
  out.Byte(static_cast<uint8_t>((utterance.at_given ? kAtGiven : 0) | (utterance.by ? kHasBy : 0)));
  out.Moment(utterance.at);
  if (utterance.by) {
    out.Text(*utterance.by);
  }
  value += body_;
  *this = AssertionBlockBuilder();
  return value;
}

const PackedAssertion* AssertionBlock::Find(uint64_t arrival) const {
  const auto found = std::lower_bound(
      assertions.begin(), assertions.end(), arrival,
      [](const PackedAssertion& one, uint64_t wanted) { return one.arrival < wanted; });
  return found != assertions.end() && found->arrival == arrival ? &*found : nullptr;
}

std::optional<AssertionBlock> DecodeAssertionBlock(uint64_t first_arrival, std::string_view value) {
  PackedReader in(value);
  AssertionBlock block;
  const uint8_t flags = in.Byte();
  block.utterance.at_given = (flags & kAtGiven) != 0;
  block.utterance.at = in.Moment();
  if ((flags & kHasBy) != 0) {
    block.utterance.by = in.Text();
  }
  uint64_t arrival = first_arrival;
  uint64_t last_from = 0;
  uint64_t last_node = 0;
  while (in.HasMore()) {
    const uint8_t byte = in.Byte();
    const uint8_t tag = byte & static_cast<uint8_t>(~kOwnTime);
    arrival += in.Number();
    PackedAssertion& assertion = block.assertions.emplace_back();
    assertion.arrival = arrival;
    assertion.at = block.utterance.at;
    if ((byte & kOwnTime) != 0) {
      assertion.at =
          static_cast<Instant>(Stepped(static_cast<uint64_t>(assertion.at), in.Number()));
    }
    if (tag == kEdgeTag) {
      PlainEdge edge;
      edge.ends.kind = in.OneOf<EdgeKind>();
      edge.ends.from.value = last_from = Stepped(last_from, in.Number());
      edge.ends.to.value = Stepped(last_from, in.Number());
      assertion.said = edge;
    } else if (tag == kNodeTag) {
      PlainNode node;
      node.kind = in.OneOf<NodeKind>();
      node.node.value = last_node = Stepped(last_node, in.Number());
      const uint64_t fields = in.Number();
      for (uint64_t i = 0; i < fields && in.Ok(); ++i) {
        node.fields.push_back(TakeField(in));
      }
      assertion.said = std::move(node);
    } else {
      assertion.said = WholeRecord{in.Text()};
      if (tag != kRecordTag) {
        return std::nullopt;
      }
    }
  }
  return in.Ok() && !block.assertions.empty() ? std::optional(std::move(block)) : std::nullopt;
}

}  // namespace stemma
