// A file in memory with a name, for what reads files by their names.
#pragma once

#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

#include "require.h"

namespace stemma::fuzz {

class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("input", 0)) {
    Require(descriptor_ >= 0, "a file in memory can be made");
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  void Fill(std::string_view bytes) const {
    Require(ftruncate(descriptor_, 0) == 0, "a file in memory can be emptied");
    const ssize_t written = pwrite(descriptor_, bytes.data(), bytes.size(), 0);
    Require(written == static_cast<ssize_t>(bytes.size()), "a file in memory can be written");
  }
  // Whoever opens it reads from its beginning.
  std::string Name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace stemma::fuzz
