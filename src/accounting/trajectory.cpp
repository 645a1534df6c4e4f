#include "accounting/trajectory.h"

#include "accounting/exact_sum.h"
#include "quantity/check.h"

namespace openitmo::accounting {

std::vector<YearRational> linear_trajectory(CalendarYear base_year, std::int64_t base_level,
                                            CalendarYear target_year, std::int64_t target_level) {
  check(base_year < target_year, "a trajectory's base year is before its target year");
  const int length = target_year.value() - base_year.value();
  const Rational change = exact_difference(whole(target_level), whole(base_level));
  std::vector<YearRational> path;
  for (CalendarYear year = base_year; year <= target_year; year = year.next()) {
    const Rational share(year.value() - base_year.value(), length);
    path.push_back({year, exact_sum(whole(base_level), exact_product(change, share))});
  }
  return path;
}

}  // namespace openitmo::accounting
