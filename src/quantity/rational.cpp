#include "quantity/rational.h"

#include <fmt/format.h>
#include <numeric>

namespace openitmo {

namespace {
__extension__ using Wide = __int128;
}

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
  check(denominator > 0, "a denominator is positive");
  const std::int64_t divisor = std::gcd(numerator, denominator);
  numerator_ = numerator / divisor;
  denominator_ = denominator / divisor;
}

std::strong_ordering Rational::operator<=>(const Rational& other) const {
  return Wide(numerator_) * other.denominator_ <=> Wide(other.numerator_) * denominator_;
}

std::string Rational::to_decimal(int digits) const {
  Wide scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  const Wide magnitude = numerator_ < 0 ? -Wide(numerator_) : Wide(numerator_);
  const Wide scaled = (magnitude * scale * 2 + denominator_) / (Wide(denominator_) * 2);
  const auto whole = static_cast<std::uint64_t>(scaled / scale);
  const auto fraction = static_cast<std::uint64_t>(scaled % scale);
  std::string text = numerator_ < 0 && scaled != 0 ? "-" : "";
  text += fmt::format("{}", whole);
  if (digits > 0) text += fmt::format(".{:0{}}", fraction, digits);
  return text;
}

}  // namespace openitmo
