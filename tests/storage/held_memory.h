// What a process holds, and how much of it are blocks of the database.
#pragma once

#include <cstdint>

#include "storage/cached_blocks.h"
#include "support/process_usage.h"

namespace stemma::testing {

struct Held {
  ProcessUsage process;
  uint64_t cached_kib = 0;  // of its resident ones

  uint64_t BesideCacheKib() const { return process.resident_kib - cached_kib; }
};

inline Held HeldNow() {
  return {UsageNow(), BlockCache()->GetUsage() / 1024};
}

}  // namespace stemma::testing
