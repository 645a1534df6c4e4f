#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "files/cell.h"
#include "reporting/aef_fields.h"
#include "reporting/aef_profile.h"

// Which column of somebody's table is which field.
namespace openitmo::files {

struct AefName {
  std::uint8_t field = 0;  // its number
  reporting::AefProfile profile = reporting::AefProfile::xlsx_checker;
};

// The field of the table that is called so: label, technical name or machine key, also with
// no-break spaces, other letter case, British spelling, or as the keys were misspelt before.
std::optional<AefName> aef_name(reporting::AefTable table, std::string_view text);

struct AefHeader {
  reporting::AefTable table = reporting::AefTable::submission;
  // Of each field, by number less 1, the column from 0 that holds it, or none.
  std::vector<std::optional<std::uint32_t>> columns;
  // Named columns that are no field.
  std::vector<std::uint32_t> unknown;
  reporting::AefProfile profile = reporting::AefProfile::xlsx_checker;
};

// The table whose column names the row holds: at least three of one table, and more of it than
// other texts. `announced`: the table that a heading or the sheet's name speaks of.
std::optional<AefHeader> aef_header(std::span<const Cell> row,
                                    std::optional<reporting::AefTable> announced);

// "Table 3: Actions", also "T3" and "table3": the table that a heading or a sheet's name announces.
std::optional<reporting::AefTable> announced_table(std::string_view text);

}  // namespace openitmo::files
