#pragma once

#include <optional>
#include <string_view>

#include "quantity/date.h"

// What the numbers of a worksheet mean when they are shown as dates.
namespace openitmo::files {

// Whether a number with this format is shown as a date or a time: the built-in formats of ECMA-376
// part 1, 18.8.30, and custom codes that hold y, m, d, h or s outside quotes and brackets.
bool is_date_format(unsigned id, std::string_view code);

// Whether a number with this format is shown times 100 with a percent sign.
bool is_percent_format(unsigned id, std::string_view code);

enum class DateSystem { from_1900, from_1904 };

// A serial is days since the system's start, with the time as fraction, to the nearest second. The
// 1900 system counts a day that never was, 29 February 1900 (serial 60); that serial, negative ones
// and those after the year 9999 mean nothing.
std::optional<Instant> instant_of_serial(double serial, DateSystem system);
// The inverse, in the 1900 system, for days from 1 March 1900.
double serial_of_instant(Instant instant);

}  // namespace openitmo::files
