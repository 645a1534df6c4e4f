#include "accounting/balance.h"

#include <algorithm>

#include "accounting/exact_sum.h"

namespace openitmo::accounting {

namespace {

std::int64_t kilograms(TonnesCo2eq tonnes) { return KilogramsCo2eq(tonnes).value(); }
Rational exact(KilogramsCo2eq kilograms) { return whole(kilograms.value()); }

// What enters the average: by the year that para 8 adjusts, or by event year. An action after the
// last year of the period still counts for it (rulebook R-048), so it joins that year, and both
// axes meet at the end of the period.
void add_axis(YearQuantities& sums, const Flow& flow, const Period& period, NumeratorAxis axis) {
  const bool by_event = axis == NumeratorAxis::by_event_year;
  for (const auto& [year, figure] : by_event ? flow.by_event_year : flow.by_adjusted_year)
    sums[std::clamp(year, period.first, period.last)] += kilograms(figure.quantity_t_co2eq);
}

struct Sums {
  YearQuantities additions;
  YearQuantities subtractions;
};

Sums sums_of(const BalanceInputs& inputs, NumeratorAxis axis) {
  Sums sums;
  add_axis(sums.additions, inputs.flows.first_transferred_ndc, inputs.period(), axis);
  add_axis(sums.additions, inputs.flows.first_transferred_oimp, inputs.period(), axis);
  add_axis(sums.subtractions, inputs.flows.used, inputs.period(), axis);
  return sums;
}

std::optional<KilogramsCo2eq> trajectory_of(const RecordNdc& ndc, CalendarYear year) {
  for (const YearAmount& amount : ndc.trajectory)
    if (amount.year == year) return amount.amount_kg_co2eq;
  return std::nullopt;
}

std::vector<YearRational> adjustments_of(const BalanceInputs& inputs, const MethodChoice& choice) {
  const Sums sums = sums_of(inputs, choice.method == AdjustmentMethod::single_year_averaging
                                        ? choice.numerator
                                        : NumeratorAxis::by_vintage);
  if (choice.method != AdjustmentMethod::single_year_averaging)
    return annual_adjustments(inputs.period(), sums.additions, sums.subtractions);
  if (!inputs.through) return {};
  return averaged_adjustments(inputs.period(), *inputs.through, choice.convention, sums.additions,
                              sums.subtractions);
}

YearAccount year_account(const BalanceInputs& inputs, CalendarYear year,
                         const std::vector<YearRational>& adjustments) {
  YearAccount account;
  account.year = year;
  account.first_transferred_ndc =
      figure_of(inputs.flows.first_transferred_ndc.by_adjusted_year, year);
  account.first_transferred_oimp =
      figure_of(inputs.flows.first_transferred_oimp.by_adjusted_year, year);
  account.used = figure_of(inputs.flows.used.by_adjusted_year, year);
  account.trajectory_kg_co2eq = trajectory_of(inputs.ndc, year);
  const auto inventory = inputs.inventories.find(year);
  if (inventory != inputs.inventories.end()) account.inventory = inventory->second;
  for (const YearRational& adjustment : adjustments)
    if (adjustment.year == year) account.adjustment_kg_co2eq = adjustment.amount;
  if (!account.inventory)
    account.balance_unknown = Unknown::inventory_missing;
  else if (!account.adjustment_kg_co2eq)
    account.balance_unknown = Unknown::year_not_elapsed;
  else
    account.balance_kg_co2eq =
        exact_sum(exact(account.inventory->emissions_kg_co2eq), *account.adjustment_kg_co2eq);
  return account;
}

// The limit that `years` are compared with, if the NDC record has one.
void set_limit(Cumulative& sum, const RecordNdc& ndc) {
  if (!ndc.trajectory.empty()) {
    Rational limit;
    for (CalendarYear year = sum.years.first; year <= sum.years.last; year = year.next()) {
      const auto amount = trajectory_of(ndc, year);
      if (!amount) return;
      limit = exact_sum(limit, exact(*amount));
    }
    sum.limit_kind = LimitKind::trajectory;
    sum.limit_kg_co2eq = limit;
  } else if (ndc.budget_kg_co2eq) {
    sum.limit_kind = LimitKind::budget;
    sum.limit_kg_co2eq = exact(*ndc.budget_kg_co2eq);
  }
}

void judge(Cumulative& sum, CalendarYear last_year) {
  if (!sum.limit_kg_co2eq) {
    sum.within_unknown = Unknown::no_target;
    return;
  }
  if (!sum.balance_kg_co2eq) {
    sum.within_unknown = Unknown::inventory_missing;
    return;
  }
  sum.margin_kg_co2eq = exact_difference(*sum.limit_kg_co2eq, *sum.balance_kg_co2eq);
  if (sum.limit_kind == LimitKind::budget && sum.years.last != last_year) {
    sum.within_unknown = Unknown::period_not_over;
    return;
  }
  sum.within = *sum.margin_kg_co2eq >= Rational();
}

Cumulative cumulative_of(const BalanceInputs& inputs, const std::vector<YearAccount>& years) {
  Cumulative sum;
  sum.years = {inputs.ndc.first_year, *inputs.through};
  Rational emissions;
  for (const YearAccount& year : years) {
    if (!sum.years.contains(year.year)) continue;
    sum.adjustment_kg_co2eq = exact_sum(sum.adjustment_kg_co2eq, whole(year.flows_kg_co2eq()));
    if (year.inventory)
      emissions = exact_sum(emissions, exact(year.inventory->emissions_kg_co2eq));
    else
      sum.missing_inventory_years.push_back(year.year);
  }
  if (sum.missing_inventory_years.empty()) {
    sum.emissions_kg_co2eq = emissions;
    sum.balance_kg_co2eq = exact_sum(emissions, sum.adjustment_kg_co2eq);
  }
  set_limit(sum, inputs.ndc);
  judge(sum, inputs.ndc.last_year);
  return sum;
}

std::optional<Rational> level_of(const BalanceInputs& inputs) {
  if (inputs.target.level_kg_co2eq) return inputs.target.level_kg_co2eq;
  const auto& recorded = inputs.ndc.kind == NdcKind::multi_year ? inputs.ndc.budget_kg_co2eq
                                                                : inputs.ndc.target_level_kg_co2eq;
  return recorded ? std::optional(exact(*recorded)) : std::nullopt;
}

void compare(Achievement& result, const Rational& emissions) {
  if (result.conditional_level_kg_co2eq)
    result.conditional_margin_kg_co2eq =
        exact_difference(*result.conditional_level_kg_co2eq, *result.balance_kg_co2eq);
  result.margin_kg_co2eq = exact_difference(*result.level_kg_co2eq, *result.balance_kg_co2eq);
  result.margin_on_inventory_kg_co2eq = exact_difference(*result.level_kg_co2eq, emissions);
  result.achieved = *result.margin_kg_co2eq >= Rational();
  result.achieved_on_inventory_alone = *result.margin_on_inventory_kg_co2eq >= Rational();
}

// Para 7(b): the sum of balances against the budget, or the sum of the trajectory.
Achievement multi_year_achievement(const BalanceInputs& inputs,
                                   const std::optional<Cumulative>& cumulative) {
  Achievement result;
  result.level_kg_co2eq = level_of(inputs);
  result.conditional_level_kg_co2eq = inputs.target.conditional_level_kg_co2eq;
  const bool over = inputs.through == inputs.ndc.last_year;
  if (!result.level_kg_co2eq && over && cumulative)
    result.level_kg_co2eq = cumulative->limit_kg_co2eq;
  if (!over)
    result.unknown = Unknown::period_not_over;
  else if (!result.level_kg_co2eq)
    result.unknown = Unknown::no_target;
  else if (!cumulative || !cumulative->balance_kg_co2eq)
    result.unknown = Unknown::inventory_missing;
  if (result.unknown != Unknown::known) return result;
  result.balance_kg_co2eq = cumulative->balance_kg_co2eq;
  compare(result, *cumulative->emissions_kg_co2eq);
  return result;
}

// Para 7(a): the balance of the target year against the target level.
Achievement single_year_achievement(const BalanceInputs& inputs, const MethodFigures& figures) {
  Achievement result;
  result.level_kg_co2eq = level_of(inputs);
  result.conditional_level_kg_co2eq = inputs.target.conditional_level_kg_co2eq;
  const YearAccount* target = nullptr;
  for (const YearAccount& year : figures.years)
    if (year.year == inputs.ndc.target_year) target = &year;
  if (!result.level_kg_co2eq)
    result.unknown = Unknown::no_target;
  else if (!target || !target->inventory)
    result.unknown = Unknown::inventory_missing;
  else if (!figures.target_year_adjustment_kg_co2eq)
    result.unknown = Unknown::period_not_over;
  if (result.unknown != Unknown::known) return result;
  const Rational emissions = exact(target->inventory->emissions_kg_co2eq);
  result.balance_kg_co2eq = exact_sum(emissions, *figures.target_year_adjustment_kg_co2eq);
  compare(result, emissions);
  return result;
}

// No balance after the peak year may exceed that of the peak year.
Achievement peaking_achievement(const BalanceInputs& inputs, const MethodFigures& figures) {
  Achievement result;
  if (inputs.through != inputs.ndc.last_year) {
    result.unknown = Unknown::period_not_over;
    return result;
  }
  Rational greatest_emissions, peak_emissions;
  for (const YearAccount& year : figures.years) {
    if (year.year < *inputs.target.peak_year) continue;
    if (!year.balance_kg_co2eq) {
      result = {};
      result.unknown = Unknown::inventory_missing;
      return result;
    }
    const Rational emissions = exact(year.inventory->emissions_kg_co2eq);
    if (year.year == *inputs.target.peak_year) {
      result.level_kg_co2eq = year.balance_kg_co2eq;
      peak_emissions = emissions;
      continue;
    }
    result.balance_kg_co2eq =
        std::max(result.balance_kg_co2eq.value_or(*year.balance_kg_co2eq), *year.balance_kg_co2eq);
    greatest_emissions = std::max(greatest_emissions, emissions);
  }
  if (!result.balance_kg_co2eq) {  // the peak is the last year: nothing can exceed it
    result.balance_kg_co2eq = result.level_kg_co2eq;
    greatest_emissions = peak_emissions;
  }
  compare(result, greatest_emissions);
  result.margin_on_inventory_kg_co2eq = exact_difference(peak_emissions, greatest_emissions);
  result.achieved_on_inventory_alone = *result.margin_on_inventory_kg_co2eq >= Rational();
  return result;
}

void set_average(const BalanceInputs& inputs, MethodFigures& figures) {
  const bool over = inputs.through == inputs.ndc.last_year;
  if (inputs.through) {
    const Sums sums = sums_of(inputs, figures.choice.numerator);
    figures.average =
        average_through(inputs.period(), *inputs.through, sums.additions, sums.subtractions);
  }
  for (YearAccount& year : figures.years)
    year.indicative = year.adjustment_kg_co2eq && !(over && year.year == inputs.ndc.target_year);
  if (over) figures.target_year_adjustment_kg_co2eq = figures.average->average;
}

}  // namespace

std::int64_t YearAccount::flows_kg_co2eq() const {
  return (KilogramsCo2eq(additions()) - KilogramsCo2eq(subtractions())).value();
}

MethodFigures balance_of(const BalanceInputs& inputs, const MethodChoice& choice) {
  MethodFigures figures;
  figures.choice = choice;
  const Period period = inputs.period();
  const auto adjustments = adjustments_of(inputs, choice);
  for (CalendarYear year = period.first; year <= period.last; year = year.next())
    figures.years.push_back(year_account(inputs, year, adjustments));
  if (choice.method == AdjustmentMethod::single_year_averaging)
    set_average(inputs, figures);
  else
    for (const YearAccount& year : figures.years)
      if (year.year == inputs.ndc.target_year)
        figures.target_year_adjustment_kg_co2eq = year.adjustment_kg_co2eq;
  if (inputs.through) figures.cumulative = cumulative_of(inputs, figures.years);
  figures.achievement = inputs.target.peak_year ? peaking_achievement(inputs, figures)
                        : choice.method == AdjustmentMethod::multi_year_trajectory
                            ? multi_year_achievement(inputs, figures.cumulative)
                            : single_year_achievement(inputs, figures);
  return figures;
}

}  // namespace openitmo::accounting
