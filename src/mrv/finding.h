#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/monitoring_data.h"
#include "quantity/report_text.h"

namespace openitmo::mrv {

// What can be wrong with a plan or with monitoring data. The names are stable: docs, translations
// and tests refer to them.
enum class Rule : std::uint8_t {
  // Plan and parameters.
  unknown_methodology,
  unknown_parameter,
  parameter_not_a_number,
  parameter_out_of_range,
  parameter_without_source,
  duplicated_parameter,
  uncertainty_not_understood,
  period_outside_crediting_period,
  period_not_whole_years,
  period_not_whole_months,
  compliance_rate_excludes_methodology,
  parameter_not_used,
  unknown_option,
  suppressed_demand,
  table_without_composition,
  homogeneous_waste,
  tonne_credited_twice,
  // Monitoring data.
  duplicated_ticket,
  gross_below_tare,
  row_outside_crediting_period,
  row_outside_monitoring_period,
  composition_not_100_percent,
  impossible_quantity,
  duplicated_electricity_month,
  gap_in_tickets,
  gap_in_electricity,
  gap_in_declared_waste,
  too_few_composition_samples,
  residue_exceeds_waste,
  tickets_and_declared_waste,
  no_project_emissions,
  rows_not_read,
  missing_quantity,
  duplicated_month,
  gap_in_monthly_table,
  methane_differs_from_flow,
  // Readings at a fixed interval (stream/quality_rules.h).
  reading_out_of_range,
  reading_jumped,
  sensor_stuck,
  reading_missing,
  gap_in_stream,
  reading_substituted,
  reading_repeated,
  calibration_overdue,
  calibration_not_shown,
  interval_too_coarse,
  // Meters (meter_months.h), laboratory results and samples.
  meter_beyond_register,
  meter_goes_back,
  meter_interpolated,
  meter_jumped,
  meter_read_too_seldom,
  meter_read_twice,
  meter_replaced,
  meter_replacement_incomplete,
  meter_rolled_over,
  gap_in_meter,
  laboratory_not_accredited,
  below_detection_limit,
  sampling_precision_missed,
  // Readings at a fixed interval again.
  device_not_proven,
  gas_state_impossible,
  gap_filled,
  clock_changed,
  campaigns_too_few,
  efficiency_by_default,
  // Inventories (inventory/inventory_rules.h).
  duplicated_year,
  generation_incomplete,
  share_or_mass,
  waste_exceeded,
  waste_unaccounted,
  not_occurring_with_rows,
  recovery_without_site,
  recovery_exceeds_generation,
  history_short,
  // Plants of the grid (grid_factor.h).
  low_cost_share_too_high,
  operating_margin_years,
};
std::string_view name_of(Rule rule);

enum class Severity : std::uint8_t {
  error,    // nothing is quantified
  warning,  // quantified, and shown to whoever verifies
};

// One thing that is wrong: what, where, and what would be right.
struct Finding {
  Severity severity = Severity::error;
  Rule rule = Rule::unknown_methodology;
  std::optional<Place> place = {};
  ReportText message;
  ReportText remedy;
};
using Problems = std::vector<Finding>;

bool has_error(const Problems& problems);
// "weighbridge_2026.csv:17: duplicated_ticket: ... Remedy ..." on one line: file and row where the
// finding has a place, the rule's stable name, what is wrong and what would be right.
ReportText text_of(const Finding& finding, const std::vector<MonitoringFile>& files);

}  // namespace openitmo::mrv
