#include "accounting/rule_replay.h"

#include <algorithm>

namespace openitmo::accounting {

namespace {

constexpr unsigned kDecember = 12;
constexpr unsigned kLastDay = 31;

MethodChoice choice_of(const MethodChoice& in_use, const RuleChoice& other) {
  MethodChoice choice = in_use;
  choice.method = other.method.value_or(in_use.method);
  if (choice.method != AdjustmentMethod::single_year_averaging) return {.method = choice.method};
  choice.convention = other.convention.value_or(in_use.convention);
  choice.numerator = other.numerator.value_or(in_use.numerator);
  return choice;
}

const MethodFigures* figures_by(const PartyAccounts& accounts, const MethodChoice& choice) {
  if (accounts.figures.choice == choice) return &accounts.figures;
  const auto found = std::ranges::find(accounts.alternatives, choice, &MethodFigures::choice);
  return found == accounts.alternatives.end() ? nullptr : &*found;
}

Settings at_year_end(CalendarYear year, ElapsedYears elapsed_years, CalendarYear period_year) {
  Settings settings;
  settings.view.effective_until = Date(year.value(), kDecember, kLastDay);
  settings.period_year = period_year;
  settings.elapsed_years = elapsed_years;
  return settings;
}

void add_years(RuleReplay& replay, CalendarYear as_at, const MethodFigures& in_use,
               const MethodFigures& other) {
  for (std::size_t i = 0; i < in_use.years.size(); ++i) {
    const YearAccount& one = in_use.years[i];
    const YearAccount& two = other.years[i];
    if (!one.adjustment_kg_co2eq && !two.adjustment_kg_co2eq) continue;
    replay.years.push_back({.as_at = as_at,
                            .year = one.year,
                            .adjustment_kg_co2eq = one.adjustment_kg_co2eq,
                            .other_adjustment_kg_co2eq = two.adjustment_kg_co2eq,
                            .balance_kg_co2eq = one.balance_kg_co2eq,
                            .other_balance_kg_co2eq = two.balance_kg_co2eq});
  }
  replay.achievement = in_use.achievement;
  replay.other_achievement = other.achievement;
}

}  // namespace

bool ReplayedYear::differs() const {
  return adjustment_kg_co2eq != other_adjustment_kg_co2eq ||
         balance_kg_co2eq != other_balance_kg_co2eq;
}

std::size_t RuleReplay::differing() const {
  return static_cast<std::size_t>(std::ranges::count_if(years, &ReplayedYear::differs));
}

std::optional<RuleReplay> replay_rules(const ledger::Ledger& ledger, PartyId party,
                                       const RuleChoice& other) {
  const PartyAccounts now = account(ledger, party);
  if (!now.ndc) return std::nullopt;
  RuleReplay replay;
  replay.party = party;
  replay.ndc = now.ndc->record.ndc;
  replay.in_use = now.figures.choice;
  replay.other = choice_of(replay.in_use, other);
  const bool averages = replay.other.method == AdjustmentMethod::single_year_averaging;
  if (!averages && (other.convention || other.numerator)) return std::nullopt;
  if (!figures_by(now, replay.other)) return std::nullopt;
  replay.other_elapsed_years = other.elapsed_years.value_or(replay.elapsed_years);
  const CalendarYear first = now.ndc->record.first_year;
  const CalendarYear last = ledger.last_recorded_at().date().year();
  for (CalendarYear as_at = first; as_at <= last; as_at = as_at.next()) {
    const PartyAccounts before =
        account(ledger, party, at_year_end(as_at, replay.elapsed_years, first));
    const PartyAccounts after =
        account(ledger, party, at_year_end(as_at, replay.other_elapsed_years, first));
    const MethodFigures* in_use = figures_by(before, replay.in_use);
    const MethodFigures* changed = figures_by(after, replay.other);
    if (in_use && changed) add_years(replay, as_at, *in_use, *changed);
  }
  return replay;
}

}  // namespace openitmo::accounting
