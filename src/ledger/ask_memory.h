#pragma once

#include <cstddef>

namespace openitmo::ledger {

inline constexpr std::size_t kCacheLineBytes = 64;

// Asks the memory for a line, so that it is near when it is read; changes nothing. The empty
// statement keeps it: GCC takes a function that only prefetches for one without effect and leaves
// out the calls to it.
inline void ask_for(const void* line) {
  __builtin_prefetch(line);
  asm volatile("");
}

// The same for all that stands in `bytes` from `start` on.
inline void ask_for(const void* start, std::size_t bytes) {
  const char* const first = static_cast<const char*>(start);
  for (std::size_t at = 0; at < bytes; at += kCacheLineBytes) ask_for(first + at);
  ask_for(first + bytes - 1);
}

}  // namespace openitmo::ledger
