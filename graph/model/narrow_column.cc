#include "graph/model/narrow_column.h"

namespace stemma {
namespace {

unsigned WidthOf(uint32_t number) {
  if (number == 0) {
    return 0;
  }
  if (number <= 0xFFU) {
    return 1;
  }
  return number <= 0xFFFFU ? 2 : 4;
}

}  // namespace

void NarrowColumnBuilder::Write(size_t i, uint32_t number) {
  if (width_ > 0) {
    std::memcpy(bytes_.data() + i * width_, &number, width_);
  }
}

void NarrowColumnBuilder::Widen(unsigned width) {
  const std::vector<unsigned char> old = std::move(bytes_);
  const NarrowColumn numbers(old.data(), width_);
  bytes_ = std::vector<unsigned char>(size_ * width);
  width_ = width;
  for (size_t i = 0; i < size_; ++i) {
    Write(i, numbers[i]);
  }
}

void NarrowColumnBuilder::Add(uint32_t number) {
  if (WidthOf(number) > width_) {
    Widen(WidthOf(number));
  }
  ++size_;
  bytes_.resize(size_ * width_);
  Write(size_ - 1, number);
}

void NarrowColumnBuilder::Set(size_t i, uint32_t number) {
  if (WidthOf(number) > width_) {
    Widen(WidthOf(number));
  }
  Write(i, number);
}

}  // namespace stemma
