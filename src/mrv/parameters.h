#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mrv/climate.h"
#include "mrv/derivation.h"
#include "mrv/monitoring_data.h"
#include "mrv/uncertainty/stated.h"

// The parameter table: every figure that the methodologies need and that nobody measured at the
// site stands here once, with its source and how far that source can be trusted. It feeds the
// equations, refuses values out of range, and prints docs/methodologies/parameters.md.
namespace openitmo::mrv {

struct Parameter {
  std::string_view symbol;  // unique; an index follows a dot: "k.tropical_dry.food"
  std::string_view name;
  std::string_view unit;
  double default_value = 0;
  double lowest = 0;  // a programme's own value must lie in lowest..highest, both included
  double highest = 0;
  std::string_view source;
  Confidence confidence = Confidence::low;
  StatedUncertainty uncertainty;  // of the default; "" where no source states one
};

// In the order of the documentation.
std::span<const Parameter> parameter_table();
// Null for a symbol that is not in the table.
const Parameter* find_parameter(std::string_view symbol);

// Symbols of the indexed parameters.
std::string decay_rate_symbol(ClimateZone zone, WasteType type);  // of degradable waste
std::string degradable_carbon_symbol(WasteType type);
std::string correction_factor_symbol(DisposalSite site);
std::string_view model_correction_symbol(ClimateZone zone);  // TOOL04 application B, baseline

// docs/methodologies/parameters.md, generated from the table.
std::string parameters_markdown();

}  // namespace openitmo::mrv
