#pragma once

#include "mrv/digestion.h"
#include "mrv/diverted_waste.h"
#include "mrv/scalar/real.h"
#include "mrv/year_terms.h"
#include "mrv/yearly_amount.h"

// CDM AMS-III.AO, methane recovery through controlled anaerobic digestion. Not read; confidence
// medium.
namespace openitmo::mrv::ams_iii_ao {

template <class S>
struct Activity {
  S BE_CH4_SWDS;   // TOOL04 application B, t CO2 eq
  S BE_ww_manure;  // waste water and manure, t CO2 eq
  S MD_reg;        // methane that rules require to be destroyed, t CH4
  S GWP_CH4;
  S MD;  // methane destroyed or used, t CH4
  S PE;  // t CO2 eq
  S LE;  // t CO2 eq
  S ER_cap;
};

// BE_y = BE_CH4,SWDS,y + BE_ww,manure - MD_reg,y·GWP_CH4
template <class S>
S BE_y(const Activity<S>& a) {
  return named({.symbol = "BE_y", .unit = "t CO2 eq", .equation = "AMS-III.AO, baseline"},
               a.BE_CH4_SWDS + a.BE_ww_manure - a.MD_reg * a.GWP_CH4);
}

// ER_y = min(BE_y - PE_y - LE_y, MD_y·GWP_CH4 - PE_y - LE_y, cap): never more than the methane that
// was in fact destroyed. PE_flare is left out of PE in the second, since MD_y is net of it.
template <class S>
S ER_y(const Activity<S>& a, const S& BE, const S& PE_flare) {
  const S destroyed = named(
      {.symbol = "MD_y·GWP_CH4", .unit = "t CO2 eq", .equation = "AMS-III.AO, methane destroyed"},
      a.MD * a.GWP_CH4);
  return named({.symbol = "ER_y", .unit = "t CO2 eq", .equation = "AMS-III.AO, reductions"},
               min(min(BE - a.PE - a.LE, destroyed - (a.PE - PE_flare) - a.LE), a.ER_cap));
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> year(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part) {
  using S = typename Inputs::Scalar;
  const DivertedWaste<S> waste = diverted_waste(inputs, c);
  const Digestion<S> d = digestion(inputs, c, part, c.option(kDigesterElectricityOption.key));
  const S PE_TR = yearly_amount(inputs, part, "PE_transport");
  const S LE = named({.symbol = "LE_y", .unit = "t CO2 eq", .equation = "AMS-III.AO, leakage"},
                     d.LE_AD + yearly_amount(inputs, part, "LE"));
  const Activity<S> activity{
      .BE_CH4_SWDS = baseline_methane(inputs, c, waste, part),
      .BE_ww_manure = yearly_amount(inputs, part, "BE_ww_manure"),
      .MD_reg = yearly_amount(inputs, part, "MD_reg"),
      .GWP_CH4 = waste.swds.GWP_CH4(1),
      .MD = d.destroyed,
      .PE =
          named({.symbol = "PE_y", .unit = "t CO2 eq", .equation = "AMS-III.AO, project emissions"},
                d.PE_AD + PE_TR),
      .LE = LE,
      .ER_cap = inputs.parameter("ER_cap.AMS-III.AO")};
  const S BE = BE_y(activity);
  return {{{"BE_CH4_SWDS", activity.BE_CH4_SWDS},
           {"BE", BE},
           {"PE_EC", d.PE_EC},
           {"PE_FC", d.PE_FC},
           {"PE_CH4", d.PE_CH4},
           {"PE_flare", d.PE_flare},
           {"PE_TR", PE_TR},
           {"PE", activity.PE},
           {"LE", LE},
           {"ER", ER_y(activity, BE, d.PE_flare)}}};
}

// The description, for methodologies.cpp.
extern const Methodology kVersion1;

}  // namespace openitmo::mrv::ams_iii_ao
