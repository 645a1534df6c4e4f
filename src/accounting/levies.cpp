#include "accounting/levies.h"

#include "accounting/exact_sum.h"

namespace openitmo::accounting {

Levies levies(TonnesCo2eq issued, const LevyTerms& terms) {
  Levies result;
  const bool exempt = terms.host_is_ldc_or_sids && !terms.exemption_declined;
  if (!exempt) result.adaptation_t_co2eq = share_of(issued, terms.adaptation_share, terms.rounding);
  result.omge_t_co2eq = share_of(issued, terms.omge_share, terms.rounding);
  result.remaining_t_co2eq = issued - result.adaptation_t_co2eq - result.omge_t_co2eq;
  return result;
}

Rational share_of_proceeds(TonnesCo2eq transferred, const Rational& price_per_t,
                           const Rational& share) {
  check(transferred.value() <= INT64_MAX, "a transferred quantity fits in int64");
  const Rational quantity = whole(static_cast<std::int64_t>(transferred.value()));
  return exact_product(exact_product(quantity, price_per_t), share);
}

}  // namespace openitmo::accounting
