#include "storage/salvage.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "storage/import_state.h"

namespace stemma {
namespace {

constexpr uint64_t kStepMax = 1024;

}  // namespace

Salvage::Salvage(const RocksStore& store) : store_(store), graph_(store, none_) {
}

std::optional<uint64_t> Salvage::ReadableAfter(uint64_t unreadable) const {
  const auto is_readable = [this](uint64_t arrival) {
    return store_
        .ScanFrom(Family::kAssertions, NumberKey(arrival),
                  [](std::string_view, std::string_view) { return false; })
        .has_value();
  };
  const auto counters = graph_.ReadCounters();
  const bool is_end_known = counters.has_value() && counters->next_arrival > 0;
  const uint64_t end = is_end_known ? counters->next_arrival : kNumberMax;
  // Short enough to meet what can be read between two places that cannot.
  const uint64_t step_max = is_end_known ? kStepMax : kNumberMax;
  uint64_t low = unreadable;
  uint64_t high = low;
  for (uint64_t step = 1; low < end; step = std::min(2 * step, step_max)) {
    high = std::min(low + step, end);
    if (is_readable(high)) {
      break;
    }
    low = high;
  }
  if (low >= end) {
    return std::nullopt;
  }
  while (high - low > 1) {
    const uint64_t middle = low + (high - low) / 2;
    (is_readable(middle) ? high : low) = middle;
  }
  return high;
}

Status Salvage::EachBlock(const std::function<Status(uint64_t, std::string_view)>& visit) {
  uint64_t from = 0;
  std::optional<uint64_t> last;
  Status visited;
  for (;;) {
    const Status scanned = store_.ScanFrom(Family::kAssertions, NumberKey(from),
                                           [&](std::string_view key, std::string_view value) {
                                             const auto first = DecodeNumberKey(key);
                                             if (first && (!last || *first > *last)) {
                                               last = first;
                                               visited = visit(*first, value);
                                             }
                                             return visited.has_value();
                                           });
    if (scanned.has_value() || !visited.has_value()) {
      return visited;
    }
    const auto next = ReadableAfter(std::max(from, last.value_or(0)));
    if (!next) {
      return {};
    }
    from = *next;
  }
}

Status Salvage::EachAssertion(const std::function<Status(const ArrivedAssertion&)>& visit) {
  const auto id_of = [this](NodeId node) { return IdOf(node); };
  return EachBlock([&](uint64_t first_arrival, std::string_view value) -> Status {
    const auto block = DecodeAssertionBlock(first_arrival, value);
    if (!block) {
      return {};
    }
    for (const PackedAssertion& packed : block->assertions) {
      const auto assertion = AssertionReader::Unpack(packed, block->utterance, id_of);
      if (assertion.has_value()) {
        STEMMA_TRY(visit(*assertion));
      }
    }
    return {};
  });
}

Result<std::string> Salvage::IdOf(NodeId node) {
  auto stored = graph_.Stored(node);
  if (stored.has_value()) {
    return std::move(stored->id);
  }
  if (!std::exchange(has_read_ids_, true)) {
    // As far as it goes: what is behind damage is missing.
    static_cast<void>(
        store_.Scan(Family::kIds, "", [this](std::string_view key, std::string_view value) {
          if (const auto entry = DecodeId(value)) {
            ids_.emplace(entry->node.value, key);
          }
          return true;
        }));
  }
  const auto found = ids_.find(node.value);
  return found == ids_.end() ? Result<std::string>(Damaged("an id is missing"))
                             : Result<std::string>(found->second);
}

}  // namespace stemma
