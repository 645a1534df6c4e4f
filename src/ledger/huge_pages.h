#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>
#include <sys/mman.h>
#include <vector>

// Memory for what is large and read at random, asked for in huge pages: with small ones the
// processor spends more time finding out where memory lies than reading it. Where the system gives
// none, all works as well, more slowly.
namespace openitmo::ledger {

inline constexpr std::size_t kHugePageBytes = std::size_t{2} << 20;

// A vector with it. Small ones take ordinary memory.
template <class T>
struct HugePages {
  using value_type = T;
  HugePages() = default;
  template <class U>
  HugePages(const HugePages<U>&) {}

  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (bytes < kHugePageBytes) return static_cast<T*>(::operator new(bytes));
    const std::size_t whole = (bytes + kHugePageBytes - 1) / kHugePageBytes * kHugePageBytes;
    void* const memory = ::operator new(whole, std::align_val_t(kHugePageBytes));
    static_cast<void>(madvise(memory, whole, MADV_HUGEPAGE));
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t count) {
    if (count * sizeof(T) < kHugePageBytes) return ::operator delete(memory);
    ::operator delete(memory, std::align_val_t(kHugePageBytes));
  }
  bool operator==(const HugePages&) const = default;
};

template <class T>
using HugeVector = std::vector<T, HugePages<T>>;

}  // namespace openitmo::ledger
