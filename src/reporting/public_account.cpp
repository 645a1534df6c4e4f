#include "reporting/public_account.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace openitmo::reporting {

namespace {

using ledger::Action;
using ledger::ActionSubtype;
using ledger::ActionType;

enum class Place : std::uint8_t { transfers, uses, none };

// An acquisition is the other side of a transfer and stands in none.
Place place_of(const Action& action) {
  if (action.type == ActionType::transfer || brings_units(action.subtype)) return Place::transfers;
  if (action.type == ActionType::use || action.type == ActionType::cancellation) return Place::uses;
  if (action.type == ActionType::first_transfer) {
    // One by authorization or issuance hands nothing over: the units stay where they are.
    const bool is_event =
        action.subtype == ActionSubtype::authorization || action.subtype == ActionSubtype::issuance;
    return is_event ? Place::transfers : Place::uses;
  }
  return Place::none;
}

auto key_of(const PublicRow& row) {
  return std::tuple(row.year, row.approach, row.type, row.subtype, row.purpose, row.party,
                    row.other, row.vintage, row.registry);
}

void add_row(std::vector<PublicRow>& rows, const ledger::Ledger& ledger, const Action& action) {
  const ledger::ItmoSeries& series = action.range.series();
  rows.push_back({.year = action.date.year(),
                  .approach = series.approach,
                  .type = action.type,
                  .subtype = action.subtype,
                  .purpose = action.purpose,
                  .party = action.reporting_party,
                  .other = action.acquiring_party,
                  .vintage = series.vintage,
                  .metric = ledger.metric_of(series.approach),
                  .quantity = action.range.quantity_t_co2eq(),
                  .registry = action.registry,
                  .entries = {action.entry}});
}

std::vector<PublicRow> added_up(std::vector<PublicRow> rows) {
  std::ranges::stable_sort(rows, {}, key_of);
  std::vector<PublicRow> sums;
  for (PublicRow& row : rows) {
    if (sums.empty() || key_of(sums.back()) != key_of(row)) {
      sums.push_back(std::move(row));
      continue;
    }
    sums.back().quantity += row.quantity;
    if (sums.back().entries.back() != row.entries.front())
      sums.back().entries.push_back(row.entries.front());
  }
  for (PublicRow& row : sums) std::ranges::sort(row.entries);
  return sums;
}

void add_corrections(PublicAccount& account, const ledger::Ledger& ledger) {
  for (const ledger::CorrectedAction& corrected : ledger.corrected_actions()) {
    const Action& action = corrected.action;
    if (action.type == ActionType::acquisition) continue;
    account.corrections.push_back({.registry = action.registry,
                                   .type = action.type,
                                   .subtype = action.subtype,
                                   .purpose = action.purpose,
                                   .party = action.reporting_party,
                                   .quantity = action.range.quantity_t_co2eq(),
                                   .metric = ledger.metric_of(action.range.series().approach),
                                   .entry = action.entry,
                                   .date = action.date,
                                   .by_entry = corrected.by_entry,
                                   .by_date = corrected.by_date});
  }
}

// The accounts of Parties that no registry before served.
void add_parties(std::vector<accounting::PartyAccounts>& all, const ledger::Ledger& ledger,
                 const accounting::Settings& settings) {
  std::vector<PartyId> parties = ledger.registry()->parties;
  std::erase_if(parties, [&](PartyId party) {
    return std::ranges::find(all, party, &accounting::PartyAccounts::party) != all.end();
  });
  std::ranges::move(accounting::accounts_of(ledger, parties, settings), std::back_inserter(all));
}

}  // namespace

PublicAccount public_account(std::span<const ledger::Ledger* const> ledgers,
                             const accounting::Settings& settings) {
  PublicAccount account;
  for (const ledger::Ledger* ledger : ledgers) {
    for (const Action& action : ledger->actions()) {
      const Place place = place_of(action);
      if (place == Place::transfers) add_row(account.transfers, *ledger, action);
      if (place == Place::uses) add_row(account.uses, *ledger, action);
    }
    add_corrections(account, *ledger);
    if (ledger->registry()) add_parties(account.parties, *ledger, settings);
    for (const auto& [id, approach] : ledger->approaches())
      account.demonstration = account.demonstration || approach.record.record.demonstration;
  }
  account.transfers = added_up(std::move(account.transfers));
  account.uses = added_up(std::move(account.uses));
  account.world = accounting::world(account.parties);
  account.units = accounting::check_world(ledgers);
  return account;
}

}  // namespace openitmo::reporting
