#pragma once

#include <expected>

#include "files/problem.h"
#include "files/source.h"
#include "mrv/monitoring_data.h"

// Monitoring files into MonitoringData. Each reader takes one file, CSV or xlsx (told by its
// bytes), adds it to data.files with its hash and its rows to the list they belong to. It does so
// for the whole file, or changes nothing and names everything that is wrong.
// docs/formats/monitoring-files.md describes the files for those who write them.
namespace openitmo::files {

using ReadResult = std::expected<void, Problems>;

// One weighing a row. Refused: a ticket that stands twice (in this file or one read before), an id
// of more than 23 bytes, unknown material, a date that does not exist, a mass that is negative,
// above 60 t or no whole number of kilograms, gross below tare, a net mass that is not gross -
// tare, more than 255 truck categories.
ReadResult read_weighbridge(const Source& source, mrv::MonitoringData& data);

// One sample a row, a column for each kind of waste in % or as fraction of wet mass. Refused: a sum
// other than 100 % (within 0.1), a share above 100 %, a sample that stands twice.
ReadResult read_composition(const Source& source, mrv::MonitoringData& data);

// One month a row, kWh or MWh. Refused: a month that stands twice.
ReadResult read_electricity(const Source& source, mrv::MonitoringData& data);

// One delivery a row, litres. Two deliveries on one day are lawful.
ReadResult read_diesel(const Source& source, mrv::MonitoringData& data);

// Readings of registers, one a row, of the meters that data.meters declares: meter, date, reading
// in a unit of what the meter counts, and the event where a register was removed or installed.
// Refused: a meter that is not declared, another unit, a reading of one moment twice.
// mrv/meter_months.h says what becomes of them.
ReadResult read_meters(const Source& source, mrv::MonitoringData& data);
// The unit in which the engine takes what a meter counts: "MWh", "L".
std::string_view unit_of_target(const mrv::MeterTarget& target);

// One result of an analysis a row, of the analyses that data.laboratory declares. A result such as
// "<0.5", or one below the detection limit of its row, is below detection. Refused: an analyte that
// is not declared, a unit that cannot be converted, analysis before sampling, the same analyte of a
// sample twice (in this file or one read before).
ReadResult read_laboratory(const Source& source, mrv::MonitoringData& data);

// Amounts that are declared per calendar year instead of measured: waste by type (t or kg), net
// electricity to the grid (kWh or MWh), project emissions (t CO2 eq, with their source). Refused:
// the same year (and waste type) twice.
ReadResult read_declared_waste(const Source& source, mrv::MonitoringData& data);
ReadResult read_declared_electricity_export(const Source& source, mrv::MonitoringData& data);
ReadResult read_declared_project_emissions(const Source& source, mrv::MonitoringData& data);

// One plant of the grid in one year a row: fuel, generation (kWh or MWh), mass of fuel (t or kg) or
// efficiency, year in which it was commissioned, whether it is low-cost or must-run and whether it
// is a registered activity. Refused: a plant that burns something without mass and efficiency, or
// with an efficiency of 0 or more than 1, a mass of fuel where nothing is burnt, a plant that
// started after the year, the same plant and year twice.
ReadResult read_power_plants(const Source& source, mrv::MonitoringData& data);

// A monthly table as mrv/monthly_table.h describes it: month, subject where the table has one, its
// columns. Refused: a month (and subject) that stands twice, a subject that the table does not
// know, a figure above what the column allows.
ReadResult read_monthly(const Source& source, const mrv::MonthlyTable& table,
                        mrv::MonitoringData& data);

}  // namespace openitmo::files
