#include "quantity/tonnes.h"

#include <fmt/format.h>

namespace openitmo {

namespace {
constexpr const char* kNoBreakSpace = "\u00A0";

std::string group_digits(const std::string& digits) {
  std::string grouped_digits;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped_digits += kNoBreakSpace;
    grouped_digits += digits[i];
  }
  return grouped_digits;
}
}  // namespace

std::string grouped(std::int64_t value) {
  const std::string text = fmt::format("{}", value);
  return value < 0 ? "-" + group_digits(text.substr(1)) : group_digits(text);
}

std::string grouped(TonnesCo2eq tonnes) { return group_digits(fmt::format("{}", tonnes.value())); }

}  // namespace openitmo
