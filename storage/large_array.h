// Memory that is read at random: in large pages where the system has them, zeroed.
//
// A table of millions of small entries costs more by finding the page than by reading it.
// Source: Linux madvise(2), MADV_HUGEPAGE. Thread safety: as of what it holds.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>

#include <sys/mman.h>

namespace stemma {

template <class T>
class LargeArray {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  LargeArray() = default;
  explicit LargeArray(size_t size) : size_(size) {
    const size_t page = size * sizeof(T) < kLargePageBytes ? kSmallPageBytes : kLargePageBytes;
    const size_t bytes = (size * sizeof(T) + page - 1) / page * page;
    void* memory = std::aligned_alloc(page, bytes);
    if (memory == nullptr) {
      throw std::bad_alloc();
    }
    if (page == kLargePageBytes) {
      madvise(memory, bytes, MADV_HUGEPAGE);  // where there are none it stays as it is
    }
    std::memset(memory, 0, bytes);
    data_.reset(static_cast<T*>(memory));
  }

  T& operator[](size_t i) { return data_.get()[i]; }
  const T& operator[](size_t i) const { return data_.get()[i]; }
  size_t size() const { return size_; }

 private:
  static constexpr size_t kSmallPageBytes = 4096;
  static constexpr size_t kLargePageBytes = size_t{2} << 20U;
  struct Free {
    void operator()(T* memory) const { std::free(memory); }
  };

  std::unique_ptr<T, Free> data_;
  size_t size_ = 0;
};

}  // namespace stemma
