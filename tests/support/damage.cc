#include "support/flip_bit.h"

#include <fstream>
#include <stdexcept>
#include <string>

namespace stemma::testing {

void FlipBit(const std::filesystem::path& path, std::streamoff at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(at);
  const int byte = file.get();
  if (byte == std::char_traits<char>::eof()) {
    throw std::runtime_error(path.string() + " has no byte " + std::to_string(at));
  }
  file.seekp(at);
  file.put(static_cast<char>(byte ^ 0x10));
}

}  // namespace stemma::testing
