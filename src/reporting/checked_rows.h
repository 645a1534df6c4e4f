#pragma once

#include <fmt/format.h>
#include <span>
#include <string>

#include "ledger/commands.h"

namespace openitmo::reporting {

// "3, 7": numbers of rows of Table 3.
inline std::string row_numbers(std::span<const ledger::CheckedRow> rows) {
  std::string numbers;
  for (const ledger::CheckedRow& one : rows)
    numbers += fmt::format("{}{}", numbers.empty() ? "" : ", ", one.row);
  return numbers;
}

}  // namespace openitmo::reporting
