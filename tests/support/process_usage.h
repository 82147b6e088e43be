// What this process holds now: memory, and files.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace stemma::testing {

struct ProcessUsage {
  uint64_t resident_kib = 0;
  uint64_t open_files = 0;
};

inline ProcessUsage UsageNow() {
  uint64_t pages = 0;
  uint64_t resident_pages = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident_pages;
  const auto files = std::filesystem::directory_iterator("/proc/self/fd");
  ProcessUsage usage;
  usage.resident_kib = resident_pages * static_cast<uint64_t>(sysconf(_SC_PAGESIZE)) / 1024;
  // Less the one that reads the folder.
  usage.open_files = static_cast<uint64_t>(std::distance(begin(files), end(files))) - 1;
  return usage;
}

}  // namespace stemma::testing
