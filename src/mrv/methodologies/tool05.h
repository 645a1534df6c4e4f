#pragma once

#include "mrv/scalar/real.h"

// CDM TOOL05 v3.0, emissions from electricity consumption, and electricity of the grid displaced.
namespace openitmo::mrv::tool05 {

template <class S>
struct Electricity {
  S EC;   // MWh consumed, or net generation EG in the baseline
  S EF;   // t CO2/MWh
  S TDL;  // transmission and distribution losses, fraction
};

// Eq 1: PE_EC = EC·EF·(1 + TDL), t CO2.
template <class S>
S PE_EC(const Electricity<S>& grid) {
  return named({.symbol = "PE_EC", .unit = "t CO2", .equation = "TOOL05 v3.0 Eq 1"},
               grid.EC * grid.EF * (1 + grid.TDL));
}

// The baseline counterpart: BE_EC = EG·EF·(1 + TDL), t CO2.
template <class S>
S BE_EC(const Electricity<S>& grid) {
  return named({.symbol = "BE_EC", .unit = "t CO2", .equation = "TOOL05 v3.0, baseline"},
               grid.EC * grid.EF * (1 + grid.TDL));
}

// Of a captive plant, from its fuel: FC·NCV·EF_CO2/EG, t CO2/MWh, with FC in t, NCV in GJ/t, EF_CO2
// in t/GJ.
template <class S>
S EF_captive(const S& FC, const S& NCV, const S& EF_CO2, const S& EG) {
  return named(
      {.symbol = "EF_captive", .unit = "t CO2/MWh", .equation = "TOOL05 v3.0, captive plant"},
      FC * NCV * EF_CO2 / EG);
}

// A captive plant of which only the rated power is known, t CO2 in a year.
inline constexpr double kCaptive_t_per_mw_a = 11400;
template <class S>
S PE_rated(const S& rated_mw) {
  return named({.symbol = "PE_EC", .unit = "t CO2", .equation = "TOOL05 v3.0, rated power"},
               rated_mw * kCaptive_t_per_mw_a);
}

// Default losses where the host publishes none. An off-grid captive plant loses nothing. Where both
// scenarios use electricity, both take the same: the higher where the project uses more.
struct Losses {
  double project = 0.2;
  double baseline = 0.03;
};
constexpr Losses default_losses(double project_mwh, double baseline_mwh) {
  if (baseline_mwh == 0) return {};
  return project_mwh > baseline_mwh ? Losses{0.2, 0.2} : Losses{0.03, 0.03};
}

}  // namespace openitmo::mrv::tool05
