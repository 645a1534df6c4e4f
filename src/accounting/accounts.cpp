#include "accounting/accounts.h"

#include <algorithm>
#include <fmt/format.h>

#include "accounting/exact_sum.h"
#include "accounting/gathered.h"
#include "accounting/outstanding.h"

namespace openitmo::accounting {

namespace {

std::string text(int value) { return fmt::format("{}", value); }
std::string text(CalendarYear year) { return text(year.value()); }

using Ndc = ledger::Recorded<RecordNdc>;

Period period_of(const Ndc& ndc) { return {ndc.record.first_year, ndc.record.last_year}; }

// The last version of each NDC that the view sees, in order of periods.
std::vector<const Ndc*> ndcs_in_view(const ledger::PartyState& party, const View& view) {
  std::map<std::string, const Ndc*> by_name;
  for (const Ndc& ndc : party.ndcs) {
    if (!view.sees(ndc.entry, ndc.effective)) continue;
    const Ndc*& last = by_name[ndc.record.ndc];
    if (!last || last->record.version <= ndc.record.version) last = &ndc;
  }
  std::vector<const Ndc*> ndcs;
  for (const auto& [name, ndc] : by_name) ndcs.push_back(ndc);
  std::stable_sort(ndcs.begin(), ndcs.end(), [](const Ndc* a, const Ndc* b) {
    return a->record.first_year < b->record.first_year;
  });
  return ndcs;
}

Date day_of_question(const ledger::Ledger& ledger, const View& view) {
  return view.effective_until.value_or(ledger.last_recorded_at().date());
}

const Ndc* choose_ndc(const std::vector<const Ndc*>& ndcs, const Settings& settings, Date day) {
  const CalendarYear wanted = settings.period_year.value_or(day.year());
  for (const Ndc* ndc : ndcs)
    if (period_of(*ndc).contains(wanted)) return ndc;
  return settings.period_year || ndcs.empty() ? nullptr : ndcs.front();
}

std::map<CalendarYear, Inventory> inventories_in_view(const ledger::PartyState& party,
                                                      const View& view) {
  std::map<CalendarYear, Inventory> inventories;
  for (const auto& [record, effective, entry] : party.inventories) {
    if (!view.sees(entry, effective)) continue;
    const auto known = inventories.find(record.year);
    if (known != inventories.end() && known->second.version > record.version) continue;
    inventories[record.year] = {record.emissions_kg_co2eq, record.gwp_set, record.basis,
                                record.version, entry};
  }
  return inventories;
}

// The year to which the period has elapsed, at most its last; nothing before its first.
std::optional<CalendarYear> elapsed_through(const BalanceInputs& inputs, const Settings& settings,
                                            Date day) {
  std::optional<CalendarYear> through = settings.through_year;
  if (!through && settings.elapsed_years == ElapsedYears::to_calendar_year) through = day.year();
  if (!through && !inputs.inventories.empty()) through = inputs.inventories.rbegin()->first;
  if (!through || *through < inputs.ndc.first_year) return std::nullopt;
  return std::min(*through, inputs.ndc.last_year);
}

std::vector<MethodChoice> choices_for(NdcKind kind) {
  if (kind == NdcKind::multi_year) return {{.method = AdjustmentMethod::multi_year_trajectory}};
  std::vector<MethodChoice> choices{{.method = AdjustmentMethod::single_year_trajectory}};
  for (const auto numerator : {NumeratorAxis::by_vintage, NumeratorAxis::by_event_year})
    for (const auto convention :
         {AveragingConvention::restated_uniform, AveragingConvention::running_as_at})
      choices.push_back({AdjustmentMethod::single_year_averaging, convention, numerator});
  return choices;
}

MethodChoice declared_choice(const RecordNdc& ndc, const Settings& settings) {
  if (ndc.method != AdjustmentMethod::single_year_averaging) return {.method = ndc.method};
  return {ndc.method, settings.convention.value_or(ndc.averaging_convention), settings.numerator};
}

std::vector<OutsideFlow> outside_flows(const Flows& flows, const std::vector<const Ndc*>& ndcs) {
  std::vector<OutsideFlow> outside;
  const auto collect = [&](const Flow& flow, FlowKind kind) {
    for (const auto& [year, figure] : flow.by_adjusted_year) {
      bool inside = false;
      for (const Ndc* ndc : ndcs) inside = inside || period_of(*ndc).contains(year);
      if (!inside) outside.push_back({kind, year, figure});
    }
  };
  collect(flows.first_transferred_ndc, FlowKind::first_transferred_ndc);
  collect(flows.first_transferred_oimp, FlowKind::first_transferred_oimp);
  collect(flows.used, FlowKind::used);
  return outside;
}

void assume_averaging(std::vector<Assumption>& assumptions, const BalanceInputs& inputs,
                      const MethodFigures& figures, const Settings& settings) {
  assumptions.push_back(
      {AssumptionText::averaging_convention, {std::string(name_of(figures.choice.convention))}});
  assumptions.push_back(
      {AssumptionText::averaging_numerator, {std::string(name_of(figures.choice.numerator))}});
  const std::string rule(settings.through_year ? "to_given_year" : name_of(settings.elapsed_years));
  if (!inputs.through)
    assumptions.push_back({AssumptionText::no_elapsed_year, {rule}});
  else
    assumptions.push_back({AssumptionText::elapsed_years,
                           {rule, text(inputs.ndc.first_year), text(*inputs.through),
                            text(figures.average->elapsed_years)}});
}

std::vector<Assumption> assumptions_of(const PartyAccounts& accounts, const Gathered& gathered,
                                       const BalanceInputs& inputs, const Settings& settings) {
  std::vector<Assumption> assumptions;
  assumptions.push_back(
      {AssumptionText::method,
       {std::string(name_of(inputs.ndc.method)), std::string(name_of(inputs.ndc.basis))}});
  if (inputs.ndc.method == AdjustmentMethod::single_year_averaging)
    assume_averaging(assumptions, inputs, accounts.figures, settings);
  if (accounts.flows.first_transferred_oimp.total() > TonnesCo2eq(0))
    assumptions.push_back({AssumptionText::oimp_apart_from_ndc, {}});
  if (gathered.dated_at_authorization)
    assumptions.push_back({AssumptionText::first_transfer_at_authorization, {}});
  if (accounts.target.is_derived)
    assumptions.push_back({AssumptionText::level_derived,
                           {std::string(name_of(accounts.target.description->record.family))}});
  for (const YearAccount& year : accounts.figures.years) {
    if (!year.inventory)
      assumptions.push_back({AssumptionText::inventory_missing, {text(year.year)}});
    else if (year.inventory->basis != Basis::published)
      assumptions.push_back({AssumptionText::inventory_not_published,
                             {text(year.year), std::string(name_of(year.inventory->basis))}});
  }
  for (const OutsideFlow& flow : accounts.outside)
    assumptions.push_back(
        {AssumptionText::vintage_outside_period,
         {text(flow.year), fmt::format("{}", flow.figure.quantity_t_co2eq.value())}});
  return assumptions;
}

Overselling overselling_of(const ledger::Ledger& ledger, const BalanceInputs& inputs,
                           const PartyAccounts& accounts, Date day) {
  const Achievement& achievement = accounts.figures.achievement;
  Overselling view;
  view.margin_on_inventory_kg_co2eq = achievement.margin_on_inventory_kg_co2eq;
  view.margin_kg_co2eq = achievement.margin_kg_co2eq;
  view.oversold = achievement.oversold();
  view.outstanding_t_co2eq = sum_of(outstanding_authorizations(ledger, accounts.party, day));
  if (!view.margin_kg_co2eq || !view.outstanding_t_co2eq) return view;
  const bool averaged = inputs.ndc.method == AdjustmentMethod::single_year_averaging;
  const Rational more(KilogramsCo2eq(*view.outstanding_t_co2eq).value(),
                      averaged ? inputs.period().years() : 1);
  view.margin_after_authorized_kg_co2eq = exact_difference(*view.margin_kg_co2eq, more);
  return view;
}

PartyAccounts account(const ledger::Ledger& ledger, PartyId party, const Gathered& gathered,
                      const Settings& settings) {
  PartyAccounts accounts;
  accounts.party = party;
  accounts.flows = gathered.flows.flows(party);
  accounts.holdings = gathered.holdings;
  const ledger::PartyState* state = ledger.find_party(party);
  if (!state) return accounts;
  const auto ndcs = ndcs_in_view(*state, settings.view);
  accounts.outside = outside_flows(accounts.flows, ndcs);
  const Date day = day_of_question(ledger, settings.view);
  const Ndc* ndc = choose_ndc(ndcs, settings, day);
  if (!ndc) return accounts;
  accounts.ndc = *ndc;
  BalanceInputs inputs{.ndc = ndc->record,
                       .flows = gathered.flows.flows(party, period_of(*ndc)),
                       .inventories = inventories_in_view(*state, settings.view),
                       .through = {}};
  inputs.through = elapsed_through(inputs, settings, day);
  inputs.target = accounts.target = target_of(*state, ndc->record, settings.view);
  const MethodChoice declared = declared_choice(ndc->record, settings);
  accounts.figures = balance_of(inputs, declared);
  accounts.figures.declared = true;
  for (const MethodChoice& choice : choices_for(ndc->record.kind))
    if (choice != declared) accounts.alternatives.push_back(balance_of(inputs, choice));
  accounts.metrics = metric_accounts(ledger, party, ndc->record, inputs.through, settings.view);
  accounts.assumptions = assumptions_of(accounts, gathered, inputs, settings);
  accounts.overselling = overselling_of(ledger, inputs, accounts, day);
  return accounts;
}

}  // namespace

PartyAccounts account(const ledger::Ledger& ledger, PartyId party, const Settings& settings) {
  return accounts_of(ledger, std::span(&party, 1), settings).front();
}

std::vector<PartyAccounts> accounts_of(const ledger::Ledger& ledger,
                                       std::span<const PartyId> parties, const Settings& settings) {
  const auto gathered = gather(ledger, parties, settings.view);
  std::vector<PartyAccounts> accounts;
  for (const PartyId party : parties)
    accounts.push_back(account(ledger, party, gathered.at(party), settings));
  return accounts;
}

}  // namespace openitmo::accounting
