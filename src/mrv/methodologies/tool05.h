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

}  // namespace openitmo::mrv::tool05
