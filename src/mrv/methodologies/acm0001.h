#pragma once

#include "mrv/scalar/real.h"

// CDM ACM0001 v19, flaring or use of landfill gas, ex post.
namespace openitmo::mrv::acm0001 {

// t CH4 each.
template <class S>
struct MethaneDestroyed {
  S flared, EL, HG, NG;
};

// F_flared = F_sent_flare - PE_flare/GWP: PE_flare enters here and nowhere else.
template <class S>
S F_flared(const S& F_sent_flare, const S& PE_flare, const S& GWP_CH4) {
  return F_sent_flare - PE_flare / GWP_CH4;
}

template <class S>
S F_PJ(const MethaneDestroyed<S>& F) {
  return named({.symbol = "F_CH4,PJ,y", .unit = "t CH4", .equation = "ACM0001 v19, F_PJ"},
               F.flared + F.EL + F.HG + F.NG);
}

// BE_CH4 = ((1 - OX_top)·F_PJ - F_BL)·GWP: F_BL stands outside (1 - OX), unlike in AMS-III.G.
template <class S>
S BE_CH4(const S& OX_top, const S& F_PJ, const S& F_BL, const S& GWP_CH4) {
  return named({.symbol = "BE_CH4,y", .unit = "t CO2 eq", .equation = "ACM0001 v19 Eq 2"},
               ((1 - OX_top) * F_PJ - F_BL) * GWP_CH4);
}

}  // namespace openitmo::mrv::acm0001
