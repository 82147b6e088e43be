// Reads assertions back out of their blocks, with the ids that plain ones leave out.
//
// Source: docs/key-format.md. Thread safety: one thread; it remembers the last block.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"
#include "storage/assertion_blocks.h"

namespace stemma {

class RocksStore;

using ArrivedAssertion = std::variant<ArrivedNode, ArrivedEdge>;

class AssertionReader {
 public:
  using IdOf = std::function<Result<std::string>(NodeId)>;
  // Borrows `entries`. `id_of` is asked for the ends of plain edges and for plain nodes.
  AssertionReader(const RocksStore& entries, IdOf id_of)
      : entries_(entries), id_of_(std::move(id_of)) {}

  // Corruption when it is not there, or is one of the other sort.
  Result<ArrivedAssertion> At(uint64_t arrival);
  Result<ArrivedNode> NodeAt(uint64_t arrival);
  Result<ArrivedEdge> EdgeAt(uint64_t arrival);
  // Of every assertion in the block that begins at `first_arrival`: its `at` and its arrival.
  struct Moment {
    Instant at = 0;
    uint64_t arrival = 0;
  };
  Result<std::vector<Moment>> MomentsIn(uint64_t first_arrival);
  // Those that arrived from `first` on, by arrival, until the callback returns false.
  Status Scan(uint64_t first, const std::function<Result<bool>(ArrivedAssertion)>& visit);
  // The same as they are packed; the views live for the call.
  Status ScanPacked(
      uint64_t first,
      const std::function<Result<bool>(const PackedAssertion&, const Utterance&)>& visit);

  // One assertion of a block.
  static Result<ArrivedAssertion> Unpack(const PackedAssertion& packed, const Utterance& utterance,
                                         const IdOf& id_of);

 private:
  Status Load(uint64_t arrival);

  const RocksStore& entries_;
  IdOf id_of_;
  std::string value_;                    // that block_ borrows from
  std::optional<AssertionBlock> block_;  // the last one read
  uint64_t first_arrival_ = 0;
};

}  // namespace stemma
