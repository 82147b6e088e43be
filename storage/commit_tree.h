// The Merkle tree over assertions that are stored, or staged to be.
//
// Source: storage/commit_log.h. Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "graph/base/result.h"
#include "storage/assertion_reader.h"
#include "storage/merkle_tree.h"
#include "storage/redacted_lines.h"

namespace stemma {

// As export jsonl writes it, and the leaf that it is.
std::string LineOf(const ArrivedAssertion& assertion);
Hash256 LeafOf(const ArrivedAssertion& assertion);

// Of those that arrived from `first` on and before `end`, as they were said: of one in `redacted`
// what the log keeps. Follows those in `followed`. O(n), about 1 us each. Corruption.
Result<MerkleTree> TreeOf(AssertionReader& reader, uint64_t first, uint64_t end,
                          const RedactedByArrival& redacted,
                          const std::set<uint64_t>& followed = {});

}  // namespace stemma
