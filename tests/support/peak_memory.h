// The most memory that this process has in use at a time, from when it is asked to look.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>

namespace stemma::testing {

class PeakMemory {
 public:
  PeakMemory() {
    std::ofstream("/proc/self/clear_refs") << "5";  // forgets the peak before
    before_ = Mib("VmRSS:");
    if (before_ == 0 || Mib("VmHWM:") > before_ + 64) {
      throw std::runtime_error("this system does not tell how much memory a process uses");
    }
  }

  // In MiB, above what was in use then.
  long Growth() const { return Mib("VmHWM:") - before_; }

 private:
  static long Mib(const std::string& name) {
    std::ifstream status("/proc/self/status");
    long kib = 0;
    for (std::string word; status >> word;) {
      if (word == name) {
        status >> kib;
      }
    }
    return kib / 1024;
  }

  long before_ = 0;
};

}  // namespace stemma::testing
