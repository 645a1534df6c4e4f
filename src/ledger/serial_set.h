#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>

#include "ledger/ask_memory.h"
#include "ledger/paged_map.h"
#include "quantity/check.h"

namespace openitmo::ledger {

// Serials in order. Most sets are small: up to a few hundred stand in one row, which has the low
// halves of serials with the same high half.
class SerialSet {
 public:
  SerialSet() = default;
  SerialSet(const SerialSet& other)
      : size_(other.size_), room_(other.size_), high_(other.high_), many_(copy_of(other.many_)) {
    if (room_ == 0) return;
    few_ = std::make_unique<std::uint32_t[]>(room_);
    std::copy_n(other.few_.get(), size_, few_.get());
  }
  SerialSet(SerialSet&&) noexcept = default;
  SerialSet& operator=(SerialSet other) noexcept {
    few_ = std::move(other.few_);
    size_ = other.size_;
    room_ = other.room_;
    high_ = other.high_;
    many_ = std::move(other.many_);
    return *this;
  }
  ~SerialSet() = default;

  bool empty() const { return many_ ? many_->size() == 0 : size_ == 0; }

  // A serial that is not there yet.
  void insert(std::uint64_t serial) {
    if (many_) return many_->insert(serial, {});
    if (size_ == 0) high_ = high_half(serial);
    if (size_ == kFewMost || high_ != high_half(serial)) return grow_beyond(serial);
    if (size_ == room_) make_room();
    std::uint32_t* const at = lower_bound(low_half(serial));
    check(at == end() || *at != low_half(serial), "a serial stands in a set once");
    std::memmove(at + 1, at, bytes_from(at));
    *at = low_half(serial);
    ++size_;
  }

  // A serial that is there.
  void erase(std::uint64_t serial) {
    if (many_) return many_->erase(serial);
    std::uint32_t* const at = lower_bound(low_half(serial));
    check(at != end() && whole(*at) == serial, "an erased serial is in the set");
    std::memmove(at, at + 1, bytes_from(at + 1));
    --size_;
  }

  // Those from `first` on, in order, until `visit` says false; whether it never did.
  template <class Visit>
  bool visit_from(std::uint64_t first, Visit&& visit) const {
    if (!many_) {
      for (const std::uint32_t* at = first_not_before(first); at != end(); ++at)
        if (!visit(whole(*at))) return false;
      return true;
    }
    for (auto at = many_->lower_bound(first); at; ++at)
      if (!visit(at.key())) return false;
    return true;
  }

  // Asks for what the next call will read, so that it is near then.
  void foresee() const {
    if (size_ > 0) ask_for(few_.get(), bytes_from(few_.get()));
  }

 private:
  struct None {};
  using Many = PagedMap<std::uint64_t, None>;
  static constexpr std::uint16_t kFewMost = 256;

  static std::uint32_t high_half(std::uint64_t serial) {
    return static_cast<std::uint32_t>(serial >> 32);
  }
  static std::uint32_t low_half(std::uint64_t serial) { return static_cast<std::uint32_t>(serial); }
  std::uint64_t whole(std::uint32_t low) const { return std::uint64_t{high_} << 32 | low; }

  static std::unique_ptr<Many> copy_of(const std::unique_ptr<Many>& many) {
    return many ? std::make_unique<Many>(*many) : nullptr;
  }
  std::uint32_t* end() const { return few_.get() + size_; }
  const std::uint32_t* first_not_before(std::uint64_t serial) const {
    if (high_half(serial) < high_) return few_.get();
    return high_half(serial) > high_ ? end() : lower_bound(low_half(serial));
  }
  // Without a branch to predict: nobody knows where a block lies in its account.
  std::uint32_t* lower_bound(std::uint32_t low) const {
    std::uint32_t* from = few_.get();
    for (std::size_t count = size_; count > 0;) {
      const std::size_t half = (count + 1) / 2;
      from += half * static_cast<std::size_t>(from[half - 1] < low);
      count -= half;
    }
    return from;
  }
  std::size_t bytes_from(const std::uint32_t* at) const {
    return static_cast<std::size_t>(end() - at) * sizeof *at;
  }

  void make_room() {
    room_ = static_cast<std::uint16_t>(std::max(room_ + room_ / 2, 4));
    auto larger = std::make_unique_for_overwrite<std::uint32_t[]>(room_);
    std::copy_n(few_.get(), size_, larger.get());
    few_ = std::move(larger);
  }

  void grow_beyond(std::uint64_t serial) {
    many_ = std::make_unique<Many>();
    for (const std::uint32_t* at = few_.get(); at != end(); ++at) many_->insert(whole(*at), {});
    few_.reset();
    size_ = room_ = 0;
    many_->insert(serial, {});
  }

  std::unique_ptr<std::uint32_t[]> few_;
  std::uint16_t size_ = 0;  // of `few_`
  std::uint16_t room_ = 0;
  std::uint32_t high_ = 0;      // half of all in `few_`
  std::unique_ptr<Many> many_;  // instead, once there were more
};

}  // namespace openitmo::ledger
