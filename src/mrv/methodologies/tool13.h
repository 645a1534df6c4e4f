#pragma once

#include "mrv/methodologies/tool03.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/scalar/real.h"

// CDM TOOL13 v2, project emissions from composting. The tool itself has not been read: structure
// and figures as independent public sources agree (confidence medium).
namespace openitmo::mrv::tool13 {

// Run-off water that is treated anaerobically.
template <class S>
struct RunOff {
  S Q_RO;    // m3
  S COD_RO;  // t/m3
  S B_o;     // t CH4/t COD
  S MCF_RO;
  S phi_RO;
};

template <class S>
struct Composting {
  S Q;       // t wet composted
  S EF_CH4;  // t/t wet
  S EF_N2O;  // t/t wet
  S GWP_CH4;
  S GWP_N2O;
  tool05::Electricity<S> electricity;
  tool03::Fuel<S> fuel;
  RunOff<S> run_off;
};

// Each in t CO2 eq.
template <class S>
struct Emissions {
  S PE_EC, PE_FC, PE_CH4, PE_N2O, PE_RO;
  S PE_COMP;
};

// PE_COMP = PE_EC + PE_FC + Q·EF_CH4·GWP_CH4 + Q·EF_N2O·GWP_N2O + PE_RO
// PE_RO   = Q_RO·COD_RO·B_o·MCF_RO·φ_RO·GWP_CH4
template <class S>
Emissions<S> emissions(const Composting<S>& c) {
  const S PE_EC = tool05::PE_EC(c.electricity);
  const S PE_FC = tool03::PE_FC(c.fuel);
  const S PE_CH4 = named({.symbol = "PE_CH4", .unit = "t CO2 eq", .equation = "TOOL13 v2, methane"},
                         c.Q * c.EF_CH4 * c.GWP_CH4);
  const S PE_N2O =
      named({.symbol = "PE_N2O", .unit = "t CO2 eq", .equation = "TOOL13 v2, nitrous oxide"},
            c.Q * c.EF_N2O * c.GWP_N2O);
  const RunOff<S>& r = c.run_off;
  const S PE_RO = named({.symbol = "PE_RO", .unit = "t CO2 eq", .equation = "TOOL13 v2, run-off"},
                        r.Q_RO * r.COD_RO * r.B_o * r.MCF_RO * r.phi_RO * c.GWP_CH4);
  const S PE_COMP = named({.symbol = "PE_COMP", .unit = "t CO2 eq", .equation = "TOOL13 v2, sum"},
                          PE_EC + PE_FC + PE_CH4 + PE_N2O + PE_RO);
  return {.PE_EC = PE_EC,
          .PE_FC = PE_FC,
          .PE_CH4 = PE_CH4,
          .PE_N2O = PE_N2O,
          .PE_RO = PE_RO,
          .PE_COMP = PE_COMP};
}

}  // namespace openitmo::mrv::tool13
