#include "accounting/non_ghg.h"

#include "accounting/exact_sum.h"
#include "quantity/check.h"
#include "quantity/rounding.h"

namespace openitmo::accounting {

Rational indicator_adjustment(const Rational& emissions_sign_adjustment) {
  return -emissions_sign_adjustment;
}

Rational adjusted_indicator(std::int64_t level, const Rational& emissions_sign_adjustment) {
  return exact_sum(whole(level), indicator_adjustment(emissions_sign_adjustment));
}

TonnesCo2eq converted_t_co2eq(std::uint64_t first, std::uint64_t last, const Rational& factor) {
  check(first >= 1 && first <= last, "a range has a first serial from 1 and a last one");
  return share_of(TonnesCo2eq(last), factor, Rounding::down) -
         share_of(TonnesCo2eq(first - 1), factor, Rounding::down);
}

}  // namespace openitmo::accounting
