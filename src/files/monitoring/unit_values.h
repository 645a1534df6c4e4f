#pragma once

#include <optional>

#include "files/monitoring/table.h"
#include "files/monitoring/values.h"

// Numbers in the unit that mrv takes, whatever unit the column has.
namespace openitmo::files {

// The double nearest to number / 10^shift. One division of two exact numbers, so that 12,500 kWh
// and 12.5 MWh give the same bits.
double nearest_double(Decimal number, int shift);

std::optional<double> mwh_of(MonitoringTable& table, std::size_t column);
std::optional<double> tonnes_of(MonitoringTable& table, std::size_t column);
// In the unit that the engine takes for the column's measure: t, MWh, a fraction, Nm3, h, m.
std::optional<double> value_of(MonitoringTable& table, std::size_t column);
// The same of a column that may be empty or missing: then nothing, never 0.
std::optional<double> optional_value(MonitoringTable& table, std::size_t column);

// The double nearest to a decimal number as TOML has it; of one with more than 15 digits or 9
// decimals nothing.
std::optional<double> real_of(std::string_view decimal);

}  // namespace openitmo::files
