// Options that count something: CLI11 takes "-1" for the largest number there is.
#pragma once

#include <cstdint>
#include <limits>

#include "graph/base/result.h"

namespace CLI {
class Option;
}

namespace stemma {

// Gives the option the type name N, and refuses what is not written in digits alone, or
// has more than 64 bits.
CLI::Option* WholeNumber(CLI::Option* option);

// What to look for to know whether there are more than `limit`; the largest number stays itself.
inline uint64_t OneMoreThan(uint64_t limit) {
  return limit + (limit < std::numeric_limits<uint64_t>::max() ? 1 : 0);
}

// InvalidInput when --limit is 0: a list of nothing is no answer.
Status RequireLimit(uint64_t limit);

}  // namespace stemma
