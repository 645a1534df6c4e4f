#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace openitmo {

// Reads "-12.345" as an integer count of 10^-scale; nothing if the text is not a plain decimal
// number, has more than `scale` digits after the point, or does not fit in int64. No rounding:
// parse_scaled("27.7", 6) of a figure in kt gives 27'700'000 kg exactly.
std::optional<std::int64_t> parse_scaled(std::string_view text, int scale);

// The inverse, without trailing zeros after the point: format_scaled(27'700'000, 6) == "27.7".
std::string format_scaled(std::int64_t value, int scale);

}  // namespace openitmo
