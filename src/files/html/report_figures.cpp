#include "files/html/report_figures.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "mrv/monitoring_summary.h"

namespace openitmo::files {

using ledger::ActionSubtype;
using ledger::ActionType;
using ledger::BlockStatus;
using registry::Programme;
using registry::ProgrammeComponent;
using registry::ProgrammeRun;
using registry::RegistryState;

namespace {

std::int64_t kilograms_of(double tonnes) { return std::llround(tonnes * 1000); }

// Component index -> its row; created with a zero for every component.
WasteOfPeriod& row_of(std::map<mrv::Period, WasteOfPeriod>& rows, mrv::Period period,
                      std::size_t components) {
  WasteOfPeriod& row = rows[period];
  row.period = period;
  row.treated_kg.resize(components);
  return row;
}

void add_tickets(std::map<mrv::Period, WasteOfPeriod>& rows, const Programme& programme,
                 std::size_t index) {
  const mrv::MonitoringData& data = programme.components[index].data;
  if (data.tickets.empty()) return;
  const auto [first, last] = std::ranges::minmax(
      data.tickets, {}, [](const mrv::WeighbridgeTicket& ticket) { return ticket.time; });
  const mrv::MonitoringSummary summary = mrv::summarize(data, {first.time.date(), last.time.date()},
                                                        programme.components[index].plan.model);
  for (const mrv::MonthSummary& month : summary.months) {
    WasteOfPeriod& row = row_of(rows, month.month, programme.components.size());
    row.received_kg += month.waste_in_kg;
    row.treated_kg[index] += month.treated_kg();
  }
}

void add_declared(std::map<mrv::Period, WasteOfPeriod>& rows, const Programme& programme,
                  std::size_t index) {
  for (const mrv::DeclaredAmount& amount : programme.components[index].data.declared_waste) {
    WasteOfPeriod& row =
        row_of(rows, {.year = amount.year.value(), .month = 0}, programme.components.size());
    row.received_kg += kilograms_of(amount.tonnes_wet);
    row.treated_kg[index] += kilograms_of(amount.tonnes_wet);
  }
}

using Key = std::pair<std::string, Vintage>;
struct Measured {
  KilogramsCo2eq kg;
  double exact_t = 0;
};

std::map<Key, Measured> measured_by_vintage(const ProgrammeRun& run) {
  std::map<std::pair<Key, Date>, Measured> parts;
  for (const registry::ComponentResult& result : run.results)
    for (const mrv::YearResult& year : result.quantification.years)
      parts[{{result.component, year.year}, year.part.first}] = {year.reductions, year.claimed};
  std::map<Key, Measured> sums;
  for (const auto& [part, measured] : parts) {
    sums[part.first].kg += measured.kg;
    sums[part.first].exact_t += measured.exact_t;
  }
  return sums;
}

std::map<Key, ledger::UnitsIssued> issuances_by_vintage(const ProgrammeRun& run) {
  std::map<Key, ledger::UnitsIssued> issuances;
  for (const RegistryState& state : run.registries)
    for (const auto& issuance : state.ledger.issuances())
      if (!accounting::in_other_metric(state.ledger, issuance.record))
        issuances.emplace(Key{issuance.record.component, issuance.record.vintage}, issuance.record);
  return issuances;
}

std::set<CalendarYear> years_of(const ProgrammeComponent& component,
                                const std::map<Key, Measured>& measured,
                                const std::map<Key, ledger::UnitsIssued>& issuances) {
  std::set<CalendarYear> years;
  for (const auto& [year, expected] : component.expected_t_co2eq) years.insert(year);
  for (const auto& [year, published] : component.published_t_co2eq) years.insert(year);
  for (const auto& [key, value] : measured)
    if (key.first == component.id) years.insert(key.second);
  for (const auto& [key, value] : issuances)
    if (key.first == component.id) years.insert(key.second);
  return years;
}

void add_action(Totals& totals, const ledger::Action& action) {
  const TonnesCo2eq quantity = action.range.quantity_t_co2eq();
  if (action.type == ActionType::use && action.purpose == ledger::UsePurpose::ndc)
    totals.used_t_co2eq += quantity;
  if (action.type != ActionType::first_transfer) return;
  switch (action.subtype) {
    case ActionSubtype::voluntary_cancellation_omge:
    case ActionSubtype::mandatory_cancellation_omge:
      totals.first_transferred_omge_t_co2eq += quantity;
      return;
    case ActionSubtype::authorization:
    case ActionSubtype::issuance:
    case ActionSubtype::use_or_cancellation:
      totals.first_transferred_oimp_t_co2eq += quantity;
      return;
    case ActionSubtype::none:
    case ActionSubtype::first_international_transfer:
    case ActionSubtype::other_cancellation:
    case ActionSubtype::voluntary_transfer_adaptation_fund:
    case ActionSubtype::mandatory_transfer_adaptation_fund:
      totals.first_transferred_t_co2eq += quantity;
  }
}

bool is_live(BlockStatus status) {
  return status != BlockStatus::sent && status != BlockStatus::withdrawn;
}

// How many units of a block in transit another registry has already recorded.
TonnesCo2eq already_received(const ProgrammeRun& run, RegistryId sender,
                             const ledger::Block& block) {
  TonnesCo2eq received;
  for (const RegistryState& state : run.registries) {
    if (state.registry == sender) continue;
    for (const ledger::Block& theirs : state.ledger.blocks().within(block.range))
      if (is_live(theirs.state.status)) received += theirs.range.quantity_t_co2eq();
  }
  return received;
}

void add_block(UnitPlaces& places, const ProgrammeRun& run, RegistryId registry,
               const ledger::Block& block) {
  const TonnesCo2eq quantity = block.range.quantity_t_co2eq();
  switch (block.state.status) {
    case BlockStatus::held:
      places.held_t_co2eq += quantity;
      return;
    case BlockStatus::in_transit:
      places.in_transit_t_co2eq += quantity - already_received(run, registry, block);
      return;
    case BlockStatus::used:
      places.used_t_co2eq += quantity;
      return;
    case BlockStatus::cancelled:
      places.cancelled_other_t_co2eq += quantity;
      return;
    case BlockStatus::sent:
    case BlockStatus::withdrawn:
      return;
  }
}

bool for_omge(ActionSubtype subtype) {
  return subtype == ActionSubtype::voluntary_cancellation_omge ||
         subtype == ActionSubtype::mandatory_cancellation_omge;
}

}  // namespace

std::vector<WasteOfPeriod> waste_over_time(const Programme& programme) {
  std::map<mrv::Period, WasteOfPeriod> rows;
  const bool weighed = std::ranges::any_of(
      programme.components, [](const ProgrammeComponent& c) { return !c.data.tickets.empty(); });
  for (std::size_t i = 0; i < programme.components.size(); ++i)
    weighed ? add_tickets(rows, programme, i) : add_declared(rows, programme, i);
  std::vector<WasteOfPeriod> waste;
  for (auto& [period, row] : rows) waste.push_back(std::move(row));
  return waste;
}

std::vector<VintageResult> vintage_results(const Programme& programme, const ProgrammeRun& run) {
  const auto measured = measured_by_vintage(run);
  const auto issuances = issuances_by_vintage(run);
  std::vector<VintageResult> results;
  for (const ProgrammeComponent& component : programme.components)
    for (const CalendarYear year : years_of(component, measured, issuances)) {
      VintageResult& result = results.emplace_back();
      result.component = component.id;
      result.vintage = year;
      const Key key{component.id, year};
      if (const auto found = measured.find(key); found != measured.end()) {
        result.measured_kg_co2eq = found->second.kg;
        result.exact_t_co2eq = found->second.exact_t;
      }
      if (const auto found = component.expected_t_co2eq.find(year);
          found != component.expected_t_co2eq.end())
        result.expected_t_co2eq = found->second;
      if (const auto found = component.published_t_co2eq.find(year);
          found != component.published_t_co2eq.end())
        result.published_t_co2eq = found->second;
      if (const auto found = issuances.find(key); found != issuances.end())
        result.issuance = found->second;
    }
  return results;
}

KilogramsCo2eq Totals::kept_kg_co2eq() const {
  return measured_kg_co2eq -
         KilogramsCo2eq(first_transferred_t_co2eq + first_transferred_omge_t_co2eq +
                        first_transferred_oimp_t_co2eq);
}

Totals totals_of(const Programme& programme, const ProgrammeRun& run) {
  Totals totals;
  for (const VintageResult& result : vintage_results(programme, run)) {
    totals.measured_kg_co2eq += result.measured_kg_co2eq.value_or(KilogramsCo2eq());
    if (result.issuance) totals.issued_t_co2eq += result.issuance->issued_t_co2eq;
  }
  for (const RegistryState& state : run.registries)
    for (const ledger::Action& action : state.ledger.actions())
      if (state.ledger.metric_of(action.range.series().approach).empty())
        add_action(totals, action);
  return totals;
}

std::vector<PartyId> host_parties(const ProgrammeRun& run) {
  std::set<PartyId> hosts;
  for (const RegistryState& state : run.registries)
    for (const auto& [id, activity] : state.ledger.activities().activities())
      hosts.insert(activity.record.host);
  return {hosts.begin(), hosts.end()};
}

std::vector<PartyId> acquiring_parties(const ProgrammeRun& run) {
  std::set<PartyId> acquiring;
  for (const RegistryState& state : run.registries)
    for (const ledger::Action& action : state.ledger.actions()) {
      if (action.type == ActionType::acquisition) acquiring.insert(action.reporting_party);
      if (!action.acquiring_party.empty()) acquiring.insert(action.acquiring_party);
    }
  return {acquiring.begin(), acquiring.end()};
}

std::vector<const accounting::PartyAccounts*> ordered_accounts(const ProgrammeRun& run) {
  std::vector<const accounting::PartyAccounts*> accounts;
  for (const accounting::PartyAccounts& party : run.accounts) accounts.push_back(&party);
  const auto hosts = host_parties(run);
  std::ranges::stable_sort(accounts, {}, [&](const accounting::PartyAccounts* party) {
    return std::ranges::find(hosts, party->party) == hosts.end();
  });
  return accounts;
}

std::map<std::pair<PartyId, Vintage>, UnitPlaces> unit_places(const ProgrammeRun& run) {
  std::map<std::pair<PartyId, Vintage>, UnitPlaces> places;
  for (const RegistryState& state : run.registries) {
    state.ledger.blocks().for_each([&](const ledger::Block& block) {
      if (block.state.account == ledger::BlockState::kNone) return;
      if (!state.ledger.metric_of(block.range.series().approach).empty()) return;
      const PartyId party = state.ledger.accounts()[block.state.account].party;
      add_block(places[{party, block.range.series().vintage}], run, state.registry, block);
    });
    for (const ledger::Action& action : state.ledger.actions()) {
      if (!for_omge(action.subtype)) continue;
      if (!state.ledger.metric_of(action.range.series().approach).empty()) continue;
      UnitPlaces& place = places[{action.reporting_party, action.range.series().vintage}];
      place.cancelled_omge_t_co2eq += action.range.quantity_t_co2eq();
      place.cancelled_other_t_co2eq -= action.range.quantity_t_co2eq();
    }
  }
  std::erase_if(places, [](const auto& entry) { return entry.second.total() == TonnesCo2eq(0); });
  return places;
}

}  // namespace openitmo::files
