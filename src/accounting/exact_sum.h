#pragma once

#include "quantity/rational.h"

namespace openitmo::accounting {

// Exact sums of averages and whole quantities. A result whose numerator or denominator leaves int64
// is a broken invariant: nothing is ever rounded here.
Rational exact_sum(const Rational& a, const Rational& b);
Rational exact_difference(const Rational& a, const Rational& b);
Rational exact_product(const Rational& a, const Rational& b);
inline Rational whole(std::int64_t value) { return {value, 1}; }

}  // namespace openitmo::accounting
