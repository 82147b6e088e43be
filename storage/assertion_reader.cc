#include "storage/assertion_reader.h"

#include <algorithm>
#include <utility>

#include "storage/record_codec.h"
#include "storage/rocks_store.h"
#include "storage/stored_graph.h"

namespace stemma {
namespace {

Result<Instant> InstantOf(const PackedAssertion& packed) {
  const auto* record = std::get_if<WholeRecord>(&packed.said);
  if (record == nullptr) {
    return packed.at;
  }
  STEMMA_ASSIGN(const auto decoded, DecodeRecord(record->bytes));
  return std::visit([](const auto& said) { return said.at; }, decoded);
}

}  // namespace

Result<ArrivedAssertion> AssertionReader::Unpack(const PackedAssertion& packed,
                                                 const Utterance& utterance, const IdOf& id_of) {
  if (const auto* plain = std::get_if<PlainEdge>(&packed.said)) {
    ArrivedEdge edge;
    edge.arrival = packed.arrival;
    STEMMA_ASSIGN(edge.assertion.from, id_of(plain->ends.from));
    STEMMA_ASSIGN(edge.assertion.to, id_of(plain->ends.to));
    edge.assertion.kind = plain->ends.kind;
    edge.assertion.at = packed.at;
    edge.assertion.at_given = utterance.at_given;
    edge.assertion.by = utterance.by;
    return ArrivedAssertion(std::move(edge));
  }
  if (const auto* plain = std::get_if<PlainNode>(&packed.said)) {
    ArrivedNode node;
    node.arrival = packed.arrival;
    STEMMA_ASSIGN(node.assertion.id, id_of(plain->node));
    node.assertion.kind = plain->kind;
    node.assertion.fields = plain->fields;
    node.assertion.at = packed.at;
    node.assertion.at_given = utterance.at_given;
    node.assertion.by = utterance.by;
    return ArrivedAssertion(std::move(node));
  }
  STEMMA_ASSIGN(auto record, DecodeRecord(std::get<WholeRecord>(packed.said).bytes));
  if (auto* node = std::get_if<NodeAssertion>(&record)) {
    return ArrivedAssertion(ArrivedNode{packed.arrival, std::move(*node)});
  }
  return ArrivedAssertion(ArrivedEdge{packed.arrival, std::move(std::get<EdgeAssertion>(record))});
}

Status AssertionReader::Load(uint64_t arrival) {
  if (block_ && arrival >= first_arrival_ && arrival <= block_->assertions.back().arrival) {
    return {};
  }
  block_.reset();
  bool is_found = false;
  STEMMA_TRY(entries_.ScanFrom(Family::kAssertions, NumberKey(arrival),
                               [&](std::string_view key, std::string_view value) {
                                 const auto first = DecodeNumberKey(key);
                                 is_found = first && *first <= arrival;
                                 if (is_found) {
                                   first_arrival_ = *first;
                                   value_ = value;
                                 }
                                 return false;
                               }));
  if (!is_found) {
    return Damaged("an assertion is missing");
  }
  block_ = DecodeAssertionBlock(first_arrival_, value_);
  return block_ ? Status() : Status(Damaged("a block of assertions cannot be read"));
}

Result<ArrivedAssertion> AssertionReader::At(uint64_t arrival) {
  STEMMA_TRY(Load(arrival));
  const PackedAssertion* found = block_->Find(arrival);
  return found == nullptr ? Damaged("an assertion is missing")
                          : Unpack(*found, block_->utterance, id_of_);
}

Result<ArrivedNode> AssertionReader::NodeAt(uint64_t arrival) {
  STEMMA_ASSIGN(auto assertion, At(arrival));
  if (auto* node = std::get_if<ArrivedNode>(&assertion)) {
    return std::move(*node);
  }
  return Damaged("a node's history names an edge");
}

Result<ArrivedEdge> AssertionReader::EdgeAt(uint64_t arrival) {
  STEMMA_ASSIGN(auto assertion, At(arrival));
  if (auto* edge = std::get_if<ArrivedEdge>(&assertion)) {
    return std::move(*edge);
  }
  return Damaged("an edge's history names a node");
}

Result<std::vector<AssertionReader::Moment>> AssertionReader::MomentsIn(uint64_t first_arrival) {
  STEMMA_TRY(Load(first_arrival));
  std::vector<Moment> moments;
  for (const PackedAssertion& one : block_->assertions) {
    STEMMA_ASSIGN(const Instant at, InstantOf(one));
    moments.push_back({at, one.arrival});
  }
  return moments;
}

Status AssertionReader::ScanPacked(
    uint64_t first,
    const std::function<Result<bool>(const PackedAssertion&, const Utterance&)>& visit) {
  Status status;
  STEMMA_TRY(entries_.ScanFrom(
      Family::kAssertions, NumberKey(first), [&](std::string_view key, std::string_view value) {
        const auto begin = DecodeNumberKey(key);
        const auto block = begin ? DecodeAssertionBlock(*begin, value) : std::nullopt;
        if (!block) {
          status = Damaged("a block of assertions cannot be read");
          return false;
        }
        for (const PackedAssertion& one : block->assertions) {
          if (one.arrival < first) {
            continue;
          }
          auto go_on = visit(one, block->utterance);
          if (!go_on.has_value()) {
            status = tl::unexpected<Error>(std::move(go_on).error());
          }
          if (!go_on.has_value() || !*go_on) {
            return false;
          }
        }
        return true;
      }));
  return status;
}

Status AssertionReader::Scan(uint64_t first,
                             const std::function<Result<bool>(ArrivedAssertion)>& visit) {
  return ScanPacked(first,
                    [&](const PackedAssertion& one, const Utterance& utterance) -> Result<bool> {
                      STEMMA_ASSIGN(ArrivedAssertion assertion, Unpack(one, utterance, id_of_));
                      return visit(std::move(assertion));
                    });
}

}  // namespace stemma
