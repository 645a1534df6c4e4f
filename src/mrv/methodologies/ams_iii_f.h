#pragma once

#include "mrv/scalar/real.h"

// CDM AMS-III.F v12.0, avoidance of methane emissions through composting. Waste water and manure
// are not covered. The methodology itself has not been read (confidence medium).
namespace openitmo::mrv::ams_iii_f {

template <class S>
struct Activity {
  S BE_CH4_SWDS;  // TOOL04 application B, t CO2 eq
  S MD_reg;       // methane that rules require to be destroyed, t CH4
  S GWP_CH4;
  S PE;      // TOOL13, t CO2 eq
  S LE;      // t CO2 eq
  S ER_cap;  // upper limit per year, t CO2 eq
};

// BE_y = BE_CH4,SWDS,y - MD_reg,y·GWP_CH4
template <class S>
S BE_y(const Activity<S>& a) {
  return named({.symbol = "BE_y", .unit = "t CO2 eq", .equation = "AMS-III.F v12.0, baseline"},
               a.BE_CH4_SWDS - a.MD_reg * a.GWP_CH4);
}

// ER_y = min(BE_y - PE_y - LE_y, cap). Negative in the first years of composting in a dry climate:
// the methane of a disposal site comes later than that of the windrow. Never clipped at 0.
template <class S>
S ER_y(const Activity<S>& a, const S& BE) {
  return named({.symbol = "ER_y", .unit = "t CO2 eq", .equation = "AMS-III.F v12.0, reductions"},
               min(BE - a.PE - a.LE, a.ER_cap));
}

}  // namespace openitmo::mrv::ams_iii_f
