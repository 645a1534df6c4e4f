#include "accounting/flows.h"

#include <algorithm>

#include "accounting/non_ghg.h"

namespace openitmo::accounting {

using ledger::Action;
using ledger::ActionSubtype;
using ledger::ActionType;

void Figure::add(TonnesCo2eq quantity, std::uint64_t entry) {
  quantity_t_co2eq += quantity;
  if (entries.empty() || entries.back() < entry) {
    entries.push_back(entry);
    return;
  }
  const auto at = std::ranges::lower_bound(entries, entry);
  if (at == entries.end() || *at != entry) entries.insert(at, entry);
}

void Figure::add(const Figure& more) {
  quantity_t_co2eq += more.quantity_t_co2eq;
  if (entries.empty()) {
    entries = more.entries;
    return;
  }
  const auto middle = static_cast<std::ptrdiff_t>(entries.size());
  entries.insert(entries.end(), more.entries.begin(), more.entries.end());
  std::inplace_merge(entries.begin(), entries.begin() + middle, entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
}

Figure figure_of(const YearFigures& figures, CalendarYear year) {
  const auto found = figures.find(year);
  return found == figures.end() ? Figure{} : found->second;
}

TonnesCo2eq Flow::total() const {
  TonnesCo2eq total;
  for (const auto& [year, figure] : by_adjusted_year) total += figure.quantity_t_co2eq;
  return total;
}

void FlowCells::add(FlowKind kind, CalendarYear adjusted, CalendarYear event, TonnesCo2eq quantity,
                    std::uint64_t entry) {
  cells_[{kind, adjusted, event}].add(quantity, entry);
}

Flows FlowCells::flows(PartyId party, std::optional<Period> period) const {
  Flows flows;
  flows.party = party;
  for (const auto& [cell, figure] : cells_) {
    if (period && !period->contains(cell.adjusted)) continue;
    Flow& flow = cell.kind == FlowKind::used                    ? flows.used
                 : cell.kind == FlowKind::first_transferred_ndc ? flows.first_transferred_ndc
                                                                : flows.first_transferred_oimp;
    flow.by_adjusted_year[cell.adjusted].add(figure);
    flow.by_event_year[cell.event].add(figure);
  }
  return flows;
}

namespace {

bool for_oimp_alone(const ledger::Ledger& ledger, const Action& action) {
  const auto& authorization = ledger.authorizations()[action.authorization];
  const auto* version = authorization.in_force(action.date);
  return !covers_ndc(version ? version->record.purpose : authorization.latest().purpose);
}

bool oimp_trigger(ActionSubtype subtype) {
  return subtype == ActionSubtype::authorization || subtype == ActionSubtype::issuance ||
         subtype == ActionSubtype::use_or_cancellation;
}

}  // namespace

std::optional<FlowKind> flow_of(const ledger::Ledger& ledger, const Action& action) {
  if (action.type == ActionType::use && action.purpose == ledger::UsePurpose::ndc)
    return FlowKind::used;
  if (action.type != ActionType::first_transfer) return std::nullopt;
  return oimp_trigger(action.subtype) || for_oimp_alone(ledger, action)
             ? FlowKind::first_transferred_oimp
             : FlowKind::first_transferred_ndc;
}

CalendarYear adjusted_year(const Action& action, FlowKind kind) {
  if (kind != FlowKind::used) return action.range.series().vintage;
  check(action.use_year.has_value(), "use towards an NDC names its year");
  return *action.use_year;
}

CalendarYear event_year(const ledger::Ledger& ledger, const Action& action) {
  if (action.type != ActionType::first_transfer || action.subtype != ActionSubtype::authorization)
    return action.date.year();
  Date day = ledger.authorizations()[action.authorization].versions.front().effective;
  for (const auto& piece : ledger.underlying().pieces(action.range))
    if (of_mechanism(piece.units))
      if (const auto* statement = ledger.terms().a64_statement(piece.units))
        day = std::min(day, statement->record.issued_on);
  return day.year();
}

std::optional<TonnesCo2eq> accounted_t_co2eq(const ledger::Ledger& ledger, PartyId party,
                                             const ledger::ItmoRange& range) {
  return accounted_t_co2eq(ledger.find_approach(range.series().approach), party, range);
}

std::optional<TonnesCo2eq> accounted_t_co2eq(const ledger::ApproachState* approach, PartyId party,
                                             const ledger::ItmoRange& range) {
  if (!approach || !approach->metric) return range.quantity_t_co2eq();
  for (const ledger::Conversion& conversion : approach->metric->record.conversions)
    if (conversion.party == party)
      return converted_t_co2eq(range.first_id.serial, range.last_id.serial, conversion.factor());
  return std::nullopt;
}

namespace {

// Units of the metric that the Party does not convert.
std::optional<TonnesCo2eq> units_of_metric(const ledger::Ledger& ledger, PartyId party,
                                           std::string_view metric,
                                           const ledger::ItmoRange& range) {
  if (ledger.metric_of(range.series().approach) != metric ||
      accounted_t_co2eq(ledger, party, range))
    return std::nullopt;
  return range.quantity_t_co2eq();
}

}  // namespace

Flows flows_of(const ledger::Ledger& ledger, PartyId party, const View& view,
               std::optional<Period> period, std::string_view in_metric) {
  FlowCells cells;
  const auto add = [&](const Action& action) {
    if (action.reporting_party != party || !view.sees(action.entry, action.date)) return;
    const auto kind = flow_of(ledger, action);
    if (!kind) return;
    const auto quantity = in_metric.empty()
                              ? accounted_t_co2eq(ledger, party, action.range)
                              : units_of_metric(ledger, party, in_metric, action.range);
    if (quantity)
      cells.add(*kind, adjusted_year(action, *kind), event_year(ledger, action), *quantity,
                action.entry);
  };
  for (const Action& action : ledger.actions()) add(action);
  for (const auto& corrected : ledger.corrected_actions())
    if (!view.sees(corrected.by_entry, corrected.by_date)) add(corrected.action);
  return cells.flows(party, period);
}

}  // namespace openitmo::accounting
