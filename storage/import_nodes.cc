#include "storage/import_nodes.h"

#include <algorithm>
#include <bit>

#include <xxhash.h>

namespace stemma {
namespace {

constexpr size_t kSlotsMin = 1024;
constexpr uint64_t kPlaceBits = 32;
// As many as the first level of a processor's cache has room for, slots and nodes.
constexpr size_t kLookUpAtOnce = 128;

uint64_t HashOf(std::string_view id) {
  return XXH3_64bits(id.data(), id.size());
}

}  // namespace

// Long ids never move: nodes point to them.
const char* ImportNodes::KeepLong(std::string_view id) {
  if (long_ids_left_ < id.size()) {
    long_ids_.push_back(std::make_unique<char[]>(kLongIdsChunk));
    long_ids_left_ = kLongIdsChunk;
  }
  char* place = long_ids_.back().get() + (kLongIdsChunk - long_ids_left_);
  std::memcpy(place, id.data(), id.size());
  long_ids_left_ -= id.size();
  return place;
}

ImportNode& ImportNodes::Append(std::string_view id) {
  if (count_ < kSmallChunk) {
    small_.reserve(kSmallChunk);  // pointers to them last
    small_.emplace_back();
  } else if ((count_ - kSmallChunk) % kChunk == 0) {
    chunks_.emplace_back(kChunk);
  }
  ImportNode& node = At(count_++);
  node = ImportNode();
  node.id_size = static_cast<uint16_t>(id.size());
  if (id.size() <= node.id_bytes.size()) {
    std::memcpy(node.id_bytes.data(), id.data(), id.size());
  } else {
    const char* bytes = KeepLong(id);
    std::memcpy(node.id_bytes.data(), &bytes, sizeof bytes);
  }
  return node;
}

// Keeps a third of the slots free.
void ImportNodes::MakeRoom(size_t more) {
  if ((uint64_t{count_} + more) * 3 <= slots_.size() * 2) {
    return;
  }
  const LargeArray<uint64_t> old = std::move(slots_);
  slots_ = LargeArray<uint64_t>(std::max(kSlotsMin, old.size() * 2));
  slot_shift_ = 64U - static_cast<unsigned>(std::countr_zero(slots_.size()));
  const size_t mask = slots_.size() - 1;
  for (size_t i = 0; i < old.size(); ++i) {
    const uint64_t slot = old[i];
    if (slot != 0) {
      size_t at = SlotOf(slot >> kPlaceBits << kPlaceBits);
      while (slots_[at] != 0) {
        at = (at + 1) & mask;
      }
      slots_[at] = slot;
    }
  }
}

Result<ImportNode*> ImportNodes::Find(std::string_view id, uint64_t hash) {
  const uint64_t tag = hash >> kPlaceBits << kPlaceBits;
  const size_t mask = slots_.size() - 1;
  size_t at = SlotOf(hash);
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    if ((slots_[at] >> kPlaceBits << kPlaceBits) == tag) {
      ImportNode& node = At(static_cast<uint32_t>(slots_[at]) - 1);
      if (node.Id() == id) {
        return &node;
      }
    }
  }
  std::optional<StoredGraph::Identity> stored;
  if (!is_empty_) {
    STEMMA_ASSIGN(stored, graph_.Identify(id));
  }
  const uint32_t place = count_;
  ImportNode& node = Append(id);
  slots_[at] = tag | (place + 1);
  if (stored) {
    node.node = stored->node;
    node.kind = static_cast<uint8_t>(stored->kind);
    stored_.emplace(node.node.value, place);
  } else {
    node.node = NodeId{next_node_++};
    node.is_new = true;
    new_places_.push_back(place);
  }
  return &node;
}

Result<ImportNode*> ImportNodes::Of(std::string_view id) {
  const std::lock_guard lock(mutex_);
  MakeRoom(1);
  return Find(id, HashOf(id));
}

Status ImportNodes::LookUp(std::span<Lookup> ids) {
  const std::lock_guard lock(mutex_);
  std::array<uint64_t, kLookUpAtOnce> hashes{};
  while (!ids.empty()) {
    const size_t count = std::min(ids.size(), kLookUpAtOnce);
    MakeRoom(count);
    for (size_t i = 0; i < count; ++i) {
      hashes[i] = HashOf(ids[i].id);
      __builtin_prefetch(&slots_[SlotOf(hashes[i])]);
    }
    for (size_t i = 0; i < count; ++i) {
      if (const uint64_t slot = slots_[SlotOf(hashes[i])]; slot != 0) {
        __builtin_prefetch(&At(static_cast<uint32_t>(slot) - 1));
      }
    }
    for (size_t i = 0; i < count; ++i) {
      if (i >= 2 && ids[i].id == ids[i - 2].id) {  // edges that leave one node stand together
        ids[i].node = ids[i - 2].node;
      } else if (ids[i].id.size() <= kIdBytesMax) {
        STEMMA_ASSIGN(ids[i].node, Find(ids[i].id, hashes[i]));
      }
    }
    ids = ids.subspan(count);
  }
  return {};
}

const ImportNode* ImportNodes::Numbered(NodeId node) const {
  const std::lock_guard lock(mutex_);
  if (node.value >= first_new_) {
    const uint64_t i = node.value - first_new_;
    return i < new_places_.size() ? &At(new_places_[i]) : nullptr;
  }
  const auto found = stored_.find(node.value);
  return found == stored_.end() ? nullptr : &At(found->second);
}

}  // namespace stemma
