#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "quantity/rational.h"

// What acts change, seen from two states of one ledger: for a look before anything is recorded.
namespace openitmo::registry {

// A Party's corresponding adjustment and emissions balance of one year. A balance is absent where
// the inventory is unknown.
struct BalanceChange {
  PartyId party;
  CalendarYear year;
  Rational adjustment_before_kg_co2eq;
  Rational adjustment_after_kg_co2eq;
  std::optional<Rational> balance_before_kg_co2eq;
  std::optional<Rational> balance_after_kg_co2eq;
};

// What an account holds.
struct AccountChange {
  std::string account;
  PartyId party;
  std::string metric;  // of the account; empty: t CO2 eq
  TonnesCo2eq before_t_co2eq;
  TonnesCo2eq after_t_co2eq;
};

struct Effect {
  std::vector<BalanceChange> balances;  // those that change, by Party and year
  std::vector<AccountChange> accounts;  // those that `entries` touch, by name
};

// `before` has none of `entries` that are numbered from its entry count on, `after` all of them.
Effect effect_of(const ledger::Ledger& before, const ledger::Ledger& after,
                 std::span<const ledger::Entry> entries);

// The units that an entry acts on; none for entries about other things.
std::span<const ledger::ItmoRange> ranges_of(const ledger::Entry& entry);

}  // namespace openitmo::registry
