// Options that count something: CLI11 takes "-1" for the largest number there is.
#pragma once

#include <cstdint>

#include "graph/base/result.h"

namespace CLI {
class Option;
}

namespace stemma {

// Gives the option the type name N, and refuses what is not written in digits alone.
CLI::Option* WholeNumber(CLI::Option* option);

// InvalidInput when --limit is 0: a list of nothing is no answer.
Status RequireLimit(uint64_t limit);

}  // namespace stemma
