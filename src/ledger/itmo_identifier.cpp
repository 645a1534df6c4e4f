#include "ledger/itmo_identifier.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <vector>

namespace openitmo::ledger {

namespace {

// "1000" or "1,000"; no leading zero, groups of exactly three after the first.
std::optional<std::uint64_t> parse_serial(std::string_view text) {
  if (text.empty() || text.front() == '0') return std::nullopt;
  const std::size_t first_comma = text.find(',');
  if (first_comma != std::string_view::npos && (first_comma == 0 || first_comma > 3))
    return std::nullopt;
  std::uint64_t serial = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool comma_due =
        first_comma != std::string_view::npos && i >= first_comma && (i - first_comma) % 4 == 0;
    if (comma_due != (text[i] == ',')) return std::nullopt;
    if (comma_due) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    if (__builtin_mul_overflow(serial, std::uint64_t{10}, &serial)) return std::nullopt;
    if (__builtin_add_overflow(serial, static_cast<std::uint64_t>(text[i] - '0'), &serial))
      return std::nullopt;
  }
  const bool last_group_whole =
      first_comma == std::string_view::npos || (text.size() - first_comma) % 4 == 0;
  return last_group_whole ? std::optional(serial) : std::nullopt;
}

std::optional<int> parse_year(std::string_view text) {
  if (text.size() != 4) return std::nullopt;
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 4, year);
  if (error != std::errc() || end != text.data() + 4 || year < 0) return std::nullopt;
  return year;
}

}  // namespace

// CAnnnn-AAAnn-AAA-serial-yyyy: all parts but the serial have a fixed width.
std::optional<ItmoIdentifier> ItmoIdentifier::parse(std::string_view text) {
  constexpr std::size_t kSizeMin = 23;
  if (text.size() < kSizeMin || text[6] != '-' || text[12] != '-' || text[16] != '-' ||
      text[text.size() - 5] != '-')
    return std::nullopt;
  const auto approach = CooperativeApproachId::parse(text.substr(0, 6));
  const auto registry = RegistryId::parse(text.substr(7, 5));
  const auto party = PartyId::parse(text.substr(13, 3));
  const auto serial = parse_serial(text.substr(17, text.size() - 22));
  const auto year = parse_year(text.substr(text.size() - 4));
  if (!approach || !registry || !party || !serial || !year) return std::nullopt;
  return ItmoIdentifier{{*approach, *registry, *party, Vintage(*year)}, *serial};
}

std::string ItmoIdentifier::to_string() const {
  std::string text;
  append_to(text);
  return text;
}

void ItmoIdentifier::append_to(std::string& text) const {
  char written[64];
  char* at = written;
  const auto put = [&](std::string_view part) {
    at = std::copy(part.begin(), part.end(), at);
    *at++ = '-';
  };
  put(series.approach.view());
  put(series.registry.view());
  put(series.party.view());
  at = std::to_chars(at, at + 20, serial).ptr;
  *at++ = '-';
  const int year = series.vintage.value();
  for (const int place : {1000, 100, 10, 1}) *at++ = static_cast<char>('0' + year / place % 10);
  text.append(written, at);
}

ItmoRange make_range(const ItmoSeries& series, std::uint64_t first, std::uint64_t last) {
  return {{series, first}, {series, last}};
}

}  // namespace openitmo::ledger
