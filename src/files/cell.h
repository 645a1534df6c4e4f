#pragma once

#include <cstdint>
#include <string_view>

#include "quantity/date.h"

namespace openitmo::files {

// One cell of a table, from a text file (always text or empty) or from a worksheet.
struct Cell {
  enum class Kind : std::uint8_t {
    empty,
    text,
    number,
    date,     // a number shown as a date or time: `number` is the serial, `instant` what it means
    boolean,  // `number` is 1 or 0
    error,    // #REF! and the like, or a formula whose result was never stored; `text` says which
  };
  Kind kind = Kind::empty;
  std::string_view text;          // as written in the file, also for numbers
  bool shown_as_percent = false;  // 0.45 that the worksheet shows as 45 %
  double number = 0;
  Instant instant;
};

}  // namespace openitmo::files
