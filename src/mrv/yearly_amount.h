#pragma once

#include <algorithm>
#include <string_view>

#include "mrv/component_case.h"
#include "mrv/parameters.h"
#include "mrv/scalar/real.h"

// Amounts that are stated for a calendar year, of which a part of the year takes its share.
namespace openitmo::mrv {

inline constexpr int kMonthsOfAYear = 12;
inline constexpr std::string_view kShareOfYear = "share of the months of the year";

// Calendar months of `days`, which are whole months of one year.
inline int months_of(const DateRange& days) {
  return static_cast<int>(days.last.month()) - static_cast<int>(days.first.month()) + 1;
}

// months/of_months of an amount; a whole year leaves the figure as it is.
template <class S>
S share_of_year(const S& amount, const Label& label, int months, int of_months) {
  if (months == of_months) return amount;
  return named(label, amount * (static_cast<double>(months) / of_months));
}

// A parameter per calendar year, such as t CO2 eq/a, for the months of `part`.
template <class Inputs>
typename Inputs::Scalar yearly_amount(Inputs& inputs, const YearPart& part,
                                      std::string_view symbol) {
  using S = typename Inputs::Scalar;
  const int months = months_of(part.days);
  if (months == kMonthsOfAYear) return inputs.parameter(symbol);
  std::string_view unit = find_parameter(symbol)->unit;
  unit.remove_suffix(std::string_view("/a").size());
  return share_of_year<S>(inputs.parameter(symbol),
                          {.symbol = symbol,
                           .unit = unit,
                           .equation = kShareOfYear,
                           .period = {.year = part.year.value()}},
                          months, kMonthsOfAYear);
}

// The months of a year for which an amount declared for that year stands: those that are credited.
inline int credited_months(const ComponentCase& c, CalendarYear year) {
  const DateRange& crediting = c.plan.crediting_period;
  return months_of({.first = std::max(crediting.first, Date(year.value(), 1, 1)),
                    .last = std::min(crediting.last, Date(year.value(), 12, 31))});
}

}  // namespace openitmo::mrv
