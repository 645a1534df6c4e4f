#include "mrv/shortest_decimal.h"

#include <array>
#include <charconv>

namespace openitmo::mrv {

std::string shortest_decimal(double value) {
  std::array<char, 40> text{};
  if (value == 0) return "0";
  const double size = value < 0 ? -value : value;
  const bool is_plain = size >= 1e-7 && size < 1e17;
  const auto result =
      std::to_chars(text.data(), text.data() + text.size(), value,
                    is_plain ? std::chars_format::fixed : std::chars_format::scientific);
  return {text.data(), result.ptr};
}

}  // namespace openitmo::mrv
