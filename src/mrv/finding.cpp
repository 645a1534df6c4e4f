#include "mrv/finding.h"

#include <algorithm>

namespace openitmo::mrv {

std::string_view name_of(Rule rule) {
  switch (rule) {
    case Rule::unknown_methodology:
      return "unknown_methodology";
    case Rule::unknown_parameter:
      return "unknown_parameter";
    case Rule::parameter_not_a_number:
      return "parameter_not_a_number";
    case Rule::parameter_out_of_range:
      return "parameter_out_of_range";
    case Rule::parameter_without_source:
      return "parameter_without_source";
    case Rule::duplicated_parameter:
      return "duplicated_parameter";
    case Rule::uncertainty_not_understood:
      return "uncertainty_not_understood";
    case Rule::period_outside_crediting_period:
      return "period_outside_crediting_period";
    case Rule::period_not_whole_years:
      return "period_not_whole_years";
    case Rule::period_not_whole_months:
      return "period_not_whole_months";
    case Rule::compliance_rate_excludes_methodology:
      return "compliance_rate_excludes_methodology";
    case Rule::duplicated_ticket:
      return "duplicated_ticket";
    case Rule::gross_below_tare:
      return "gross_below_tare";
    case Rule::row_outside_crediting_period:
      return "row_outside_crediting_period";
    case Rule::row_outside_monitoring_period:
      return "row_outside_monitoring_period";
    case Rule::composition_not_100_percent:
      return "composition_not_100_percent";
    case Rule::impossible_quantity:
      return "impossible_quantity";
    case Rule::duplicated_electricity_month:
      return "duplicated_electricity_month";
    case Rule::gap_in_tickets:
      return "gap_in_tickets";
    case Rule::gap_in_electricity:
      return "gap_in_electricity";
    case Rule::gap_in_declared_waste:
      return "gap_in_declared_waste";
    case Rule::too_few_composition_samples:
      return "too_few_composition_samples";
    case Rule::residue_exceeds_waste:
      return "residue_exceeds_waste";
    case Rule::tickets_and_declared_waste:
      return "tickets_and_declared_waste";
    case Rule::no_project_emissions:
      return "no_project_emissions";
    case Rule::rows_not_read:
      return "rows_not_read";
    case Rule::suppressed_demand:
      return "suppressed_demand";
    case Rule::homogeneous_waste:
      return "homogeneous_waste";
    case Rule::table_without_composition:
      return "table_without_composition";
    case Rule::tonne_credited_twice:
      return "tonne_credited_twice";
    case Rule::unknown_option:
      return "unknown_option";
    case Rule::parameter_not_used:
      return "parameter_not_used";
    case Rule::methane_differs_from_flow:
      return "methane_differs_from_flow";
    case Rule::gap_in_monthly_table:
      return "gap_in_monthly_table";
    case Rule::duplicated_month:
      return "duplicated_month";
    case Rule::missing_quantity:
      return "missing_quantity";
    case Rule::reading_out_of_range:
      return "reading_out_of_range";
    case Rule::reading_jumped:
      return "reading_jumped";
    case Rule::sensor_stuck:
      return "sensor_stuck";
    case Rule::reading_missing:
      return "reading_missing";
    case Rule::gap_in_stream:
      return "gap_in_stream";
    case Rule::reading_substituted:
      return "reading_substituted";
    case Rule::reading_repeated:
      return "reading_repeated";
    case Rule::calibration_overdue:
      return "calibration_overdue";
    case Rule::calibration_not_shown:
      return "calibration_not_shown";
    case Rule::interval_too_coarse:
      return "interval_too_coarse";
    case Rule::meter_beyond_register:
      return "meter_beyond_register";
    case Rule::meter_goes_back:
      return "meter_goes_back";
    case Rule::meter_interpolated:
      return "meter_interpolated";
    case Rule::meter_jumped:
      return "meter_jumped";
    case Rule::meter_read_too_seldom:
      return "meter_read_too_seldom";
    case Rule::meter_read_twice:
      return "meter_read_twice";
    case Rule::meter_replaced:
      return "meter_replaced";
    case Rule::meter_replacement_incomplete:
      return "meter_replacement_incomplete";
    case Rule::meter_rolled_over:
      return "meter_rolled_over";
    case Rule::gap_in_meter:
      return "gap_in_meter";
    case Rule::laboratory_not_accredited:
      return "laboratory_not_accredited";
    case Rule::below_detection_limit:
      return "below_detection_limit";
    case Rule::sampling_precision_missed:
      return "sampling_precision_missed";
    case Rule::device_not_proven:
      return "device_not_proven";
    case Rule::gas_state_impossible:
      return "gas_state_impossible";
    case Rule::gap_filled:
      return "gap_filled";
    case Rule::clock_changed:
      return "clock_changed";
    case Rule::campaigns_too_few:
      return "campaigns_too_few";
    case Rule::efficiency_by_default:
      return "efficiency_by_default";
    case Rule::duplicated_year:
      return "duplicated_year";
    case Rule::generation_incomplete:
      return "generation_incomplete";
    case Rule::share_or_mass:
      return "share_or_mass";
    case Rule::waste_exceeded:
      return "waste_exceeded";
    case Rule::waste_unaccounted:
      return "waste_unaccounted";
    case Rule::not_occurring_with_rows:
      return "not_occurring_with_rows";
    case Rule::recovery_without_site:
      return "recovery_without_site";
    case Rule::recovery_exceeds_generation:
      return "recovery_exceeds_generation";
    case Rule::history_short:
      return "history_short";
    case Rule::low_cost_share_too_high:
      return "low_cost_share_too_high";
    case Rule::operating_margin_years:
      return "operating_margin_years";
  }
  return {};
}

bool has_error(const Problems& problems) {
  return std::ranges::any_of(problems,
                             [](const Finding& f) { return f.severity == Severity::error; });
}

ReportText text_of(const Finding& finding, const std::vector<MonitoringFile>& files) {
  ReportText text;
  if (finding.place && finding.place->file < files.size())
    text += ReportText({"{}:{}: ", "{}:{} : ", "{}:{}: "}, files[finding.place->file].path,
                       finding.place->row);
  if (finding.severity == Severity::warning)
    text += ReportWords("warning: ", "avertissement : ", "advertencia: ");
  text += ReportText({"{}: {} {}", "{} : {} {}", "{}: {} {}"}, name_of(finding.rule),
                     finding.message, finding.remedy);
  return text;
}

}  // namespace openitmo::mrv
