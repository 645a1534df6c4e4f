#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace openitmo {

inline constexpr std::size_t kPlainCodeMax = 64;

// 1 to 64 of A-Z, a-z, 0-9, "-", "_" and ".", the first a letter or a digit, the last no ".": an id
// that people give, which can stand in a file name and can hold no sentence.
constexpr bool is_plain_code(std::string_view text) {
  const auto is_letter_or_digit = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  };
  if (text.empty() || text.size() > kPlainCodeMax) return false;
  if (!is_letter_or_digit(text.front()) || text.back() == '.') return false;
  return std::ranges::all_of(
      text, [&](char c) { return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.'; });
}

}  // namespace openitmo
