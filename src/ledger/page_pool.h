#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "ledger/huge_pages.h"

namespace openitmo::ledger {

// Room for many items of one size, taken in ever larger pieces. Items are not destroyed; all room
// goes with the pool.
template <class T>
class PagePool {
  static_assert(std::is_trivially_destructible_v<T>);

 public:
  PagePool() = default;
  PagePool(PagePool&& other) noexcept { swap(other); }
  PagePool& operator=(PagePool&& other) noexcept {
    swap(other);
    return *this;
  }
  ~PagePool() {
    for (const auto& [items, count] : pieces_) HugePages<T>().deallocate(items, count);
  }

  T* make() {
    if (returned_.empty()) {
      if (left_ == 0) grow();
      --left_;
      return new (next_++) T;
    }
    T* const item = returned_.back();
    returned_.pop_back();
    return new (item) T;
  }
  // An item that make() gave.
  void give_back(T* item) { returned_.push_back(item); }

 private:
  static constexpr std::size_t kPieceBytesMax = 16 * kHugePageBytes;

  void swap(PagePool& other) noexcept {
    pieces_.swap(other.pieces_);
    returned_.swap(other.returned_);
    std::swap(next_, other.next_);
    std::swap(left_, other.left_);
    std::swap(total_, other.total_);
  }
  void grow() {
    const std::size_t count =
        std::clamp<std::size_t>(total_, 1, std::max<std::size_t>(1, kPieceBytesMax / sizeof(T)));
    pieces_.reserve(pieces_.size() + 1);
    next_ = HugePages<T>().allocate(count);
    pieces_.emplace_back(next_, count);
    left_ = count;
    total_ += count;
  }

  std::vector<std::pair<T*, std::size_t>> pieces_;
  std::vector<T*> returned_;
  T* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t total_ = 0;
};

}  // namespace openitmo::ledger
