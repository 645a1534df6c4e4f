#include "accounting/adjustment.h"

#include <algorithm>

#include "accounting/exact_sum.h"
#include "quantity/check.h"

namespace openitmo::accounting {

namespace {

std::int64_t quantity_of(const YearQuantities& quantities, CalendarYear year) {
  const auto found = quantities.find(year);
  return found == quantities.end() ? 0 : found->second;
}

std::int64_t net_of(CalendarYear year, const YearQuantities& additions,
                    const YearQuantities& subtractions) {
  std::int64_t net = 0;
  check(
      !__builtin_sub_overflow(quantity_of(additions, year), quantity_of(subtractions, year), &net),
      "an adjustment fits in int64");
  return net;
}

}  // namespace

std::vector<YearRational> annual_adjustments(const Period& period, const YearQuantities& additions,
                                             const YearQuantities& subtractions) {
  std::vector<YearRational> adjustments;
  for (CalendarYear year = period.first; year <= period.last; year = year.next())
    adjustments.push_back({year, whole(net_of(year, additions, subtractions))});
  return adjustments;
}

Average average_through(const Period& period, CalendarYear through, const YearQuantities& additions,
                        const YearQuantities& subtractions) {
  check(period.contains(through), "elapsed years end inside the NDC period");
  Average average;
  for (CalendarYear year = period.first; year <= through; year = year.next()) {
    const std::int64_t net = net_of(year, additions, subtractions);
    check(!__builtin_add_overflow(average.cumulative, net, &average.cumulative),
          "a cumulative adjustment fits in int64");
    ++average.elapsed_years;
  }
  average.average = Rational(average.cumulative, average.elapsed_years);
  return average;
}

std::vector<YearRational> averaged_adjustments(const Period& period, CalendarYear through,
                                               AveragingConvention convention,
                                               const YearQuantities& additions,
                                               const YearQuantities& subtractions) {
  std::vector<YearRational> adjustments;
  for (CalendarYear year = period.first; year <= through; year = year.next()) {
    const CalendarYear as_at = convention == AveragingConvention::running_as_at ? year : through;
    adjustments.push_back({year, average_through(period, as_at, additions, subtractions).average});
  }
  return adjustments;
}

Representativeness representativeness(const Period& period, const YearQuantities& yearly) {
  Representativeness result;
  result.average = average_through(period, period.last, yearly, {}).average;
  for (CalendarYear year = period.first; year <= period.last; year = year.next()) {
    const Rational deviation = exact_difference(whole(quantity_of(yearly, year)), result.average);
    result.deviations.push_back({year, deviation});
    result.max_abs_deviation =
        std::max(result.max_abs_deviation, deviation < Rational() ? -deviation : deviation);
  }
  return result;
}

}  // namespace openitmo::accounting
