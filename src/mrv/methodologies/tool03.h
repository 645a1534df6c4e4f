#pragma once

#include "mrv/scalar/real.h"

// CDM TOOL03 v3.0, carbon dioxide from fossil fuel combustion, option B: by the calorific value of
// the fuel; supplier or measured values first, and only failing these the upper 95 % limits of the
// IPCC. Option A, by measured carbon, is not built.
namespace openitmo::mrv::tool03 {

template <class S>
struct Fuel {
  S FC;      // t burnt
  S NCV;     // GJ/t
  S EF_CO2;  // t CO2/GJ
};

// Option B, Eq 4: COEF = NCV·EF_CO2, t CO2/t.
template <class S>
S COEF(const Fuel<S>& fuel) {
  return named({.symbol = "COEF", .unit = "t CO2/t", .equation = "TOOL03 v3.0 Eq 4"},
               fuel.NCV * fuel.EF_CO2);
}

// Eq 1: PE_FC = FC·COEF, t CO2.
template <class S>
S PE_FC(const Fuel<S>& fuel) {
  return named({.symbol = "PE_FC", .unit = "t CO2", .equation = "TOOL03 v3.0 Eq 1"},
               fuel.FC * COEF(fuel));
}

}  // namespace openitmo::mrv::tool03
