#pragma once

#include <vector>

#include "mrv/declared_amounts.h"
#include "mrv/energy_used.h"
#include "mrv/landfill_gas.h"
#include "mrv/scalar/real.h"
#include "mrv/year_terms.h"

// CDM ACM0001 v19, flaring or use of landfill gas. Equations of high confidence, amounts of F_BL of
// medium. Leakage is 0.
namespace openitmo::mrv::acm0001 {

// t CH4 each.
template <class S>
struct MethaneDestroyed {
  S flared, EL, HG, NG;
};

// F_flared = F_sent_flare - PE_flare/GWP: PE_flare enters here and nowhere else.
template <class S>
S F_flared(const S& F_sent_flare, const S& PE_flare, const S& GWP_CH4) {
  return named({.symbol = "F_CH4,flared,y", .unit = "t CH4", .equation = "ACM0001 v19, F_flared"},
               F_sent_flare - PE_flare / GWP_CH4);
}

// F_PJ = F_flared + F_EL + F_HG + F_NG, ex post.
template <class S>
S F_PJ(const MethaneDestroyed<S>& F) {
  return named({.symbol = "F_CH4,PJ,y", .unit = "t CH4", .equation = "ACM0001 v19, F_PJ"},
               F.flared + F.EL + F.HG + F.NG);
}

// F_PJ = η_PJ·BE_CH4,SWDS,y/GWP, ex ante.
template <class S>
S F_PJ_ex_ante(const S& eta_PJ, const S& BE_CH4_SWDS, const S& GWP_CH4) {
  return named({.symbol = "F_CH4,PJ,y", .unit = "t CH4", .equation = "ACM0001 v19, F_PJ ex ante"},
               eta_PJ * BE_CH4_SWDS / GWP_CH4);
}

// BE_CH4 = ((1 - OX_top)·F_PJ - F_BL)·GWP: F_BL stands outside (1 - OX), unlike in AMS-III.G.
template <class S>
S BE_CH4(const S& OX_top, const S& F_PJ, const S& F_BL, const S& GWP_CH4) {
  return named({.symbol = "BE_CH4,y", .unit = "t CO2 eq", .equation = "ACM0001 v19 Eq 2"},
               ((1 - OX_top) * F_PJ - F_BL) * GWP_CH4);
}

template <class S>
struct Baseline {
  S BE_CH4, BE_EC, BE_HG, BE_NG;
};

// BE_y = BE_CH4 + BE_EC + BE_HG + BE_NG
template <class S>
S BE_y(const Baseline<S>& b) {
  return named({.symbol = "BE_y", .unit = "t CO2 eq", .equation = "ACM0001 v19 Eq 1"},
               b.BE_CH4 + b.BE_EC + b.BE_HG + b.BE_NG);
}

template <class S>
struct Project {
  S PE_EC, PE_FC, PE_DT, PE_SP;
};

// PE_y = PE_EC + PE_FC + PE_DT (trucks) + PE_SP (pipeline)
template <class S>
S PE_y(const Project<S>& p) {
  return named({.symbol = "PE_y", .unit = "t CO2 eq", .equation = "ACM0001 v19, project emissions"},
               p.PE_EC + p.PE_FC + p.PE_DT + p.PE_SP);
}

// ER_y = BE_y - PE_y
template <class S>
S ER_y(const S& BE, const S& PE) {
  return named({.symbol = "ER_y", .unit = "t CO2 eq", .equation = "ACM0001 v19, reductions"},
               BE - PE);
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> terms_of(Inputs& inputs, const ComponentCase& c,
                                            const YearPart& part,
                                            const typename Inputs::Scalar& F_PJ,
                                            const typename Inputs::Scalar& GWP_CH4,
                                            const typename Inputs::Scalar& BE_EC,
                                            const Project<typename Inputs::Scalar>& project) {
  using S = typename Inputs::Scalar;
  const S F_BL = methane_of_baseline(inputs, c, part, F_PJ);
  const Baseline<S> baseline{
      .BE_CH4 = BE_CH4(inputs.parameter("OX_top_layer"), F_PJ, F_BL, GWP_CH4),
      .BE_EC = BE_EC,
      .BE_HG = yearly_amount(inputs, part, "BE_HG"),
      .BE_NG = yearly_amount(inputs, part, "BE_NG")};
  const S BE = BE_y(baseline);
  const S PE = PE_y(project);
  return {{{"BE_CH4", baseline.BE_CH4},
           {"BE_EC", baseline.BE_EC},
           {"BE_HG", baseline.BE_HG},
           {"BE_NG", baseline.BE_NG},
           {"BE", BE},
           {"PE_EC", project.PE_EC},
           {"PE_FC", project.PE_FC},
           {"PE_DT", project.PE_DT},
           {"PE_SP", project.PE_SP},
           {"PE", PE},
           {"ER", ER_y(BE, PE)}}};
}

// Ex post: gas, electricity and fuel as metered.
template <class Inputs>
YearTerms<typename Inputs::Scalar> year(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part) {
  using S = typename Inputs::Scalar;
  const S GWP_CH4 = gwp_ch4(inputs, c);
  const GasDestroyed<S> gas = gas_destroyed(inputs, c, part, GWP_CH4);
  const S PJ = F_PJ<S>({.flared = F_flared(gas.F_sent_flare, gas.PE_flare, GWP_CH4),
                        .EL = gas.F_EL,
                        .HG = gas.F_HG,
                        .NG = gas.F_NG});
  return terms_of(inputs, c, part, PJ, GWP_CH4, electricity_delivered(inputs, c, part),
                  {.PE_EC = tool05::PE_EC(electricity_used(inputs, c, part)),
                   .PE_FC = tool03::PE_FC(diesel_used(inputs, c, part)),
                   .PE_DT = yearly_amount(inputs, part, "PE_DT"),
                   .PE_SP = yearly_amount(inputs, part, "PE_SP")});
}

// Ex ante: methane of the site by TOOL04 A, electricity as declared. Oxidation enters in TOOL04 and
// again in Eq 2, as a registered project reads the text, unless the component says "once".
template <class Inputs>
YearTerms<typename Inputs::Scalar> year_ex_ante(Inputs& inputs, const ComponentCase& c,
                                                const YearPart& part) {
  using S = typename Inputs::Scalar;
  const S GWP_CH4 = gwp_ch4(inputs, c);
  const S OX = c.option("oxidation") == "once" ? S(0.0) : inputs.parameter("OX");
  const S PJ =
      F_PJ_ex_ante(inputs.parameter("eta_PJ"), methane_of_site(inputs, c, part, OX), GWP_CH4);
  return terms_of(inputs, c, part, PJ, GWP_CH4, electricity_displaced(inputs, c, part),
                  {.PE_EC = tool05::PE_EC(electricity_used(inputs, c, part)),
                   .PE_FC = tool03::PE_FC(diesel_used(inputs, c, part)),
                   .PE_DT = yearly_amount(inputs, part, "PE_DT"),
                   .PE_SP = yearly_amount(inputs, part, "PE_SP")});
}

// The description, for methodologies.cpp.
extern const Methodology kVersion19;
extern const Methodology kVersion19ExAnte;

}  // namespace openitmo::mrv::acm0001
