// Walks what was said, sorted, beside what is stored, in the same order: what only one of them has
// is found without a look-up.
//
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/base/result.h"
#include "storage/import_state.h"
#include "storage/spill.h"

namespace stemma {

// Consecutive numbers that `key_of` takes for the same, with what differs in them.
template <class Key>
class Groups {
 public:
  Groups(NumberSorter& numbers, Key (*key_of)(Number128)) : numbers_(numbers), key_of_(key_of) {}

  Status Begin() {
    STEMMA_TRY(numbers_.Sort());
    return Advance();
  }
  // The next group: false at the end.
  Result<bool> Next(Key& key, std::vector<uint64_t>& arrivals) {
    arrivals.clear();
    if (!has_next_) {
      return false;
    }
    key = key_of_(next_);
    while (has_next_ && key_of_(next_) == key) {
      arrivals.push_back(ArrivalOf(next_));
      STEMMA_TRY(Advance());
    }
    return true;
  }

 private:
  Status Advance() {
    STEMMA_ASSIGN(has_next_, numbers_.Next(next_));
    return {};
  }

  NumberSorter& numbers_;
  Key (*key_of_)(Number128);
  Number128 next_;
  bool has_next_ = false;
};

// Walks groups beside stored entries that rise alike: what only one of them has is told.
template <class Key>
class SideBySide {
 public:
  SideBySide(NumberSorter& numbers, Key (*key_of)(Number128)) : groups_(numbers, key_of) {}

  Status Begin() {
    STEMMA_TRY(groups_.Begin());
    return Advance();
  }
  // The arrivals of a stored entry, or null; `only_said` is called for groups before it.
  template <class OnlySaid>
  Result<const std::vector<uint64_t>*> At(const Key& key, OnlySaid only_said) {
    while (has_group_ && key_ < key) {
      only_said(key_);
      STEMMA_TRY(Advance());
    }
    if (!has_group_ || key_ != key) {
      return nullptr;
    }
    taken_ = arrivals_;
    STEMMA_TRY(Advance());
    return &taken_;
  }
  template <class OnlySaid>
  Status End(OnlySaid only_said) {
    while (has_group_) {
      only_said(key_);
      STEMMA_TRY(Advance());
    }
    return {};
  }

 private:
  Status Advance() {
    STEMMA_ASSIGN(has_group_, groups_.Next(key_, arrivals_));
    return {};
  }

  Groups<Key> groups_;
  Key key_{};
  std::vector<uint64_t> arrivals_;
  std::vector<uint64_t> taken_;
  bool has_group_ = false;
};

}  // namespace stemma
