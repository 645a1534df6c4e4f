#pragma once

#include "mrv/scalar/real.h"

// CDM TOOL14 v3.0, project emissions from anaerobic digesters. Leakage from digestate that is
// stored or composted is not part of it.
namespace openitmo::mrv::tool14 {

// Q_CH4 = biogas volume·fraction·density, t; all three at one temperature and pressure.
template <class S>
S Q_CH4(const S& volume_m3, const S& fraction, const S& density_t_per_m3) {
  return volume_m3 * fraction * density_t_per_m3;
}

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

}  // namespace openitmo::mrv::tool14
