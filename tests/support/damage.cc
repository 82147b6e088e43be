#include "support/damage.h"

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

std::string Damage(const std::filesystem::path& path, std::mt19937_64& random) {
  const uint64_t size = std::filesystem::file_size(path);
  const uint64_t at = random() % size;
  if (random() % 4 == 0) {
    std::filesystem::resize_file(path, at);
    return "cut at " + std::to_string(at) + " of " + std::to_string(size);
  }
  FlipBit(path, static_cast<std::streamoff>(at));
  return "a bit of byte " + std::to_string(at) + " of " + std::to_string(size);
}

}  // namespace stemma::testing
