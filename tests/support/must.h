// Results in tests: the value, or an exception that ends the test with the error's message.
#pragma once

#include <stdexcept>
#include <utility>

#include "graph/base/result.h"

namespace stemma::testing {

template <class T>
T Must(Result<T> result) {
  if (!result.has_value()) {
    throw std::runtime_error(result.error().message);
  }
  return *std::move(result);
}

inline void Must(const Status& status) {
  if (!status.has_value()) {
    throw std::runtime_error(status.error().message);
  }
}

}  // namespace stemma::testing
