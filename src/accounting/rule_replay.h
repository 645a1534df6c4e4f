#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounting/accounts.h"

// Rule replay: the whole history of a Party's NDC period computed again under another rule that the
// decisions leave open, beside the one in use, to show what would differ. A question: the method
// and convention recorded with the NDC stay (2/CMA.3 annex para 7; rulebook ).
namespace openitmo::accounting {

// Rules that can be exchanged. Convention and numerator are of averaging only. Absent: as it is.
struct RuleChoice {
  std::optional<AdjustmentMethod> method{};
  std::optional<AveragingConvention> convention{};
  std::optional<NumeratorAxis> numerator{};
  std::optional<ElapsedYears> elapsed_years{};
};

// One year's figures as they stood on the last day of `as_at`; absent where they cannot be known.
struct ReplayedYear {
  CalendarYear as_at;
  CalendarYear year;
  std::optional<Rational> adjustment_kg_co2eq;
  std::optional<Rational> other_adjustment_kg_co2eq;
  std::optional<Rational> balance_kg_co2eq;
  std::optional<Rational> other_balance_kg_co2eq;
  bool differs() const;
};

struct RuleReplay {
  PartyId party;
  std::string ndc;
  MethodChoice in_use;
  MethodChoice other;
  ElapsedYears elapsed_years = ElapsedYears::to_latest_inventory_year;
  ElapsedYears other_elapsed_years = ElapsedYears::to_latest_inventory_year;
  // At the end of each year from the first of the period to that of the last entry, every year of
  // the period with a figure on one side.
  std::vector<ReplayedYear> years;
  Achievement achievement;  // at the last of these moments
  Achievement other_achievement;
  std::size_t differing() const;
};

// Nothing where the Party has no NDC, its kind does not admit the other method (para 7: averaging
// and a single-year trajectory are for single-year NDCs), or a rule of averaging is asked without
// it.
std::optional<RuleReplay> replay_rules(const ledger::Ledger& ledger, PartyId party,
                                       const RuleChoice& other);

}  // namespace openitmo::accounting
