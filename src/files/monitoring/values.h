#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

#include "files/cell.h"
#include "quantity/date.h"
#include "quantity/language.h"

// Numbers and dates as people write them in monitoring files.
namespace openitmo::files {

// digits / 10^decimals, exact.
struct Decimal {
  std::int64_t digits = 0;
  int decimals = 0;

  // The value as a count of 10^-scale; nothing when it has more decimals or does not fit.
  std::optional<std::int64_t> scaled(int scale) const;
};

enum class NumberError : std::uint8_t {
  not_a_number,
  bad_grouping,  // spaces or apostrophes that do not split groups of three digits
  two_marks,     // 1.234,5: a thousands mark besides the decimal mark
  other_mark,    // a decimal comma in a file that uses the point, or the other way round
  too_long,      // more than 9 decimals or 15 digits
};
Words explanation_of(NumberError error);

// Reads "24560", "-1 234,5", "0.25". Thousands may be split by spaces (also no-break) or
// apostrophes. The decimal mark is a comma or a point, one of them per file: `mark` is 0 until the
// first number that has one. Text that ends in "%" is refused as no number.
std::expected<Decimal, NumberError> parse_number_text(std::string_view text, char& mark);

// A number cell: rounded to 9 decimals, which takes off what a spreadsheet's arithmetic adds
// (0.30000000000000004); nothing from 9 billion on.
std::optional<Decimal> decimal_of(double number);

// "2024-03-05", "05/03/2024" (day first; also with . or -), each with or without a time as
// "14:07", "14:07:09" or "14h07". The time is UTC; a "Z" at the end says so. Nothing for a day or a
// time that does not exist, and for years outside 1990 to 2099.
std::optional<Instant> parse_moment(std::string_view text);

// "14:07", "14:07:09", "14h07" as seconds since midnight.
std::optional<std::int32_t> parse_time_of_day(std::string_view text);

struct Month {
  CalendarYear year;
  unsigned month = 1;
};
// "2024-03", "03/2024", "mars 2024", "March 2024", or any day of the month.
std::optional<Month> parse_month(std::string_view text);

// Without spaces and no-break spaces at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace openitmo::files
