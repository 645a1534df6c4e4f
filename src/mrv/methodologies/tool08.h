#pragma once

#include "mrv/scalar/real.h"

// CDM TOOL08 v3, mass flow of a greenhouse gas in a gaseous stream. Volume, temperature and
// pressure belong together: density at T, P with the volume at T, P; a volume normalised to 0 °C
// and 101,325 Pa with the density there. Flow and fraction are on the same basis, dry or wet.
namespace openitmo::mrv::tool08 {

// ρ_i = P·MM_i/(R_u·T), kg/m3; P in Pa (absolute), T in K, MM in kg/kmol, R_u in Pa·m3/(kmol·K).
template <class S>
S density(const S& P, const S& MM, const S& R_u, const S& T) {
  return P * MM / (R_u * T);
}

// F_i = V·v_i·ρ_i, kg/h with V in m3/h.
template <class S>
S mass_flow(const S& V, const S& v_i, const S& rho_i) {
  return V * v_i * rho_i;
}

// V_n = V·(T_n/T)·(P/P_n).
template <class S>
S normalised_volume(const S& V, const S& T, const S& P, const S& T_n, const S& P_n) {
  return V * (T_n / T) * (P / P_n);
}

}  // namespace openitmo::mrv::tool08
