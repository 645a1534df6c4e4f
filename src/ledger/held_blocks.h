#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "ledger/ask_memory.h"
#include "ledger/huge_pages.h"
#include "ledger/serial_set.h"

namespace openitmo::ledger {

// Which blocks an account holds: the first serials by account and series, which are numbers.
class HeldBlocks {
 public:
  void insert(std::uint32_t account, std::uint32_t series, std::uint64_t first) {
    if (slots_.size() < 2 * (used_ + 1)) grow();
    Slot& slot = slots_[place_of(key_of(account, series))];
    if (slot.key == kNoKey) {
      slot.key = key_of(account, series);
      ++used_;
    }
    slot.serials.insert(first);
  }

  void erase(std::uint32_t account, std::uint32_t series, std::uint64_t first) {
    check(!slots_.empty(), "an account that gives a block holds it");
    slots_[place_of(key_of(account, series))].serials.erase(first);
  }

  // In order from `first` on, until `visit` says false; whether it never did.
  template <class Visit>
  bool visit_from(std::uint32_t account, std::uint32_t series, std::uint64_t first,
                  Visit&& visit) const {
    return slots_.empty() ||
           slots_[place_of(key_of(account, series))].serials.visit_from(first, visit);
  }

  // Every account and series that has held blocks, in order.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> keys() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;
    for (const Slot& slot : slots_)
      if (slot.key != kNoKey && !slot.serials.empty())
        keys.emplace_back(slot.key >> 32, slot.key & UINT32_MAX);
    std::ranges::sort(keys);
    return keys;
  }

  // Asks for what the next call will read: the first step, and a while later the second.
  void foresee(std::uint32_t account, std::uint32_t series, int step) const {
    if (slots_.empty()) return;
    const std::uint64_t key = key_of(account, series);
    if (step == 0) return ask_for(&slots_[home_of(key)]);
    slots_[place_of(key)].serials.foresee();
  }

 private:
  struct Slot {
    std::uint64_t key = kNoKey;
    SerialSet serials;
  };
  static constexpr std::uint64_t kNoKey = UINT64_MAX;  // no account has the highest number

  static std::uint64_t key_of(std::uint32_t account, std::uint32_t series) {
    return std::uint64_t{account} << 32 | series;
  }
  std::size_t home_of(std::uint64_t key) const {
    const std::uint64_t mixed = (key ^ key >> 32) * 0x9e3779b97f4a7c15;
    return (mixed ^ mixed >> 32) & (slots_.size() - 1);
  }
  // Where the key is, or where it would be put.
  std::size_t place_of(std::uint64_t key) const {
    std::size_t at = home_of(key);
    while (slots_[at].key != key && slots_[at].key != kNoKey) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow() {
    HugeVector<Slot> before(std::max<std::size_t>(2 * slots_.size(), 16));
    before.swap(slots_);
    for (Slot& slot : before)
      if (slot.key != kNoKey) slots_[place_of(slot.key)] = std::move(slot);
  }

  HugeVector<Slot> slots_;  // a power of two, or none
  std::size_t used_ = 0;
};

}  // namespace openitmo::ledger
