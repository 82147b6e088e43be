#include "storage/commit_tree.h"

#include <utility>
#include <variant>

#include "graph/model/json_line.h"

namespace stemma {

std::string LineOf(const ArrivedAssertion& assertion) {
  std::string line;
  std::visit([&](const auto& one) { AppendJsonLine(one.assertion, /*with_at=*/true, line); },
             assertion);
  return line;
}

Hash256 LeafOf(const ArrivedAssertion& assertion) {
  return LeafHash(LineOf(assertion));
}

Result<MerkleTree> TreeOf(AssertionReader& reader, uint64_t first, uint64_t end,
                          const RedactedByArrival& redacted, const std::set<uint64_t>& followed) {
  MerkleTree tree;
  STEMMA_TRY(reader.Scan(first, [&](const ArrivedAssertion& assertion) -> Result<bool> {
    const uint64_t arrival = std::visit([](const auto& one) { return one.arrival; }, assertion);
    if (arrival < end) {
      const auto kept = redacted.find(arrival);
      tree.Add(kept == redacted.end() ? LeafOf(assertion) : kept->second.leaf,
               followed.contains(arrival));
    }
    return arrival < end;
  }));
  return tree;
}

}  // namespace stemma
