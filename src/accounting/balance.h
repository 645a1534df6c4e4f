#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounting/adjustment.h"
#include "accounting/settings.h"
#include "accounting/target.h"

// The emissions balance of one NDC under one method: balance = emissions + adjustment, where the
// adjustment adds what was first transferred and subtracts what was used (2/CMA.3 annex para 8).
// All amounts in kg CO2 eq; exact. What cannot be known is absent, never zero.
namespace openitmo::accounting {

// Why a figure is absent.
enum class Unknown {
  known,
  inventory_missing,  // no inventory is recorded for the year, or for one of the years summed
  year_not_elapsed,   // averaging has no figure for a year after the elapsed ones
  period_not_over,    // a cumulative target is judged when the last year is in
  no_target,          // the NDC record has no level, trajectory or budget to compare with
};

struct Inventory {
  KilogramsCo2eq emissions_kg_co2eq;
  std::string gwp_set;
  Basis basis = Basis::published;
  std::uint32_t version = 1;
  std::uint64_t entry = 0;
};

struct YearAccount {
  CalendarYear year;
  std::optional<Inventory> inventory;
  Figure first_transferred_ndc;   // of this vintage
  Figure first_transferred_oimp;  // of this vintage
  Figure used;                    // for this year
  std::optional<Rational> adjustment_kg_co2eq;
  bool indicative = false;  // para 7(a)(ii): every averaged year but the NDC year at period end
  std::optional<Rational> balance_kg_co2eq;
  Unknown balance_unknown = Unknown::known;
  std::optional<KilogramsCo2eq> trajectory_kg_co2eq;

  TonnesCo2eq additions() const {
    return first_transferred_ndc.quantity_t_co2eq + first_transferred_oimp.quantity_t_co2eq;
  }
  TonnesCo2eq subtractions() const { return used.quantity_t_co2eq; }
  // Additions less subtractions of this very year, in kg CO2 eq, whatever the method.
  std::int64_t flows_kg_co2eq() const;
};

enum class LimitKind { none, trajectory, budget };

// Sums over the elapsed years. A test of compliance under para 7(b) alone; for a single-year NDC a
// view of this project (rulebook ). The adjustment is that of the flows.
struct Cumulative {
  Period years;
  std::optional<Rational> emissions_kg_co2eq;
  Rational adjustment_kg_co2eq;
  std::optional<Rational> balance_kg_co2eq;
  std::vector<CalendarYear> missing_inventory_years;
  LimitKind limit_kind = LimitKind::none;
  std::optional<Rational> limit_kg_co2eq;   // trajectory over the same years, or the whole budget
  std::optional<Rational> margin_kg_co2eq;  // limit - balance; of a budget: what is left of it
  // Whether the balance keeps the limit; absent while it cannot be said, and why.
  std::optional<bool> within;
  Unknown within_unknown = Unknown::known;
};

// Whether the NDC was achieved, judged on the balance and not on the inventory (rulebook R-149).
struct Achievement {
  // Target level, or budget. Of a peaking target the balance of the peak year, and `balance` is the
  // greatest of a later year.
  std::optional<Rational> level_kg_co2eq;
  std::optional<Rational> balance_kg_co2eq;
  std::optional<bool> achieved;
  std::optional<bool> achieved_on_inventory_alone;
  std::optional<Rational> margin_kg_co2eq;               // level - balance
  std::optional<Rational> margin_on_inventory_kg_co2eq;  // level - emissions
  // With support from others; absent where the Party offers no more than without.
  std::optional<Rational> conditional_level_kg_co2eq;
  std::optional<Rational> conditional_margin_kg_co2eq;  // that level - balance
  Unknown unknown = Unknown::known;
  // The Party transferred what it needed itself: met on the inventory, missed on the balance
  //
  bool oversold() const {
    return achieved_on_inventory_alone.value_or(false) && !achieved.value_or(true);
  }
};

struct MethodChoice {
  AdjustmentMethod method = AdjustmentMethod::single_year_trajectory;
  AveragingConvention convention = AveragingConvention::restated_uniform;  // averaging only
  NumeratorAxis numerator = NumeratorAxis::by_vintage;                     // averaging only
  bool operator==(const MethodChoice&) const = default;
};

// The same ledger under one method.
struct MethodFigures {
  MethodChoice choice;
  bool declared = false;  // otherwise a what-if: the method is fixed for the period (para 7, R-038)
  std::vector<YearAccount> years;  // of the NDC period
  std::optional<Average> average;  // kg CO2 eq; averaging only, absent before any year has elapsed
  // What para 7 asks to apply in the NDC (target) year; absent under averaging until the period is
  // over.
  std::optional<Rational> target_year_adjustment_kg_co2eq;
  std::optional<Cumulative> cumulative;  // absent before any year has elapsed
  Achievement achievement;
};

// What the figures are computed from: facts only.
struct BalanceInputs {
  RecordNdc ndc;
  Flows flows;  // adjusted in the NDC period
  std::map<CalendarYear, Inventory> inventories;
  std::optional<CalendarYear> through;  // the last elapsed year, in the period
  Target target{};
  Period period() const { return {ndc.first_year, ndc.last_year}; }
};
MethodFigures balance_of(const BalanceInputs& inputs, const MethodChoice& choice);

}  // namespace openitmo::accounting

template <>
struct openitmo::EnumNames<openitmo::accounting::Unknown> {
  static constexpr std::array<std::string_view, 5> names{
      "known", "inventory_missing", "year_not_elapsed", "period_not_over", "no_target"};
};
template <>
struct openitmo::EnumNames<openitmo::accounting::LimitKind> {
  static constexpr std::array<std::string_view, 3> names{"none", "trajectory", "budget"};
};
