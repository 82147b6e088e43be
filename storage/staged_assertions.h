// The assertions of one import before it is committed: packed as they will be stored, in a
// temporary file once they outgrow a few megabytes, and readable meanwhile. The file is written by
// a thread of its own while the next megabytes come.
//
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "storage/assertion_blocks.h"
#include "storage/assertion_reader.h"
#include "storage/large_pages.h"
#include "storage/spill.h"

namespace stemma {

class StagedAssertions {
 public:
  explicit StagedAssertions(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Arrivals rise.
  Status Add(uint64_t arrival, NodeId node, const NodeAssertion& assertion);
  Status AddBare(uint64_t arrival, const EdgeKey& ends, const Utterance& utterance);
  Status AddWhole(uint64_t arrival, const EdgeAssertion& assertion);

  // The last block is remembered.
  Result<ArrivedAssertion> At(uint64_t arrival, const AssertionReader::IdOf& id_of);

  // Every block with its key, by arrival, without the assertions that were dropped.
  struct Block {
    uint64_t first_arrival = 0;
    Instant latest = 0;
    std::string value;
  };
  Status Each(const std::unordered_set<uint64_t>& dropped,
              const std::function<Status(const Block&)>& visit);

  uint64_t Bytes() const { return tail_begin_ + tail_.size(); }

 private:
  struct Place {
    uint64_t first_arrival = 0;
    uint64_t last_arrival = 0;
    uint64_t offset = 0;
    Instant latest = 0;
    uint32_t size = 0;
  };

  // For a whole record, or a plain one of this utterance.
  Status MakeRoom(const Utterance* utterance = nullptr);
  Status Close();
  Status Spill();
  Status Await();
  Result<std::string> Read(const Place& place);
  Status Load(uint64_t arrival);

  std::filesystem::path folder_;
  AssertionBlockBuilder open_;
  uint64_t last_arrival_ = 0;
  std::vector<Place> places_;
  std::optional<TemporaryFile> file_;  // what does not fit into tail_
  LargeString written_;                // what was in tail_, while it goes to the file
  std::future<Status> writing_;        // to the file, which nobody else looks at meanwhile
  uint64_t tail_begin_ = 0;            // what is in the file, or on its way
  LargeString tail_;
  std::string value_;  // that block_ borrows from
  std::optional<AssertionBlock> block_;
};

}  // namespace stemma
