#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "ledger/ask_memory.h"
#include "ledger/commands.h"
#include "ledger/huge_pages.h"

namespace openitmo::ledger {

// Finds accounts by name. The names themselves stand in the list of accounts, which is given with
// each question.
class AccountIndex {
 public:
  using Accounts = HugeVector<OpenAccount>;

  // All of `accounts`.
  void rebuild(const Accounts& accounts) {
    std::size_t size = 16;
    while (size < 4 * accounts.size()) size *= 2;
    slots_.assign(size, {});
    for (std::uint32_t account = 0; account < accounts.size(); ++account) put(accounts, account);
  }

  // The last of `accounts`.
  void add_last(const Accounts& accounts) {
    if (slots_.size() < 2 * accounts.size()) return rebuild(accounts);
    put(accounts, static_cast<std::uint32_t>(accounts.size() - 1));
  }

  std::optional<std::uint32_t> find(std::string_view name, const Accounts& accounts) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[place_of(name, accounts)];
    return slot.used ? std::optional(slot.account) : std::nullopt;
  }

  // Asks for what find() will read: the first step, and a while later the second.
  void foresee(std::string_view name, const Accounts& accounts, int step) const {
    if (slots_.empty()) return;
    const std::size_t hash = std::hash<std::string_view>()(name);
    const Slot& slot = slots_[hash & (slots_.size() - 1)];
    if (step == 0) return ask_for(&slot);
    if (slot.used) ask_for(&accounts[slot.account], sizeof(OpenAccount));
  }

 private:
  struct Slot {
    std::uint32_t hash_top = 0;
    std::uint32_t account : 31 = 0;
    std::uint32_t used : 1 = 0;
  };

  // Where the name is, or where it would be put.
  std::size_t place_of(std::string_view name, const Accounts& accounts) const {
    const std::size_t hash = std::hash<std::string_view>()(name);
    const auto top = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].used &&
           !(slots_[at].hash_top == top && accounts[slots_[at].account].account == name))
      at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void put(const Accounts& accounts, std::uint32_t account) {
    const std::string_view name = accounts[account].account;
    Slot& slot = slots_[place_of(name, accounts)];
    slot.hash_top = static_cast<std::uint32_t>(std::hash<std::string_view>()(name) >> 32);
    slot.account = account & 0x7FFF'FFFF;
    slot.used = 1;
  }

  HugeVector<Slot> slots_;  // a power of two, or none
};

}  // namespace openitmo::ledger
