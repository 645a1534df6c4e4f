#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "accounting/accounts.h"

// All Parties together: what one adds another must subtract, or nobody uses (rulebook R-057).
namespace openitmo::accounting {

struct WorldYear {
  CalendarYear year;
  // Sum of the Parties' emissions, and of the same plus what the flows of that year add and
  // subtract. Absent when a Party's inventory is missing.
  std::optional<Rational> emissions_kg_co2eq;
  std::optional<Rational> emissions_after_flows_kg_co2eq;
  // Sum of the balances that the Parties report. With averaging these do not offset one another
  // year by year; only flows do.
  std::optional<Rational> reported_balances_kg_co2eq;
  std::int64_t flows_kg_co2eq = 0;  // first transferred less used
  std::vector<PartyId> inventory_missing;
};

struct WorldAccounts {
  std::vector<PartyId> parties;
  std::vector<WorldYear> years;  // every year of any Party's NDC period
  TonnesCo2eq first_transferred_t_co2eq;
  TonnesCo2eq used_t_co2eq;
  // Sum over the Parties of additions less subtractions of all years, in t CO2 eq, also outside the
  // NDC periods: first transferred less used, so never negative when the world is whole.
  std::int64_t sum_of_adjustments_t_co2eq = 0;
};
WorldAccounts world(std::span<const PartyAccounts> accounts);

// Where every unit lies that some journal of `ledgers` knows to have been first transferred.
struct WorldUnits {
  TonnesCo2eq first_transferred_t_co2eq;  // in these journals
  TonnesCo2eq received_from_elsewhere_t_co2eq;
  TonnesCo2eq used_ndc_t_co2eq;
  TonnesCo2eq used_oimp_t_co2eq;
  TonnesCo2eq cancelled_t_co2eq;
  TonnesCo2eq held_t_co2eq;
  TonnesCo2eq on_the_way_t_co2eq;  // sent, and live in no journal here
  // First transferred and not used towards an NDC, by adding up where the units are.
  TonnesCo2eq unused() const {
    return used_oimp_t_co2eq + cancelled_t_co2eq + held_t_co2eq + on_the_way_t_co2eq;
  }
};

// Counts the units and checks over all journals: no unit lives in two registries, none is first
// transferred twice (invariant 4), first transferred >= used towards NDCs (invariant 7), and what
// was first transferred or received is used, cancelled, held or on the way. Throws InvariantBroken
// naming the one that is broken.
// Of the units counted in t CO2 eq; or of those counted in `metric`.
WorldUnits check_world(std::span<const ledger::Ledger* const> ledgers,
                       std::string_view metric = {});

// Invariant 9 between two moments of one Party under one method, inventories and elapsed years
// equal: if no year's additions fell and no year's use changed, no balance may be lower; if no
// year's use fell and no addition changed, none may be higher. False when neither holds, so that
// nothing can be said. Throws InvariantBroken when the sign is wrong.
bool check_sign_guard(const MethodFigures& before, const MethodFigures& after);

}  // namespace openitmo::accounting
