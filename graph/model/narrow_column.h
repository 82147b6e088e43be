// A column of small numbers, each in as few bytes as the largest of them needs: none, 1, 2 or 4.
//
// Snapshots keep what many nodes or edges share in a dictionary and its number here. A graph that
// was imported in one go has one class of edges, and then the column takes no room at all.
// Thread safety: plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace stemma {

// Borrows its bytes; little-endian, which every machine that runs this is.
class NarrowColumn {
 public:
  NarrowColumn() = default;
  // `width` is 0, 1, 2 or 4; `data` may be null when it is 0.
  NarrowColumn(const void* data, unsigned width)
      : data_(static_cast<const unsigned char*>(data)), width_(width) {}

  uint32_t operator[](size_t i) const {
    switch (width_) {
      case 0:
        return 0;
      case 1:
        return data_[i];
      case 2: {
        uint16_t number = 0;
        std::memcpy(&number, data_ + i * 2, sizeof number);
        return number;
      }
      default: {
        uint32_t number = 0;
        std::memcpy(&number, data_ + i * 4, sizeof number);
        return number;
      }
    }
  }
  const void* Data() const { return data_; }
  unsigned Width() const { return width_; }

 private:
  const unsigned char* data_ = nullptr;
  unsigned width_ = 0;
};

// Grows a column, and widens it when a larger number comes.
class NarrowColumnBuilder {
 public:
  void Add(uint32_t number);
  void Set(size_t i, uint32_t number);
  size_t Size() const { return size_; }
  size_t Bytes() const { return bytes_.size(); }
  // Borrows from this; a later Add or Set ends it.
  NarrowColumn View() const { return {bytes_.data(), width_}; }

 private:
  void Widen(unsigned width);
  void Write(size_t i, uint32_t number);

  std::vector<unsigned char> bytes_;
  size_t size_ = 0;
  unsigned width_ = 0;
};

}  // namespace stemma
