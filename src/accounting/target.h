#pragma once

#include <optional>

#include "accounting/flows.h"
#include "party/ndc_target.h"
#include "quantity/rational.h"

// What a balance is compared with (2/CMA.3 annex para 18(d); 18/CMA.1 annex para 64(a)-(c)).
namespace openitmo::accounting {

struct Target {
  std::optional<ledger::Recorded<DescribeNdc>> description;  // of this version, where recorded
  // Emissions in the target year; of a multi-year NDC over the whole period. Recorded with the NDC
  // as level, budget or, for a single year, in its trajectory; else derived from its description.
  // Absent while it cannot be known, and of a multi-year NDC with a trajectory and no budget, whose
  // sum counts at the end of the period.
  std::optional<Rational> level_kg_co2eq;
  bool is_derived = false;
  // The same with support from others, where the Party offers more.
  std::optional<Rational> conditional_level_kg_co2eq;
  // Of a peaking target: no later year may exceed this one.
  std::optional<CalendarYear> peak_year;
};

// Of a version of an NDC, by what `view` sees:
//   below_base_year, below_projection:  reference level · (1 - reduction), for each year
//   intensity:                          kg CO2 eq of a unit · level of the indicator in the year
// A level of a multi-year NDC is the sum over its years.
Target target_of(const ledger::PartyState& party, const RecordNdc& ndc, const View& view);

}  // namespace openitmo::accounting
