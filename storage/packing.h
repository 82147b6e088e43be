// Small numbers in few bytes: how the packed values of a store are written and read.
//
// Source: variable-length integers as in Protocol Buffers' encoding ("Base 128 Varints", "Signed
// Integers" for the zigzag). Thread safety: plain values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/base/edtf.h"
#include "storage/known_kinds.h"

namespace stemma {

inline uint64_t ZigZag(int64_t number) {
  return (static_cast<uint64_t>(number) << 1U) ^ static_cast<uint64_t>(number >> 63U);
}
inline int64_t UnZigZag(uint64_t number) {
  return static_cast<int64_t>((number >> 1U) ^ (~(number & 1U) + 1));
}

// The difference of two unsigned numbers as a signed one, and back; they wrap.
inline uint64_t Step(uint64_t from, uint64_t to) {
  return ZigZag(static_cast<int64_t>(to - from));
}
inline uint64_t Stepped(uint64_t from, uint64_t step) {
  return from + static_cast<uint64_t>(UnZigZag(step));
}

class PackedWriter {
 public:
  explicit PackedWriter(std::string& out) : out_(out) {}

  void Byte(uint8_t byte) { out_ += static_cast<char>(byte); }
  void Number(uint64_t number) {
    while (number >= 0x80U) {
      Byte(static_cast<uint8_t>(number | 0x80U));
      number >>= 7U;
    }
    Byte(static_cast<uint8_t>(number));
  }
  void Moment(Instant at) { Number(ZigZag(at)); }
  void Text(std::string_view text) {
    Number(text.size());
    out_ += text;
  }
  void Bytes(std::string_view bytes) { out_ += bytes; }

 private:
  std::string& out_;
};

// Takes values off the front; Ok() turns false for good when there are too few bytes, or others
// than can have been written.
class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  uint8_t Byte() {
    if (at_ == end_) {
      ok_ = false;
      return 0;
    }
    return static_cast<uint8_t>(*at_++);
  }
  // A kind, status or judgement that there is.
  template <class Enum>
  Enum OneOf() {
    const auto value = static_cast<Enum>(Byte());
    ok_ = ok_ && IsKnown(value);
    return value;
  }
  uint64_t Number() {
    if (at_ != end_ && static_cast<uint8_t>(*at_) < 0x80U) {
      return static_cast<uint8_t>(*at_++);
    }
    return LongNumber();
  }
  Instant Moment() { return UnZigZag(Number()); }
  std::string_view Text() { return Bytes(Number()); }
  std::string_view Bytes(uint64_t size) {
    if (size > static_cast<uint64_t>(end_ - at_)) {
      ok_ = false;
      at_ = end_;
      return {};
    }
    const std::string_view bytes(at_, size);
    at_ += size;
    return bytes;
  }

  bool Ok() const { return ok_; }
  bool AtEnd() const { return ok_ && at_ == end_; }
  bool HasMore() const { return ok_ && at_ != end_; }

 private:
  uint64_t LongNumber() {
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const uint8_t byte = Byte();
      number |= uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80U) {
        return number;
      }
    }
    ok_ = false;
    return 0;
  }

  const char* at_;
  const char* end_;
  bool ok_ = true;
};

}  // namespace stemma
