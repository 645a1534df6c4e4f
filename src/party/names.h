#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace openitmo {

// The one spelling of each enumerator, in C++, JSON, scenarios, programme files and SQL. An enum
// joins by specialising this with `static constexpr std::array names` in the enum's own order.
template <class Enum>
struct EnumNames;

template <class Enum>
concept NamedEnum = requires { EnumNames<Enum>::names; };

template <NamedEnum Enum>
constexpr std::string_view name_of(Enum value) {
  return EnumNames<Enum>::names[static_cast<std::size_t>(value)];
}

template <NamedEnum Enum>
constexpr std::optional<Enum> parse_enum(std::string_view text) {
  for (std::size_t i = 0; i < EnumNames<Enum>::names.size(); ++i)
    if (EnumNames<Enum>::names[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace openitmo
