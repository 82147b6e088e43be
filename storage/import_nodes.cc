#include "storage/import_nodes.h"

#include <cstring>

#include <xxhash.h>

namespace stemma {
namespace {

constexpr size_t kSlotsMin = 1024;
constexpr uint64_t kPlaceBits = 32;

}  // namespace

std::string_view ImportNodes::IdOf(const ImportNode& node) const {
  if (node.id_size <= node.id_bytes.size()) {
    return {node.id_bytes.data(), node.id_size};
  }
  uint64_t begin = 0;
  std::memcpy(&begin, node.id_bytes.data(), sizeof begin);
  return std::string_view(long_ids_).substr(begin, node.id_size);
}

ImportNode& ImportNodes::Append(std::string_view id) {
  if (count_ < kSmallChunk) {
    small_.reserve(kSmallChunk);  // references to them last
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
    const uint64_t begin = long_ids_.size();
    std::memcpy(node.id_bytes.data(), &begin, sizeof begin);
    long_ids_ += id;
  }
  return node;
}

void ImportNodes::Grow() {
  const LargeArray<uint64_t> old = std::move(slots_);
  slots_ = LargeArray<uint64_t>(std::max(kSlotsMin, old.size() * 2));
  const size_t mask = slots_.size() - 1;
  for (size_t i = 0; i < old.size(); ++i) {
    const uint64_t slot = old[i];
    if (slot == 0) {
      continue;
    }
    // Only half of the hash is kept; where that is too little to place it, it is made again.
    const std::string_view id = IdOf(At(static_cast<uint32_t>(slot) - 1));
    size_t at = XXH3_64bits(id.data(), id.size()) & mask;
    while (slots_[at] != 0) {
      at = (at + 1) & mask;
    }
    slots_[at] = slot;
  }
}

void ImportNodes::Expect(std::string_view id) {
  if (slots_.size() == 0) {
    return;
  }
  const size_t mask = slots_.size() - 1;
  uint64_t& turn = expected_[next_expected_++ % expected_.size()];
  const uint64_t slot = slots_[turn & mask];
  if (slot != 0) {
    __builtin_prefetch(&At(static_cast<uint32_t>(slot) - 1));
  }
  turn = XXH3_64bits(id.data(), id.size());
  __builtin_prefetch(&slots_[turn & mask]);
}

Result<ImportNode*> ImportNodes::Of(std::string_view id) {
  if ((uint64_t{count_} + 1) * 3 > slots_.size() * 2) {
    Grow();
  }
  const uint64_t hash = XXH3_64bits(id.data(), id.size());
  const uint64_t tag = hash >> kPlaceBits << kPlaceBits;
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    if ((slots_[at] >> kPlaceBits << kPlaceBits) == tag) {
      ImportNode& node = At(static_cast<uint32_t>(slots_[at]) - 1);
      if (IdOf(node) == id) {
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

const ImportNode* ImportNodes::Numbered(NodeId node) const {
  if (node.value >= first_new_) {
    const uint64_t i = node.value - first_new_;
    return i < new_places_.size() ? &At(new_places_[i]) : nullptr;
  }
  const auto found = stored_.find(node.value);
  return found == stored_.end() ? nullptr : &At(found->second);
}

}  // namespace stemma
