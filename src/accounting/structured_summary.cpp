#include "accounting/structured_summary.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "accounting/exact_sum.h"

namespace openitmo::accounting {

using ledger::Action;
using ledger::Ledger;

namespace {

std::int64_t tonnes(const Figure& figure) {
  check(figure.quantity_t_co2eq.value() <= INT64_MAX, "tonnes fit in int64");
  return static_cast<std::int64_t>(figure.quantity_t_co2eq.value());
}

Rational in_tonnes(const Rational& kilograms) {
  return exact_product(kilograms, Rational(1, 1000));
}
Rational in_tonnes(KilogramsCo2eq kilograms) { return {kilograms.value(), 1000}; }

const YearAccount* find_year(const MethodFigures& figures, CalendarYear year) {
  for (const YearAccount& account : figures.years)
    if (account.year == year) return &account;
  return nullptr;
}

std::set<CalendarYear> years_of(const MethodFigures& figures, const Flows& flows) {
  std::set<CalendarYear> years;
  for (const YearAccount& account : figures.years) years.insert(account.year);
  for (const Flow* flow :
       {&flows.first_transferred_ndc, &flows.first_transferred_oimp, &flows.used})
    for (const auto& [year, figure] : flow->by_event_year) years.insert(year);
  return years;
}

SummaryYear summary_year(const PartyAccounts& accounts, const Flows& flows, CalendarYear year) {
  SummaryYear row;
  row.year = year;
  row.r23c = figure_of(flows.first_transferred_ndc.by_event_year, year);
  row.r23d = figure_of(flows.first_transferred_oimp.by_event_year, year);
  row.r23e = figure_of(flows.used.by_event_year, year);
  row.r23f_t_co2eq = tonnes(row.r23c) + tonnes(row.r23d) - tonnes(row.r23e);
  const YearAccount* account = find_year(accounts.figures, year);
  if (!account) return row;
  row.trajectory_kg_co2eq = account->trajectory_kg_co2eq;
  if (account->inventory) {
    row.r23a_kg_co2eq = account->inventory->emissions_kg_co2eq;
    row.r23b_kg_co2eq = row.r23a_kg_co2eq;
  }
  row.r23g_kg_co2eq = account->adjustment_kg_co2eq;
  if (accounts.figures.choice.method == AdjustmentMethod::single_year_averaging)
    row.cumulative_divided_kg_co2eq = account->adjustment_kg_co2eq;
  row.r23k_i_kg_co2eq = account->balance_kg_co2eq;
  return row;
}

std::string sector_of(const Ledger& ledger, const Action& action) {
  const auto& authorization = ledger.authorizations()[action.authorization].latest();
  const auto* activity = ledger.activities().find_activity(authorization.activity);
  return activity ? activity->record.sector : "";
}

SummaryBreakdown breakdown_of(const Ledger& ledger, const Action& action, FlowKind kind) {
  SummaryBreakdown line;
  line.row = kind;
  line.event_year = event_year(ledger, action);
  line.approach = action.range.series().approach;
  line.sector = sector_of(ledger, action);
  line.first_transferring_party = action.range.series().party;
  if (kind == FlowKind::used) line.using_party = action.reporting_party;
  if (kind == FlowKind::first_transferred_ndc) line.using_party = action.acquiring_party;
  line.vintage = action.range.series().vintage;
  return line;
}

auto key_of(const SummaryBreakdown& line) {
  return std::tie(line.row, line.event_year, line.approach, line.sector,
                  line.first_transferring_party, line.using_party, line.vintage);
}

std::vector<SummaryBreakdown> breakdown(const Ledger& ledger, PartyId party, const View& view,
                                        const Period& period) {
  std::vector<SummaryBreakdown> lines;
  for (const Action& action : ledger.actions()) {
    if (action.reporting_party != party || !view.sees(action.entry, action.date)) continue;
    const auto kind = flow_of(ledger, action);
    if (!kind || !period.contains(adjusted_year(action, *kind))) continue;
    const auto quantity = accounted_t_co2eq(ledger, party, action.range);
    if (!quantity) continue;
    const SummaryBreakdown line = breakdown_of(ledger, action, *kind);
    auto at = std::find_if(lines.begin(), lines.end(), [&](const SummaryBreakdown& known) {
      return key_of(known) == key_of(line);
    });
    if (at == lines.end()) at = lines.insert(at, line);
    at->figure.add(*quantity, action.entry);
  }
  std::sort(lines.begin(), lines.end(), [](const SummaryBreakdown& a, const SummaryBreakdown& b) {
    return key_of(a) < key_of(b);
  });
  return lines;
}

std::vector<std::string> oimp_entities(const Ledger& ledger, PartyId party) {
  std::set<std::string> entities;
  for (const auto& authorization : ledger.authorizations()) {
    const auto& latest = authorization.latest();
    if (latest.party != party || !covers_oimp(latest.purpose)) continue;
    entities.insert(latest.authorized_entities.begin(), latest.authorized_entities.end());
  }
  return {entities.begin(), entities.end()};
}

}  // namespace

StructuredSummary structured_summary(const Ledger& ledger, const PartyAccounts& accounts,
                                     const View& view) {
  StructuredSummary summary;
  summary.party = accounts.party;
  if (!accounts.ndc) return summary;
  const RecordNdc& ndc = accounts.ndc->record;
  const Period period{ndc.first_year, ndc.last_year};
  summary.method = ndc.method;
  summary.budget_kg_co2eq = ndc.budget_kg_co2eq;
  summary.target_level_kg_co2eq = ndc.target_level_kg_co2eq;
  summary.target_year = ndc.target_year;
  const Flows flows = flows_of(ledger, accounts.party, view, period);
  std::int64_t cumulative = 0;
  for (const CalendarYear year : years_of(accounts.figures, flows)) {
    SummaryYear row = summary_year(accounts, flows, year);
    cumulative += row.r23f_t_co2eq;
    row.r23h_t_co2eq = cumulative;
    summary.years.push_back(std::move(row));
  }
  summary.oimp_entities = oimp_entities(ledger, accounts.party);
  summary.breakdown = breakdown(ledger, accounts.party, view, period);
  summary.achievement = accounts.figures.achievement;
  return summary;
}

namespace {

template <class Value>
SummaryRow row_of(const StructuredSummary& summary, std::string_view paragraph,
                  std::string_view label, Value value) {
  SummaryRow row{paragraph, label, {}};
  for (const SummaryYear& year : summary.years) row.values_t_co2eq.push_back(value(year));
  return row;
}

// A value that is kept in kg CO2 eq and may be absent, in t CO2 eq.
template <class Amount>
auto kilograms_in(std::optional<Amount> SummaryYear::* member) {
  return [member](const SummaryYear& year) -> std::optional<Rational> {
    if (!(year.*member)) return std::nullopt;
    return in_tonnes(*(year.*member));
  };
}

auto tonnes_in(Figure SummaryYear::* member) {
  return [member](const SummaryYear& year) -> std::optional<Rational> {
    return whole(tonnes(year.*member));
  };
}

auto tonnes_in(std::int64_t SummaryYear::* member) {
  return
      [member](const SummaryYear& year) -> std::optional<Rational> { return whole(year.*member); };
}

}  // namespace

std::vector<SummaryRow> table_4_rows(const StructuredSummary& summary) {
  using Y = SummaryYear;
  std::vector<SummaryRow> rows;
  if (summary.method == AdjustmentMethod::single_year_trajectory)
    rows.push_back(row_of(summary, "7(a)(i)",
                          "Indicative multi-year emissions trajectory, trajectories or budget",
                          kilograms_in(&Y::trajectory_kg_co2eq)));
  if (summary.method == AdjustmentMethod::multi_year_trajectory)
    rows.push_back(row_of(summary, "7(b)",
                          "Multi-year emissions trajectory, trajectories or budget",
                          kilograms_in(&Y::trajectory_kg_co2eq)));
  rows.push_back(row_of(summary, "23(a)",
                        "Annual anthropogenic emissions and removals covered by the NDC or from "
                        "the categories identified pursuant to para 10",
                        kilograms_in(&Y::r23a_kg_co2eq)));
  rows.push_back(row_of(summary, "23(b)",
                        "Annual anthropogenic emissions and removals covered by the NDC or from "
                        "the portion of the NDC in accordance with para 10",
                        kilograms_in(&Y::r23b_kg_co2eq)));
  rows.push_back(
      row_of(summary, "23(c)", "Annual quantity of ITMOs first transferred", tonnes_in(&Y::r23c)));
  rows.push_back(row_of(summary, "23(d)",
                        "Annual quantity of mitigation outcomes authorized for use for other "
                        "international mitigation purposes",
                        tonnes_in(&Y::r23d)));
  rows.push_back(row_of(summary, "23(e)",
                        "Annual quantity of ITMOs used towards achievement of the NDC",
                        tonnes_in(&Y::r23e)));
  rows.push_back(row_of(summary, "23(f)",
                        "Net annual quantity of ITMOs resulting from paras 23(c)-(e)",
                        tonnes_in(&Y::r23f_t_co2eq)));
  if (summary.method == AdjustmentMethod::single_year_averaging)
    rows.push_back(row_of(summary, "7(a)(ii)",
                          "Cumulative amount of ITMOs divided by the number of elapsed years in "
                          "the NDC implementation period",
                          kilograms_in(&Y::cumulative_divided_kg_co2eq)));
  rows.push_back(row_of(summary, "23(g)", "Total quantitative corresponding adjustments",
                        kilograms_in(&Y::r23g_kg_co2eq)));
  rows.push_back(row_of(summary, "23(h)", "Cumulative information on para 23(f)",
                        tonnes_in(&Y::r23h_t_co2eq)));
  rows.push_back(
      row_of(summary, "23(k)(i)", "Annual emissions balance", kilograms_in(&Y::r23k_i_kg_co2eq)));
  return rows;
}

}  // namespace openitmo::accounting
