// Assertions packed by the order of their arrival: the entries of kAssertions.
//
// Most lines of a large import say nothing but kind and ends, or a node's texts, and share who said
// so and when: those are some bytes each. Whatever says more is kept whole, as a record of its own
// (record_codec). Ids of plain edges are numbers here: who reads them back must ask for the ids.
//
// Source: docs/key-format.md, "A block of assertions". Thread safety: pure functions.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/model/assertion.h"
#include "graph/model/facts.h"

namespace stemma {

inline constexpr size_t kBlockAssertionsMax = 256;
inline constexpr size_t kBlockBytesMax = size_t{16} << 10;

// Who said a plain assertion and when. Those of one block have it in common, but for the time,
// which may be another one each.
struct Utterance {
  Instant at = 0;
  bool at_given = false;
  std::optional<std::string> by;
  friend bool operator==(const Utterance&, const Utterance&) = default;
};

struct PlainEdge {
  EdgeKey ends;
};
struct PlainNode {
  NodeId node;
  NodeKind kind = NodeKind::kArticle;
  std::vector<Field> fields;  // texts all
};
// A whole record: DecodeRecord reads it.
struct WholeRecord {
  std::string_view bytes;
};
struct PackedAssertion {
  uint64_t arrival = 0;
  Instant at = 0;  // of a plain one; a record has its own
  std::variant<PlainEdge, PlainNode, WholeRecord> said;
};

// Whether an assertion says nothing that the packed form has no place for; of an edge that is
// IsBare.
bool IsPlain(const NodeAssertion& assertion);
Utterance UtteranceOf(const NodeAssertion& assertion);
Utterance UtteranceOf(const EdgeAssertion& assertion);

// Collects one block. Arrivals rise.
class AssertionBlockBuilder {
 public:
  bool IsEmpty() const { return count_ == 0; }
  // A full block takes no more.
  bool IsFull() const { return count_ >= kBlockAssertionsMax || body_.size() >= kBlockBytesMax; }
  // Whether a plain assertion with this utterance may go into this block.
  bool Fits(const Utterance& utterance) const {
    return !utterance_ ||
           (utterance_->at_given == utterance.at_given && utterance_->by == utterance.by);
  }

  // Plain ones: Fits() their utterance.
  void AddPlain(uint64_t arrival, const Utterance& utterance, const EdgeKey& ends);
  void AddPlain(uint64_t arrival, const Utterance& utterance, NodeId node,
                const NodeAssertion& assertion);
  void AddRecord(uint64_t arrival, Instant at, std::string_view record);
  // One that was taken out of another block, with its utterance and the block's latest `at`.
  void Add(const PackedAssertion& assertion, const Utterance& utterance, Instant latest);

  uint64_t FirstArrival() const { return first_; }
  Instant Latest() const { return latest_; }
  // The value; empty afterwards.
  std::string Take();

 private:
  void Begin(uint64_t arrival, Instant at, uint8_t tag);
  void BeginPlain(uint64_t arrival, const Utterance& utterance, uint8_t tag);

  std::optional<Utterance> utterance_;
  std::string body_;
  size_t count_ = 0;
  uint64_t first_ = 0;
  uint64_t last_ = 0;
  uint64_t last_from_ = 0;
  uint64_t last_node_ = 0;
  Instant latest_ = kDistantPast;
};

struct AssertionBlock {
  Utterance utterance;
  std::vector<PackedAssertion> assertions;  // by arrival

  // Null when there is none.
  const PackedAssertion* Find(uint64_t arrival) const;
};
// Borrows from `value`. Nothing when the bytes cannot be a block with this first arrival.
std::optional<AssertionBlock> DecodeAssertionBlock(uint64_t first_arrival, std::string_view value);

}  // namespace stemma
