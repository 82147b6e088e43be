// The seed of a property test: printed when it fails, and given back by STEMMA_SEED to repeat it.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>

namespace stemma::testing {

inline uint64_t Seed() {
  const char* given = std::getenv("STEMMA_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
}

}  // namespace stemma::testing
