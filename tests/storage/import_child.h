// Starts the program that imports into a store and ends as it is told
// (tests/child/import_child.cc).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "support/child_process.h"

namespace stemma::testing {

// Budgets for what one import stages in memory: never enough, or always.
inline constexpr size_t kByFiles = 8000;
inline constexpr size_t kInMemory = size_t{64} << 20;

// `count` works from number `first`; `end` is "close", "crash" or "wait".
inline ChildProcess ImportInChild(const std::filesystem::path& store, size_t staging,
                                  uint64_t first, uint64_t count, const std::string& end) {
  return ChildProcess({STEMMA_IMPORT_CHILD, store.string(), std::to_string(staging),
                       std::to_string(first), std::to_string(count), end});
}

}  // namespace stemma::testing
