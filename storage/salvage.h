// Reads what can be read of a damaged database, past what cannot.
//
// Source: docs/reliability.md, "Damage". Thread safety: one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

#include "graph/base/result.h"
#include "storage/assertion_reader.h"
#include "storage/rocks_store.h"
#include "storage/stored_graph.h"

namespace stemma {

class Salvage {
 public:
  // Borrows the store.
  explicit Salvage(const RocksStore& store);

  // Those that can be read, by arrival. Errors are the visitor's.
  Status EachAssertion(const std::function<Status(const ArrivedAssertion&)>& visit);
  // By either of the two families that know it. Corruption.
  Result<std::string> IdOf(NodeId node);

 private:
  // Every block of assertions that can be read, by first arrival.
  Status EachBlock(const std::function<Status(uint64_t, std::string_view)>& visit);
  // The next arrival after `unreadable` at which reading goes on; nothing: at none.
  std::optional<uint64_t> ReadableAfter(uint64_t unreadable) const;

  const RocksStore& store_;
  const RecentEdges none_;
  StoredGraph graph_;
  std::unordered_map<uint64_t, std::string> ids_;  // read when first needed
  bool has_read_ids_ = false;
};

}  // namespace stemma
