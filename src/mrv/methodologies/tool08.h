#pragma once

#include "mrv/scalar/real.h"

// CDM TOOL08 v3, mass flow of a greenhouse gas in a gaseous stream. Volume, temperature and
// pressure belong together: density at T, P with the volume at T, P; a volume normalised to 0 °C
// and 101,325 Pa with the density there. Flow and fraction are on the same basis, dry or wet.
// Methane is measured, never inferred from carbon dioxide.
namespace openitmo::mrv::tool08 {

inline constexpr double kGasConstant = 8314;          // R_u, Pa·m3/(kmol·K)
inline constexpr double kNormalTemperature = 273.15;  // T_n, K
inline constexpr double kNormalPressure = 101325;     // P_n, Pa
inline constexpr double kMolarMassMethane = 16.04;    // MM, kg/kmol
inline constexpr double kMolarMassWater = 18.0152;

// ρ_i = P·MM_i/(R_u·T), kg/m3; P in Pa (absolute), T in K, MM in kg/kmol.
template <class S>
S density(const S& P, const S& MM, const S& R_u, const S& T) {
  return P * MM / (R_u * T);
}

// Of methane at 0 °C and 101,325 Pa: 0.71566 kg/m3. Neither 0.7168 (real gas) nor 0.67 (20 °C).
inline constexpr double kNormalDensityMethane =
    kNormalPressure * kMolarMassMethane / (kGasConstant * kNormalTemperature);

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

// Option B, wet flow and dry fraction: V_db = V_wb/(1 + v_H2O,db).
template <class S>
S dry_volume(const S& V_wb, const S& v_H2O_db) {
  return V_wb / (1 + v_H2O_db);
}

// Saturated gas: m_H2O,sat = p_sat·MM_H2O/((P - p_sat)·MM_db), kg of water per kg of dry gas; p_sat
// in Pa.
template <class S>
S moisture_saturated(const S& p_sat, const S& P, const S& MM_db) {
  return p_sat * kMolarMassWater / ((P - p_sat) * MM_db);
}

// v_H2O,db = m_H2O,db·MM_db/MM_H2O, m3 of water vapour per m3 of dry gas.
template <class S>
S vapour_fraction(const S& m_H2O_db, const S& MM_db) {
  return m_H2O_db * MM_db / kMolarMassWater;
}

// Option A asks for proof that the gas is dry: below 60 °C at the meter, or at most 0.05 kg of
// water per m3 of dry gas.
inline bool is_proven_dry(double T_c, double moisture_kg_per_m3) {
  return T_c < 60 || moisture_kg_per_m3 <= 0.05;
}

// Methane of a month: V_n·v_CH4·ρ_n, t.
template <class S>
S F_CH4(const S& V_n, const S& v_CH4) {
  return mass_flow(V_n, v_CH4, S(kNormalDensityMethane)) / 1000;
}

}  // namespace openitmo::mrv::tool08
