// Memory in large pages where the system has them, for what is large and touched all over.
//
// A table of millions of small entries costs more by finding the page than by reading it, and a
// buffer that is filled once more by being given its pages than by being filled.
// Source: Linux madvise(2), MADV_HUGEPAGE. Thread safety: pure functions.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include <sys/mman.h>

namespace stemma {

// At least so many bytes, not zeroed, for std::free. Throws std::bad_alloc.
inline void* AllocateInLargePages(size_t size) {
  constexpr size_t kSmallPageBytes = 4096;
  constexpr size_t kLargePageBytes = size_t{2} << 20U;
  const size_t page = size < kLargePageBytes ? kSmallPageBytes : kLargePageBytes;
  const size_t bytes = (size + page - 1) / page * page;
  void* memory = std::aligned_alloc(page, bytes);
  if (memory == nullptr) {
    throw std::bad_alloc();
  }
  if (page == kLargePageBytes) {
    madvise(memory, bytes, MADV_HUGEPAGE);  // where there are none it stays as it is
  }
  return memory;
}

template <class T>
struct LargePageAllocator {
  using value_type = T;

  LargePageAllocator() = default;
  template <class U>
  LargePageAllocator(const LargePageAllocator<U>&) {}

  T* allocate(size_t count) { return static_cast<T*>(AllocateInLargePages(count * sizeof(T))); }
  void deallocate(T* memory, size_t) { std::free(memory); }
  friend bool operator==(LargePageAllocator, LargePageAllocator) { return true; }
};

template <class T>
using LargeVector = std::vector<T, LargePageAllocator<T>>;
using LargeString = std::basic_string<char, std::char_traits<char>, LargePageAllocator<char>>;

}  // namespace stemma
