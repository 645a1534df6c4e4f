#pragma once

#include "mrv/finding.h"
#include "mrv/inventory/inventory_case.h"

namespace openitmo::mrv::inventory {

// Everything that is wrong with an inventory's choices and rows, with file, row, column and remedy:
//   duplicated_year, generation_incomplete, share_or_mass, impossible_quantity, waste_exceeded,
//   composition_not_100_percent, missing_quantity, not_occurring_with_rows, recovery_without_site,
//   recovery_exceeds_generation, rows_not_read, parameter_not_used
// and as warnings: waste_unaccounted, history_short.
Problems check_inventory(const InventoryCase& c);

// Whether an inventory reads the parameter.
bool reads_parameter(std::string_view symbol);

// Good practice of IPCC 2006 V5 Ch 3: years of deposits before the first year that is reported.
inline constexpr int kHistoryYears = 50;

}  // namespace openitmo::mrv::inventory
