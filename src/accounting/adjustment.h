#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "accounting/flows.h"
#include "party/ndc.h"
#include "quantity/rational.h"

// Corresponding adjustments by method (2/CMA.3 annex para 7). The functions work on whole
// quantities of any one metric (kg CO2 eq, MWh, ...): additions are what was first transferred,
// subtractions what was used towards the NDC. A year that is left out is 0.
namespace openitmo::accounting {

using YearQuantities = std::map<CalendarYear, std::int64_t>;

struct YearRational {
  CalendarYear year;
  Rational amount;
  bool operator==(const YearRational&) const = default;
};

// Para 7(a)(i) and 7(b): for each year of the period, additions less subtractions of that year.
std::vector<YearRational> annual_adjustments(const Period& period, const YearQuantities& additions,
                                             const YearQuantities& subtractions);

// Para 7(a)(ii): the net cumulative quantity of the elapsed years over their number, exact.
struct Average {
  std::int64_t cumulative = 0;
  int elapsed_years = 0;
  Rational average;
  bool operator==(const Average&) const = default;
};
// Numerator and denominator cover the same years, from the first of the period to `through`,
// which must lie in it; years without transfers count (rulebook R-037).
Average average_through(const Period& period, CalendarYear through, const YearQuantities& additions,
                        const YearQuantities& subtractions);

// The indicative adjustment of each elapsed year: `restated_uniform` gives every year the average
// through `through`; `running_as_at` gives each year the average as it stood in that year. In the
// last year of the period both give the same (rulebook R-035).
std::vector<YearRational> averaged_adjustments(const Period& period, CalendarYear through,
                                               AveragingConvention convention,
                                               const YearQuantities& additions,
                                               const YearQuantities& subtractions);

// How far yearly quantities lie from their average. To be shown, never judged: no threshold was
// adopted (2/CMA.3 dec. para 3(b)(ii); rulebook R-246).
struct Representativeness {
  Rational average;
  std::vector<YearRational> deviations;
  Rational max_abs_deviation;
};
Representativeness representativeness(const Period& period, const YearQuantities& yearly);

}  // namespace openitmo::accounting
