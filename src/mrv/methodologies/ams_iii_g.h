#pragma once

#include "mrv/energy_used.h"
#include "mrv/landfill_gas.h"
#include "mrv/methodologies/acm0001.h"
#include "mrv/scalar/real.h"
#include "mrv/year_terms.h"

// CDM AMS-III.G v10, landfill methane recovery, small scale. Not read; confidence medium.
// Electricity delivered is not part of it.
namespace openitmo::mrv::ams_iii_g {

// Ex post: ER = (1 - OX)·(F_PJ - F_BL)·GWP - PE - LE, t CO2 eq.
template <class S>
S ER_y(const S& OX, const S& F_PJ, const S& F_BL, const S& GWP_CH4, const S& PE, const S& LE) {
  return named({.symbol = "ER_y", .unit = "t CO2 eq", .equation = "AMS-III.G v10, ex post"},
               (1 - OX) * (F_PJ - F_BL) * GWP_CH4 - PE - LE);
}

// Ex ante: BE = η_PJ·BE_CH4,SWDS - (1 - OX)·F_BL·GWP, t CO2 eq. BE_CH4,SWDS is net of the oxidation
// of TOOL04, which so enters once.
template <class S>
S BE_y(const S& eta_PJ, const S& BE_CH4_SWDS, const S& OX, const S& F_BL, const S& GWP_CH4) {
  return named({.symbol = "BE_y", .unit = "t CO2 eq", .equation = "AMS-III.G v10, ex ante"},
               eta_PJ * BE_CH4_SWDS - (1 - OX) * F_BL * GWP_CH4);
}

// The first term of the ex-post equation: F_BL stands inside (1 - OX), unlike in ACM0001.
template <class S>
S BE_CH4(const S& OX, const S& F_PJ, const S& F_BL, const S& GWP_CH4) {
  return named({.symbol = "BE_y", .unit = "t CO2 eq", .equation = "AMS-III.G v10, baseline"},
               (1 - OX) * (F_PJ - F_BL) * GWP_CH4);
}

template <class S>
S ER_within_cap(const S& BE, const S& PE, const S& LE, const S& ER_cap) {
  return named({.symbol = "ER_y", .unit = "t CO2 eq", .equation = "AMS-III.G v10, reductions"},
               min(BE - PE - LE, ER_cap));
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> terms_of(Inputs& inputs, const ComponentCase& c,
                                            const YearPart& part,
                                            const typename Inputs::Scalar& BE) {
  using S = typename Inputs::Scalar;
  const S PE_EC = tool05::PE_EC(electricity_used(inputs, c, part));
  const S PE_FC = tool03::PE_FC(diesel_used(inputs, c, part));
  const S PE =
      named({.symbol = "PE_y", .unit = "t CO2 eq", .equation = "AMS-III.G v10, project emissions"},
            PE_EC + PE_FC);
  const S LE = yearly_amount(inputs, part, "LE");
  return {{{"BE", BE},
           {"PE_EC", PE_EC},
           {"PE_FC", PE_FC},
           {"PE", PE},
           {"LE", LE},
           {"ER", ER_within_cap(BE, PE, LE, inputs.parameter("ER_cap.AMS-III.G"))}}};
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> year(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part) {
  using S = typename Inputs::Scalar;
  const S GWP_CH4 = gwp_ch4(inputs, c);
  const GasDestroyed<S> gas = gas_destroyed(inputs, c, part, GWP_CH4);
  const S F_PJ =
      acm0001::F_PJ<S>({.flared = acm0001::F_flared(gas.F_sent_flare, gas.PE_flare, GWP_CH4),
                        .EL = gas.F_EL,
                        .HG = gas.F_HG,
                        .NG = gas.F_NG});
  return terms_of(inputs, c, part,
                  BE_CH4(inputs.parameter("OX_top_layer"), F_PJ,
                         methane_of_baseline(inputs, c, part, F_PJ), GWP_CH4));
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> year_ex_ante(Inputs& inputs, const ComponentCase& c,
                                                const YearPart& part) {
  using S = typename Inputs::Scalar;
  const S GWP_CH4 = gwp_ch4(inputs, c);
  const S eta_PJ = inputs.parameter("eta_PJ");
  const S BE_SWDS = methane_of_site(inputs, c, part, inputs.parameter("OX"));
  const S F_PJ = acm0001::F_PJ_ex_ante(eta_PJ, BE_SWDS, GWP_CH4);
  return terms_of(inputs, c, part,
                  BE_y(eta_PJ, BE_SWDS, inputs.parameter("OX_top_layer"),
                       methane_of_baseline(inputs, c, part, F_PJ), GWP_CH4));
}

// The description, for methodologies.cpp.
extern const Methodology kVersion10;
extern const Methodology kVersion10ExAnte;

}  // namespace openitmo::mrv::ams_iii_g
