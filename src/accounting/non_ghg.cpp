#include "accounting/non_ghg.h"

#include <algorithm>

#include "accounting/exact_sum.h"
#include "quantity/check.h"
#include "quantity/rounding.h"

namespace openitmo::accounting {

Rational indicator_adjustment(const Rational& emissions_sign_adjustment) {
  return -emissions_sign_adjustment;
}

Rational adjusted_indicator(std::int64_t level, const Rational& emissions_sign_adjustment) {
  return exact_sum(whole(level), indicator_adjustment(emissions_sign_adjustment));
}

TonnesCo2eq converted_t_co2eq(std::uint64_t first, std::uint64_t last, const Rational& factor) {
  check(first >= 1 && first <= last, "a range has a first serial from 1 and a last one");
  return share_of(TonnesCo2eq(last), factor, Rounding::down) -
         share_of(TonnesCo2eq(first - 1), factor, Rounding::down);
}

bool in_other_metric(const ledger::Ledger& ledger, const ledger::UnitsIssued& issuance) {
  return !issuance.ranges.empty() &&
         !ledger.metric_of(issuance.ranges.front().series().approach).empty();
}

namespace {

YearQuantities amounts(const YearFigures& figures) {
  YearQuantities result;
  for (const auto& [year, figure] : figures) {
    check(figure.quantity_t_co2eq.value() <= INT64_MAX, "units of a metric fit in int64");
    result[year] = static_cast<std::int64_t>(figure.quantity_t_co2eq.value());
  }
  return result;
}

YearFigures sum(const YearFigures& a, const YearFigures& b) {
  YearFigures both = a;
  for (const auto& [year, figure] : b)
    for (const std::uint64_t entry : figure.entries) both[year].entries.push_back(entry);
  for (const auto& [year, figure] : b) both[year].quantity_t_co2eq += figure.quantity_t_co2eq;
  return both;
}

std::map<CalendarYear, std::uint64_t> levels_of(const ledger::PartyState& party,
                                                const std::string& metric, const View& view) {
  std::map<CalendarYear, std::uint64_t> levels;
  std::map<CalendarYear, std::uint32_t> versions;
  for (const auto& [record, effective, entry] : party.metric_levels) {
    if (record.metric != metric || !view.sees(entry, effective)) continue;
    if (const auto known = versions.find(record.year);
        known != versions.end() && known->second > record.version)
      continue;
    versions[record.year] = record.version;
    levels[record.year] = record.level;
  }
  return levels;
}

// Metrics that the Party's approaches count in and that it does not convert.
std::vector<std::string> metrics_of(const ledger::Ledger& ledger, PartyId party) {
  std::vector<std::string> metrics;
  for (const auto& [id, approach] : ledger.approaches()) {
    if (!approach.metric || !approach.has_party(party)) continue;
    const ledger::DeclareMetric& declared = approach.metric->record;
    const auto& conversions = declared.conversions;
    const bool converts =
        std::ranges::find(conversions, party, &ledger::Conversion::party) != conversions.end();
    if (!converts && std::ranges::find(metrics, declared.metric) == metrics.end())
      metrics.push_back(declared.metric);
  }
  return metrics;
}

std::vector<YearRational> adjustments_by(const RecordNdc& ndc, const Period& period,
                                         std::optional<CalendarYear> through,
                                         const YearQuantities& additions,
                                         const YearQuantities& subtractions) {
  if (ndc.method != AdjustmentMethod::single_year_averaging)
    return annual_adjustments(period, additions, subtractions);
  if (!through) return {};
  return averaged_adjustments(period, *through, ndc.averaging_convention, additions, subtractions);
}

}  // namespace

std::vector<MetricAccount> metric_accounts(const ledger::Ledger& ledger, PartyId party,
                                           const RecordNdc& ndc,
                                           std::optional<CalendarYear> through, const View& view) {
  std::vector<MetricAccount> accounts;
  const ledger::PartyState* state = ledger.find_party(party);
  if (!state) return accounts;
  const Period period{ndc.first_year, ndc.last_year};
  for (const std::string& metric : metrics_of(ledger, party)) {
    const Flows flows = flows_of(ledger, party, view, period, metric);
    const YearFigures added = sum(flows.first_transferred_ndc.by_adjusted_year,
                                  flows.first_transferred_oimp.by_adjusted_year);
    const YearFigures& used = flows.used.by_adjusted_year;
    const auto levels = levels_of(*state, metric, view);
    MetricAccount account{metric, {}};
    for (CalendarYear year = period.first; year <= period.last; year = year.next()) {
      const auto level = levels.find(year);
      account.years.push_back(
          {.year = year,
           .level = level == levels.end() ? std::nullopt : std::optional(level->second),
           .first_transferred = figure_of(added, year),
           .used = figure_of(used, year),
           .adjustment = {},
           .adjusted_level = {}});
    }
    for (const auto& [year, amount] :
         adjustments_by(ndc, period, through, amounts(added), amounts(used))) {
      MetricYear& row =
          account.years[static_cast<std::size_t>(year.value() - period.first.value())];
      row.adjustment = indicator_adjustment(amount);
      if (row.level)
        row.adjusted_level = adjusted_indicator(static_cast<std::int64_t>(*row.level), amount);
    }
    accounts.push_back(std::move(account));
  }
  return accounts;
}

}  // namespace openitmo::accounting
