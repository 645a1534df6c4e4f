#include "accounting/world.h"

#include <algorithm>
#include <set>

#include "accounting/exact_sum.h"
#include "accounting/unit_set.h"

namespace openitmo::accounting {

using ledger::Action;
using ledger::ActionType;
using ledger::Block;
using ledger::BlockStatus;
using ledger::Ledger;

namespace {

std::int64_t tonnes(TonnesCo2eq quantity) {
  check(quantity.value() <= INT64_MAX, "tonnes fit in int64");
  return static_cast<std::int64_t>(quantity.value());
}

const YearAccount* find_year(const PartyAccounts& party, CalendarYear year) {
  for (const YearAccount& account : party.figures.years)
    if (account.year == year) return &account;
  return nullptr;
}

WorldYear world_year(std::span<const PartyAccounts> accounts, CalendarYear year) {
  WorldYear sums;
  sums.year = year;
  sums.emissions_kg_co2eq = sums.reported_balances_kg_co2eq = Rational();
  for (const PartyAccounts& party : accounts) {
    const YearAccount* account = find_year(party, year);
    if (account) sums.flows_kg_co2eq += account->flows_kg_co2eq();
    if (!account || !account->inventory) {
      sums.inventory_missing.push_back(party.party);
      sums.emissions_kg_co2eq.reset();
    } else if (sums.emissions_kg_co2eq) {
      sums.emissions_kg_co2eq = exact_sum(*sums.emissions_kg_co2eq,
                                          whole(account->inventory->emissions_kg_co2eq.value()));
    }
    if (!account || !account->balance_kg_co2eq)
      sums.reported_balances_kg_co2eq.reset();
    else if (sums.reported_balances_kg_co2eq)
      sums.reported_balances_kg_co2eq =
          exact_sum(*sums.reported_balances_kg_co2eq, *account->balance_kg_co2eq);
  }
  if (sums.emissions_kg_co2eq)
    sums.emissions_after_flows_kg_co2eq =
        exact_sum(*sums.emissions_kg_co2eq, whole(sums.flows_kg_co2eq));
  return sums;
}

}  // namespace

WorldAccounts world(std::span<const PartyAccounts> accounts) {
  WorldAccounts result;
  std::set<CalendarYear> years;
  for (const PartyAccounts& party : accounts) {
    result.parties.push_back(party.party);
    for (const YearAccount& year : party.figures.years) years.insert(year.year);
    result.first_transferred_t_co2eq += party.flows.first_transferred();
    result.used_t_co2eq += party.flows.used.total();
    result.sum_of_adjustments_t_co2eq +=
        tonnes(party.flows.first_transferred()) - tonnes(party.flows.used.total());
  }
  for (const CalendarYear year : years) result.years.push_back(world_year(accounts, year));
  return result;
}

namespace {

struct Units {
  UnitSet first_transferred;  // by an action in one of the journals
  UnitSet known;              // first transferred anywhere, as a block says
  UnitSet live;               // held, used or cancelled, first transferred
  UnitSet sent;               // in transit or sent
  TonnesCo2eq used_ndc;
  TonnesCo2eq used;
};

void add_block(Units& units, WorldUnits& sums, const Block& block) {
  const TonnesCo2eq quantity = block.range.quantity_t_co2eq();
  switch (block.state.status) {
    case BlockStatus::in_transit:
    case BlockStatus::sent:
      units.sent.add(block.range);
      units.known.add(block.range);
      return;
    case BlockStatus::withdrawn:
      return;
    case BlockStatus::held:
    case BlockStatus::used:
    case BlockStatus::cancelled:
      break;
  }
  check(units.live.add(block.range) == TonnesCo2eq(0), "a unit lives in one registry at a time");
  if (!block.state.first_transferred) return;
  units.known.add(block.range);
  if (block.state.status == BlockStatus::held) sums.held_t_co2eq += quantity;
  if (block.state.status == BlockStatus::used) units.used += quantity;
  if (block.state.status == BlockStatus::cancelled) sums.cancelled_t_co2eq += quantity;
}

void add_action(Units& units, const Action& action) {
  if (action.type == ActionType::first_transfer)
    check(units.first_transferred.add(action.range) == TonnesCo2eq(0),
          "invariant 4: a unit is first transferred once, in all journals together");
  if (action.type == ActionType::use && action.purpose == ledger::UsePurpose::ndc)
    units.used_ndc += action.range.quantity_t_co2eq();
}

}  // namespace

WorldUnits check_world(std::span<const Ledger* const> ledgers, std::string_view metric) {
  Units units;
  WorldUnits sums;
  for (const Ledger* ledger : ledgers) {
    const auto counts = [&](const ledger::ItmoRange& range) {
      return ledger->metric_of(range.series().approach) == metric;
    };
    ledger->blocks().for_each([&](const Block& block) {
      if (counts(block.range)) add_block(units, sums, block);
    });
    for (const Action& action : ledger->actions())
      if (counts(action.range)) add_action(units, action);
  }
  sums.first_transferred_t_co2eq = units.first_transferred.size();
  check(units.known.common(units.first_transferred) == sums.first_transferred_t_co2eq,
        "a first-transferred unit lies in some journal");
  sums.received_from_elsewhere_t_co2eq = units.known.size() - sums.first_transferred_t_co2eq;
  sums.on_the_way_t_co2eq = units.sent.size() - units.sent.common(units.live);
  check(units.used_ndc <= units.used, "used units are marked as used");
  sums.used_ndc_t_co2eq = units.used_ndc;
  sums.used_oimp_t_co2eq = units.used - units.used_ndc;
  check(units.known.size() >= sums.used_ndc_t_co2eq,
        "invariant 7: first transferred >= used towards NDCs");
  check(units.known.size() == sums.used_ndc_t_co2eq + sums.unused(),
        "first transferred or received = used + cancelled + held + on the way");
  return sums;
}

bool check_sign_guard(const MethodFigures& before, const MethodFigures& after) {
  check(before.choice == after.choice && before.years.size() == after.years.size(),
        "the sign guard compares one method over one period");
  bool additions_grew = true, additions_equal = true, use_grew = true, use_equal = true;
  for (std::size_t i = 0; i < before.years.size(); ++i) {
    const YearAccount& a = before.years[i];
    const YearAccount& b = after.years[i];
    additions_grew = additions_grew && b.additions() >= a.additions();
    additions_equal = additions_equal && b.additions() == a.additions();
    use_grew = use_grew && b.subtractions() >= a.subtractions();
    use_equal = use_equal && b.subtractions() == a.subtractions();
  }
  const bool may_not_fall = additions_grew && use_equal;
  const bool may_not_rise = use_grew && additions_equal;
  for (std::size_t i = 0; i < before.years.size(); ++i) {
    const auto& a = before.years[i].balance_kg_co2eq;
    const auto& b = after.years[i].balance_kg_co2eq;
    if (!a || !b) continue;
    check(!may_not_fall || *b >= *a,
          "invariant 9: more first transfers never lower an emissions balance");
    check(!may_not_rise || *b <= *a, "invariant 9: more use never raises an emissions balance");
  }
  return may_not_fall || may_not_rise;
}

}  // namespace openitmo::accounting
