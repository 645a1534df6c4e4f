#include "journal/utf8.h"

#include <cstdint>
#include <optional>

namespace openitmo::journal {
namespace {

// The number of bytes that a first byte announces, 0 when it cannot start a character.
std::size_t announced_length(std::uint8_t first) {
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  return first < 0xF5 ? 4 : 0;
}

// Takes one character off the front of `text`.
std::optional<char32_t> take_character(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::size_t length = announced_length(byte(0));
  if (length == 0 || length > text.size()) return std::nullopt;
  char32_t point = length == 1 ? byte(0) : byte(0) & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return std::nullopt;
    point = point << 6 | (byte(i) & 0x3F);
  }
  const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (overlong || surrogate || point > 0x10FFFF) return std::nullopt;
  text.remove_prefix(length);
  return point;
}

bool is_space(char32_t point) {
  return point == 0x20 || point == 0x85 || point == 0xA0 || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000;
}

}  // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty())
    if (!take_character(text)) return false;
  return true;
}

bool has_space_or_control(std::string_view text) {
  while (!text.empty()) {
    const std::optional<char32_t> point = take_character(text);
    if (!point || *point < 0x20 || *point == 0x7F || is_space(*point)) return true;
  }
  return false;
}

}  // namespace openitmo::journal
