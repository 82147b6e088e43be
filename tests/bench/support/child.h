// A whole process, timed: how long it took and how much memory it ever had.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stemma::bench {

struct ChildRun {
  double seconds = 0;
  uint64_t peak_bytes = 0;  // resident
};

// Standard output is thrown away. Throws when it does not exit with 0. Call it before this process
// has grown: the kernel counts what a child shared with us before it became another program.
ChildRun RunChild(const std::vector<std::string>& command);

}  // namespace stemma::bench
