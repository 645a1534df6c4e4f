#include "quantity/decimal.h"

#include <fmt/format.h>

namespace openitmo {

std::optional<std::int64_t> parse_scaled(std::string_view text, int scale) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t value = 0;
  int fraction_digits = -1;  // -1 until the point
  bool any_digit = false;
  for (const char c : text) {
    if (c == '.' && fraction_digits < 0 && any_digit) {
      fraction_digits = 0;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (fraction_digits >= 0 && ++fraction_digits > scale) return std::nullopt;
    if (__builtin_mul_overflow(value, 10, &value)) return std::nullopt;
    if (__builtin_add_overflow(value, c - '0', &value)) return std::nullopt;
    any_digit = true;
  }
  if (!any_digit || fraction_digits == 0) return std::nullopt;
  for (int i = fraction_digits < 0 ? 0 : fraction_digits; i < scale; ++i)
    if (__builtin_mul_overflow(value, 10, &value)) return std::nullopt;
  return negative ? -value : value;
}

std::string format_scaled(std::int64_t value, int scale) {
  std::string digits = fmt::format(
      "{:0{}}",
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value),
      scale + 1);
  const std::size_t whole_digits = digits.size() - static_cast<std::size_t>(scale);
  std::string fraction = digits.substr(whole_digits);
  digits.erase(whole_digits);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return (value < 0 ? "-" : "") + digits + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace openitmo
