#pragma once

#include <compare>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace openitmo::accounting {

// Successive serials of one series with one standing in one account: where they are held, or were
// before they were used, cancelled, withdrawn or sent.
struct HeldRange {
  PartyId party;
  std::string account;
  ledger::BlockStatus status = ledger::BlockStatus::held;
  ledger::ItmoRange range;

  auto operator<=>(const HeldRange&) const = default;
};

// Every unit of the registry once, ordered by Party, account, status, series and serial. Ranges are
// as long as can be, whatever blocks the ledger keeps: equal histories give equal lists.
std::vector<HeldRange> held_ranges(const ledger::Ledger& ledger);

}  // namespace openitmo::accounting
