// How often a test that tries at random tries: a few times, or as the environment says.
#pragma once

#include <cstdlib>

namespace stemma::testing {

inline int HowOften(const char* variable, int usually) {
  const char* given = std::getenv(variable);
  return given == nullptr ? usually : std::atoi(given);
}

}  // namespace stemma::testing
