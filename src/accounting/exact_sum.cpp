#include "accounting/exact_sum.h"

#include <limits>

#include "quantity/check.h"

namespace openitmo::accounting {

namespace {

__extension__ using Wide = __int128;

Wide greatest_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Rational reduced(Wide numerator, Wide denominator) {
  const Wide divisor = greatest_divisor(numerator < 0 ? -numerator : numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  constexpr Wide kMax = std::numeric_limits<std::int64_t>::max();
  check(numerator <= kMax && -numerator <= kMax && denominator <= kMax,
        "an exact fraction fits in int64");
  return {static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

}  // namespace

Rational exact_sum(const Rational& a, const Rational& b) {
  return reduced(Wide(a.numerator()) * b.denominator() + Wide(b.numerator()) * a.denominator(),
                 Wide(a.denominator()) * b.denominator());
}

Rational exact_difference(const Rational& a, const Rational& b) { return exact_sum(a, -b); }

Rational exact_product(const Rational& a, const Rational& b) {
  return reduced(Wide(a.numerator()) * b.numerator(), Wide(a.denominator()) * b.denominator());
}

}  // namespace openitmo::accounting
