// Bytes of a file or of standard input, unpacked where they are gzip or bzip2.
//
// Source: RFC 1952; zlib; libbz2. Thread safety: one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

#include "graph/base/result.h"

namespace stemma {

class ByteSource {
 public:
  // "-" is standard input. InvalidInput "FILE: …": no such file, a directory, empty. `stop` ends a
  // wait for bytes that do not come, with an Io error that nobody waits for.
  static Result<std::unique_ptr<ByteSource>> Open(const std::string& file, std::stop_token stop);
  virtual ~ByteSource() = default;

  // Up to `size` bytes into `out`, at once when there are any; 0 at the end. InvalidInput when a
  // packed stream is cut off or broken, Io when reading fails; messages without the file's name.
  virtual Result<size_t> Read(char* out, size_t size) = 0;

  // Bytes read so far, as stored.
  virtual uint64_t BytesRead() const = 0;
};

// Of the file as stored; 0 for standard input.
uint64_t FileBytes(const std::string& file);

}  // namespace stemma
