// An array of zeros that costs what is touched of it, not what it could hold.
//
// A question about one node may need a place for any node of a store, and uses a few. Memory that
// the system hands out zeroed is not filled before it is used, while std::vector fills its own.
// Thread safety: as a std::vector.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace stemma {

// `T` is a number, or a struct whose all-zero bytes are its empty value.
template <class T>
class ZeroedArray {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  ZeroedArray() = default;
  explicit ZeroedArray(size_t size)
      : values_(size == 0 ? nullptr : static_cast<T*>(std::calloc(size, sizeof(T)))), size_(size) {
    if (size != 0 && !values_) {
      throw std::bad_alloc();
    }
  }

  size_t size() const { return size_; }
  T& operator[](size_t i) { return values_.get()[i]; }
  const T& operator[](size_t i) const { return values_.get()[i]; }

 private:
  struct Free {
    void operator()(T* values) const { std::free(values); }
  };
  std::unique_ptr<T[], Free> values_;
  size_t size_ = 0;
};

}  // namespace stemma
