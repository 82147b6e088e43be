#include "storage/unfinished_write.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <boost/crc.hpp>

namespace stemma {
namespace {

constexpr size_t kBlockBytes = 32768;
constexpr size_t kHeaderBytes = 7;  // checksum, length, kind
// A disk writes a sector whole or not at all.
constexpr size_t kSectorBytes = 512;
// So many zeros are none of what was written.
constexpr size_t kZerosMin = 32;

enum Kind : uint8_t { kFull = 1, kFirst = 2, kMiddle = 3, kLast = 4 };

// What one write is cut into, each within a block.
struct Fragment {
  Kind kind;
  size_t next;
};

uint32_t Crc32c(std::string_view bytes) {
  boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return crc.checksum();
}

uint32_t Masked(uint32_t crc) {
  return ((crc >> 15) | (crc << 17)) + 0xa282ead8;
}

std::optional<Fragment> FragmentAt(std::string_view log, size_t at) {
  const size_t block_end = std::min(log.size(), (at / kBlockBytes + 1) * kBlockBytes);
  if (at + kHeaderBytes > block_end) {
    return std::nullopt;
  }
  uint32_t crc = 0;
  uint16_t length = 0;
  std::memcpy(&crc, log.data() + at, sizeof crc);
  std::memcpy(&length, log.data() + at + sizeof crc, sizeof length);
  const auto kind = static_cast<uint8_t>(log[at + kHeaderBytes - 1]);
  size_t next = at + kHeaderBytes + length;
  if (kind < kFull || kind > kLast || next > block_end ||
      Masked(Crc32c(log.substr(at + kHeaderBytes - 1, 1 + size_t{length}))) != crc) {
    return std::nullopt;
  }
  const size_t left = (at / kBlockBytes + 1) * kBlockBytes - next;
  next += left < kHeaderBytes ? left : 0;
  return Fragment{static_cast<Kind>(kind), next};
}

bool HasMissingSector(std::string_view log, size_t begin) {
  while (begin < log.size()) {
    const size_t end = std::min(log.size(), (begin / kSectorBytes + 1) * kSectorBytes);
    const std::string_view sector = log.substr(begin, end - begin);
    if (sector.size() >= kZerosMin && sector.find_first_not_of('\0') == std::string_view::npos) {
      return true;
    }
    begin = end;
  }
  return false;
}

bool Begins(const std::optional<Fragment>& found) {
  return found && (found->kind == kFull || found->kind == kFirst);
}

// Behind what is broken at `at`. Where the next fragment of that block is, is not known.
bool BeginsAnother(std::string_view log, size_t at) {
  size_t block = (at / kBlockBytes + 1) * kBlockBytes;
  while (++at < std::min(block, log.size())) {
    if (Begins(FragmentAt(log, at))) {
      return true;
    }
  }
  for (; block < log.size(); block += kBlockBytes) {
    for (auto found = FragmentAt(log, block); found; found = FragmentAt(log, found->next)) {
      if (Begins(found)) {
        return true;
      }
      if (found->next % kBlockBytes == 0) {
        break;
      }
    }
  }
  return false;
}

// Where the write begins that cannot be read to its end; nothing when all can.
struct Break {
  size_t write;
  size_t at;
};
std::optional<Break> BreakIn(std::string_view log) {
  size_t write = 0;
  for (size_t at = 0; at < log.size();) {
    const auto found = FragmentAt(log, at);
    if (!found) {
      return Break{write, at};
    }
    at = found->next;
    write = found->kind == kFull || found->kind == kLast ? at : write;
  }
  return std::nullopt;
}

std::string ContentOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

bool EndsInUnfinishedWrite(const std::filesystem::path& database) {
  std::map<uint64_t, std::filesystem::path> logs;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(database, error)) {
    // One that is empty is of a writer that had not got further when the power failed once more.
    std::error_code vanished;
    if (entry.path().extension() == ".log" && entry.file_size(vanished) > 0) {
      logs[std::strtoull(entry.path().filename().c_str(), nullptr, 10)] = entry.path();
    }
  }
  for (const auto& [number, path] : logs) {
    const std::string log = ContentOf(path);
    const auto broken = BreakIn(log);
    if (number == logs.rbegin()->first) {
      return broken && HasMissingSector(log, broken->write) && !BeginsAnother(log, broken->at);
    }
    if (broken) {
      return false;
    }
  }
  return false;
}

}  // namespace stemma
