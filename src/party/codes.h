#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace openitmo {

// Short upper-case codes with a fixed pattern, kept inline: 'A' in the pattern is a capital letter,
// '9' a digit, any other character stands for itself.
template <std::size_t Size, const char* Pattern>
class Code {
 public:
  Code() = default;
  static std::optional<Code> parse(std::string_view text) {
    if (text.size() != Size) return std::nullopt;
    Code code;
    for (std::size_t i = 0; i < Size; ++i) {
      if (!fits(Pattern[i], text[i])) return std::nullopt;
      code.text_[i] = text[i];
    }
    return code;
  }
  std::string_view view() const {
    return empty() ? std::string_view() : std::string_view(text_.data(), Size);
  }
  std::string to_string() const { return std::string(view()); }
  bool empty() const { return text_[0] == '\0'; }
  auto operator<=>(const Code&) const = default;
  // All of it in one number, different for each.
  std::uint64_t packed() const {
    // Two loads that overlap: the processor waits long to read at once what was just written apart.
    using Half = std::conditional_t<Size >= sizeof(std::uint32_t), std::uint32_t, std::uint16_t>;
    static_assert(Size >= sizeof(Half) && Size <= 2 * sizeof(Half));
    Half first = 0, last = 0;
    std::memcpy(&first, text_.data(), sizeof first);
    std::memcpy(&last, text_.data() + Size - sizeof last, sizeof last);
    return std::uint64_t{first} | std::uint64_t{last} << 32;
  }

 private:
  static constexpr bool fits(char pattern, char c) {
    if (pattern == 'A') return c >= 'A' && c <= 'Z';
    if (pattern == '9') return c >= '0' && c <= '9';
    return pattern == c;
  }
  std::array<char, Size> text_{};
};

inline constexpr char kPartyPattern[] = "AAA";
inline constexpr char kRegistryPattern[] = "AAA99";
inline constexpr char kApproachPattern[] = "CA9999";

// ISO 3166-1 alpha-3 or an exceptionally reserved code such as EUE.
using PartyId = Code<3, kPartyPattern>;
// A Party's ITMO registry: its alpha-3 code and two digits, such as SEN01.
using RegistryId = Code<5, kRegistryPattern>;
// Assigned by the CARP, such as CA0004; CA9999 marks fictitious demonstration data.
using CooperativeApproachId = Code<6, kApproachPattern>;

}  // namespace openitmo
