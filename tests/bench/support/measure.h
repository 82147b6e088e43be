// Wall time and medians: on a shared machine a median says more than a mean.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

namespace stemma::bench {

class Stopwatch {
 public:
  double Seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

inline double Median(std::vector<double> values) {
  if (values.empty()) {
    return 0;
  }
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

template <class Run>
double SecondsOf(const Run& run) {
  const Stopwatch watch;
  run();
  return watch.Seconds();
}

// The same numbers from the same seed on every machine, which std's distributions do not promise.
// Source: Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators" (SplitMix64).
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    uint64_t bits = state_;
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
    return bits ^ (bits >> 31U);
  }
  // Below `limit`, which is at most 2^32.
  uint64_t Below(uint64_t limit) { return ((Next() >> 32U) * limit) >> 32U; }
  bool Happens(double probability) {
    return static_cast<double>(Next() >> 11U) * 0x1p-53 < probability;
  }

 private:
  uint64_t state_;
};

}  // namespace stemma::bench
