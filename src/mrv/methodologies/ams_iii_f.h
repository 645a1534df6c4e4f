#pragma once

#include "mrv/composting.h"
#include "mrv/diverted_waste.h"
#include "mrv/scalar/real.h"
#include "mrv/year_terms.h"
#include "mrv/yearly_amount.h"

// CDM AMS-III.F v12.0, avoidance of methane emissions through composting. Methane of waste
// water and manure is declared with its calculation. The methodology itself has not been read
// (confidence medium).
namespace openitmo::mrv::ams_iii_f {

template <class S>
struct Activity {
  S BE_CH4_SWDS;   // TOOL04 application B, t CO2 eq
  S BE_ww_manure;  // waste water and manure, t CO2 eq
  S MD_reg;        // methane that rules require to be destroyed, t CH4
  S GWP_CH4;
  S PE;      // TOOL13, t CO2 eq
  S LE;      // t CO2 eq
  S ER_cap;  // upper limit per year, t CO2 eq
};

// BE_y = BE_CH4,SWDS,y + BE_ww,manure - MD_reg,y·GWP_CH4
template <class S>
S BE_y(const Activity<S>& a) {
  return named({.symbol = "BE_y", .unit = "t CO2 eq", .equation = "AMS-III.F v12.0, baseline"},
               a.BE_CH4_SWDS + a.BE_ww_manure - a.MD_reg * a.GWP_CH4);
}

// ER_y = min(BE_y - PE_y - LE_y, cap). Negative in the first years of composting in a dry climate:
// the methane of a disposal site comes later than that of the windrow. Never clipped at 0.
template <class S>
S ER_y(const Activity<S>& a, const S& BE) {
  return named({.symbol = "ER_y", .unit = "t CO2 eq", .equation = "AMS-III.F v12.0, reductions"},
               min(BE - a.PE - a.LE, a.ER_cap));
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> year(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part) {
  using S = typename Inputs::Scalar;
  const DivertedWaste<S> waste = diverted_waste(inputs, c);
  const tool13::Emissions<S> PE = composting_emissions(inputs, c, waste, part);
  const Activity<S> activity{.BE_CH4_SWDS = baseline_methane(inputs, c, waste, part),
                             .BE_ww_manure = yearly_amount(inputs, part, "BE_ww_manure"),
                             .MD_reg = yearly_amount(inputs, part, "MD_reg"),
                             .GWP_CH4 = waste.swds.GWP_CH4(1),
                             .PE = PE.PE_COMP,
                             .LE = yearly_amount(inputs, part, "LE"),
                             .ER_cap = inputs.parameter("ER_cap.AMS-III.F")};
  const S BE = BE_y(activity);
  return {{{"BE_CH4_SWDS", activity.BE_CH4_SWDS},
           {"BE", BE},
           {"PE_EC", PE.PE_EC},
           {"PE_FC", PE.PE_FC},
           {"PE_CH4", PE.PE_CH4},
           {"PE_N2O", PE.PE_N2O},
           {"PE_RO", PE.PE_RO},
           {"PE", PE.PE_COMP},
           {"LE", activity.LE},
           {"ER", ER_y(activity, BE)}}};
}

// The description, for methodologies.cpp.
extern const Methodology kVersion12;

}  // namespace openitmo::mrv::ams_iii_f
