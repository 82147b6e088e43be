// Brings together all that an import says of each edge with what is stored of it.
//
// Edges come sorted, so that one pass over them, the packed blocks and the recent entries decides
// each: which assertions are new, which of all decides, and what the edge then is.
// Source: docs/architecture.md. Thread safety: one thread each.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "storage/import_state.h"
#include "storage/rocks_store.h"

namespace stemma {

class EdgeMerge {
 public:
  // Histories go to `writer`. Borrows all.
  EdgeMerge(ImportState& state, EntryWriter& writer) : state_(state), writer_(writer) {}

  // What is stored of an edge; asked with rising ends.
  using Stored = std::function<Result<std::optional<StoredEdge>>(const EdgeKey&)>;
  // The new state of an edge that changed, or is new. With rising ends.
  using Changed = std::function<Status(const Adjacency&, const StoredEdge&)>;

  // Counts in the state's receipt and counters; notes the assertions that were known already in
  // `dropped`. Spends state.out.
  Status Run(const Stored& stored, const Changed& changed);

 private:
  Status EndGroup(const Stored& stored, const Changed& changed);
  Result<std::optional<StoredEdge>> Combine(const EdgeKey& edge,
                                            const std::optional<StoredEdge>& before);
  StoredEdge Only(uint64_t arrival) const;

  ImportState& state_;
  EntryWriter& writer_;
  Adjacency ends_;
  std::vector<uint64_t> arrivals_;  // of the edge at hand, rising
};

}  // namespace stemma
