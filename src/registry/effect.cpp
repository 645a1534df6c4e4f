#include "registry/effect.h"

#include <set>
#include <variant>

#include "accounting/accounts.h"

namespace openitmo::registry {

namespace {

using ledger::Ledger;

// One year of each NDC period that the Party has recorded.
std::set<CalendarYear> periods_of(const ledger::PartyState& party) {
  std::set<CalendarYear> first_years;
  for (const auto& ndc : party.ndcs) first_years.insert(ndc.record.first_year);
  return first_years;
}

void add_years(const accounting::PartyAccounts& was, const accounting::PartyAccounts& is,
               std::vector<BalanceChange>& changes) {
  const auto& before = was.figures.years;
  const auto& after = is.figures.years;
  for (std::size_t i = 0; i < before.size() && i < after.size(); ++i)
    if (before[i].adjustment_kg_co2eq && after[i].adjustment_kg_co2eq &&
        *before[i].adjustment_kg_co2eq != *after[i].adjustment_kg_co2eq)
      changes.push_back({is.party, after[i].year, *before[i].adjustment_kg_co2eq,
                         *after[i].adjustment_kg_co2eq, before[i].balance_kg_co2eq,
                         after[i].balance_kg_co2eq});
}

std::vector<BalanceChange> balances_of(const Ledger& before, const Ledger& after) {
  std::vector<BalanceChange> changes;
  for (const auto& [party, state] : after.parties()) {
    const auto* was = before.find_party(party);
    if (!was) continue;
    for (const CalendarYear year : periods_of(*was)) {
      accounting::Settings settings;
      settings.period_year = year;
      add_years(accounting::account(before, party, settings),
                accounting::account(after, party, settings), changes);
    }
  }
  return changes;
}

void add_holders(const Ledger& ledger, const ledger::ItmoRange& range,
                 std::set<std::string>& accounts) {
  for (const ledger::Block& block : ledger.blocks().within(range))
    if (block.state.account < ledger.accounts().size())
      accounts.insert(ledger.accounts()[block.state.account].account);
}

TonnesCo2eq held_in(const Ledger& ledger, const std::string& id) {
  TonnesCo2eq held;
  if (const auto account = ledger.find_account(id))
    for (const ledger::Block& block : ledger.blocks().held_in(*account))
      held = held + block.range.quantity_t_co2eq();
  return held;
}

}  // namespace

std::span<const ledger::ItmoRange> ranges_of(const ledger::Entry& entry) {
  return std::visit(
      [](const auto& event) -> std::span<const ledger::ItmoRange> {
        if constexpr (requires { event.ranges; })
          return event.ranges;
        else
          return {};
      },
      entry.event);
}

Effect effect_of(const Ledger& before, const Ledger& after,
                 std::span<const ledger::Entry> entries) {
  std::set<std::string> touched;
  for (const ledger::Entry& entry : entries) {
    if (entry.number < before.entry_count()) continue;
    for (const ledger::ItmoRange& range : ranges_of(entry)) {
      add_holders(before, range, touched);
      add_holders(after, range, touched);
    }
  }
  Effect effect{balances_of(before, after), {}};
  for (const std::string& id : touched) {
    const auto& account = after.accounts()[after.find_account(id).value()];
    effect.accounts.push_back(
        {id, account.party, account.metric, held_in(before, id), held_in(after, id)});
  }
  return effect;
}

}  // namespace openitmo::registry
