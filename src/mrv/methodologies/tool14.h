#pragma once

#include "mrv/scalar/real.h"

// CDM TOOL14 v3.0, project and leakage emissions from anaerobic digesters. A digester without the
// term of its digestate is incomplete.
namespace openitmo::mrv::tool14 {

// Eq 4: PE_CH4 = Q_CH4·EF_CH4·GWP_CH4, t CO2 eq.
template <class S>
S PE_CH4(const S& Q_CH4, const S& EF_CH4, const S& GWP_CH4) {
  return named({.symbol = "PE_CH4", .unit = "t CO2 eq", .equation = "TOOL14 v3.0 Eq 4"},
               Q_CH4 * EF_CH4 * GWP_CH4);
}

// Eq 1: PE_AD = PE_EC + PE_FC + PE_CH4 + PE_flare, t CO2 eq.
template <class S>
S PE_AD(const S& PE_EC, const S& PE_FC, const S& PE_CH4, const S& PE_flare) {
  return named({.symbol = "PE_AD", .unit = "t CO2 eq", .equation = "TOOL14 v3.0 Eq 1"},
               PE_EC + PE_FC + PE_CH4 + PE_flare);
}

// Electricity of a digester without a meter: PE_EC = Q_CH4·F·1.3, t CO2, with F in MWh/t CH4 and
// the factor of a grid that is not known; captive plants that nobody meters (TOOL05) come on top.
inline constexpr double kGrid_t_per_mwh = 1.3;
template <class S>
S PE_EC_default(const S& Q_CH4, const S& F, const S& captive) {
  return named({.symbol = "PE_EC", .unit = "t CO2", .equation = "TOOL14 v3.0, default electricity"},
               Q_CH4 * F * kGrid_t_per_mwh + captive);
}

// Leakage of digestate that is stored or disposed of without air: share·Q_CH4·GWP, t CO2 eq. The
// share is 0.05 to 0.20 for liquid digestate stored, 0.35 for solid digestate at a disposal site
// (0.15 of a two-phase digester).
template <class S>
S LE_storage(const S& share, const S& Q_CH4, const S& GWP_CH4) {
  return named({.symbol = "LE_storage", .unit = "t CO2 eq", .equation = "TOOL14 v3.0, digestate"},
               share * Q_CH4 * GWP_CH4);
}

// Leakage of digestate that is composted, by TOOL13: Q·(EF_CH4·GWP_CH4 + EF_N2O·GWP_N2O).
template <class S>
struct Composted {
  S Q;  // t wet
  S EF_CH4, EF_N2O;
  S GWP_CH4, GWP_N2O;
};
template <class S>
S LE_comp(const Composted<S>& c) {
  return named(
      {.symbol = "LE_comp", .unit = "t CO2 eq", .equation = "TOOL14 v3.0, digestate composted"},
      c.Q * c.EF_CH4 * c.GWP_CH4 + c.Q * c.EF_N2O * c.GWP_N2O);
}

}  // namespace openitmo::mrv::tool14
