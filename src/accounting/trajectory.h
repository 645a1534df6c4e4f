#pragma once

#include <vector>

#include "accounting/adjustment.h"

namespace openitmo::accounting {

// The straight line from a base year to a target year, both included, exact. An aid for a Party
// that draws its trajectory; any other path may be declared (rulebook R-034). The base year must be
// before the target year.
std::vector<YearRational> linear_trajectory(CalendarYear base_year, std::int64_t base_level,
                                            CalendarYear target_year, std::int64_t target_level);

}  // namespace openitmo::accounting
