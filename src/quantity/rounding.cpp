#include "quantity/rounding.h"

#include <cmath>

namespace openitmo {

TonnesCo2eq issuable(KilogramsCo2eq reductions) {
  if (reductions.value() <= 0) return TonnesCo2eq(0);
  return TonnesCo2eq(static_cast<std::uint64_t>(reductions.value() / 1000));
}

KilogramsCo2eq kilograms_rounded_down(double tonnes_co2eq) {
  check(std::isfinite(tonnes_co2eq) && std::fabs(tonnes_co2eq) < 9.0e12, "a result in t is finite");
  return KilogramsCo2eq(static_cast<std::int64_t>(std::floor(tonnes_co2eq * 1000.0)));
}

TonnesCo2eq share_of(TonnesCo2eq quantity, Rational share, Rounding rounding) {
  __extension__ using Wide = __int128;
  check(share.numerator() >= 0, "a share is not negative");
  const Wide product = Wide(quantity.value()) * share.numerator();
  const Wide extra = rounding == Rounding::up ? share.denominator() - 1 : 0;
  return TonnesCo2eq(static_cast<std::uint64_t>((product + extra) / share.denominator()));
}

}  // namespace openitmo
