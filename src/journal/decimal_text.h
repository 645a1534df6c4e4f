#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace openitmo::journal {

// A number as these formats write it: digits only, no leading zeros, within 64 bits; or nothing.
std::optional<std::uint64_t> parse_decimal(std::string_view text);

}  // namespace openitmo::journal
