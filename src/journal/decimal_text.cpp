#include "journal/decimal_text.h"

#include <charconv>

namespace openitmo::journal {

std::optional<std::uint64_t> parse_decimal(std::string_view text) {
  std::uint64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped_at, error] = std::from_chars(text.data(), end, value, 10);
  const bool leading_zero = text.size() > 1 && text.front() == '0';
  if (error != std::errc{} || stopped_at != end || leading_zero) return std::nullopt;
  return value;
}

}  // namespace openitmo::journal
