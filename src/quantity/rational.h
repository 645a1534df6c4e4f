#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "quantity/check.h"

namespace openitmo {

// An exact fraction, kept as numerator and positive denominator in lowest terms. Averages are kept
// this way and rounded only on display (2/CMA.3 annex para 7(a)(ii): cumulative / elapsed years).
class Rational {
 public:
  Rational() = default;
  Rational(std::int64_t numerator, std::int64_t denominator);

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }
  bool is_integer() const { return denominator_ == 1; }
  std::strong_ordering operator<=>(const Rational& other) const;
  bool operator==(const Rational& other) const = default;
  Rational operator-() const { return {-numerator_, denominator_}; }

  // Rounded half away from zero to `digits` decimals, for display: Rational(40, 3), 6 ->
  // "13.333333".
  std::string to_decimal(int digits) const;

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace openitmo
