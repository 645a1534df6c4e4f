#pragma once

#include "mrv/scalar/real.h"

// CDM AMS-III.G v10, landfill methane recovery, small scale. Confidence medium.
namespace openitmo::mrv::ams_iii_g {

// Ex post: ER = (1 - OX)·(F_PJ - F_BL)·GWP - PE - LE, t CO2 eq.
template <class S>
S ER_y(const S& OX, const S& F_PJ, const S& F_BL, const S& GWP_CH4, const S& PE, const S& LE) {
  return named({.symbol = "ER_y", .unit = "t CO2 eq", .equation = "AMS-III.G v10, ex post"},
               (1 - OX) * (F_PJ - F_BL) * GWP_CH4 - PE - LE);
}

// Ex ante: BE = η_PJ·BE_CH4,SWDS - (1 - OX)·F_BL·GWP, t CO2 eq.
template <class S>
S BE_y(const S& eta_PJ, const S& BE_CH4_SWDS, const S& OX, const S& F_BL, const S& GWP_CH4) {
  return named({.symbol = "BE_y", .unit = "t CO2 eq", .equation = "AMS-III.G v10, ex ante"},
               eta_PJ * BE_CH4_SWDS - (1 - OX) * F_BL * GWP_CH4);
}

}  // namespace openitmo::mrv::ams_iii_g
