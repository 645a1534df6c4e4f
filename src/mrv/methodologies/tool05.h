#pragma once

#include "mrv/scalar/real.h"

// CDM TOOL05 v3.0, emissions from electricity consumption, and electricity of the grid displaced.
namespace openitmo::mrv::tool05 {

template <class S>
struct Electricity {
  S EC;             // MWh consumed from the grid, or net generation EG in the baseline
  S EF;             // t CO2/MWh
  S TDL;            // transmission and distribution losses, fraction
  S captive = 0.0;  // of captive plants that nobody meters, t CO2
};

// Eq 1: PE_EC = EC·EF·(1 + TDL), t CO2, and what captive plants emit.
template <class S>
S PE_EC(const Electricity<S>& used) {
  return named({.symbol = "PE_EC", .unit = "t CO2", .equation = "TOOL05 v3.0 Eq 1"},
               used.EC * used.EF * (1 + used.TDL) + used.captive);
}

// The baseline counterpart: BE_EC = EG·EF·(1 + TDL), t CO2.
template <class S>
S BE_EC(const Electricity<S>& grid) {
  return named({.symbol = "BE_EC", .unit = "t CO2", .equation = "TOOL05 v3.0, baseline"},
               grid.EC * grid.EF * (1 + grid.TDL));
}

// Of captive plants of which only the rated power is known, t CO2 in a year.
inline constexpr double kCaptive_t_per_mw_a = 11400;
template <class S>
S PE_captive(const S& rated_mw) {
  return named({.symbol = "PE_captive", .unit = "t CO2", .equation = "TOOL05 v3.0, rated power"},
               rated_mw * kCaptive_t_per_mw_a);
}

}  // namespace openitmo::mrv::tool05
