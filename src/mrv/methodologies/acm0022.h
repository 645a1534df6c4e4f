#pragma once

#include "mrv/declared_amounts.h"
#include "mrv/diverted_waste.h"
#include "mrv/scalar/real.h"
#include "mrv/year_terms.h"

// CDM ACM0022 v3.0, alternative waste treatment processes.
namespace openitmo::mrv::acm0022 {

template <class S>
struct Activity {
  S BE_CH4;           // TOOL04 application B, t CO2 eq
  S BE_EN;            // electricity displaced, TOOL05, t CO2
  S RATE_compliance;  // 0.5 or more: the methodology does not apply; the caller refuses first
  S PE;               // t CO2 eq
  S LE;               // t CO2 eq
};

// BE_y = (BE_CH4,y + BE_EN,y)·(1 - RATE_compliance). Waste water and natural gas of the baseline
// are not covered.
template <class S>
S BE_y(const Activity<S>& a) {
  return named(
      {.symbol = "BE_y", .unit = "t CO2 eq", .equation = "ACM0022 v3.0, baseline emissions"},
      (a.BE_CH4 + a.BE_EN) * (1 - a.RATE_compliance));
}

// ER_y = BE_y - PE_y - LE_y; negative where the project emits more than the baseline.
template <class S>
S ER_y(const Activity<S>& a, const S& BE) {
  return named(
      {.symbol = "ER_y", .unit = "t CO2 eq", .equation = "ACM0022 v3.0, emission reductions"},
      BE - a.PE - a.LE);
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> year(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part) {
  using S = typename Inputs::Scalar;
  const DivertedWaste<S> waste = diverted_waste(inputs, c);
  const Activity<S> activity{.BE_CH4 = baseline_methane(c, waste.swds, part),
                             .BE_EN = electricity_displaced(inputs, c, part),
                             .RATE_compliance = inputs.parameter("RATE_compliance"),
                             .PE = declared_project_emissions(inputs, c, part),
                             .LE = inputs.parameter("LE")};
  const S BE = BE_y(activity);
  return {{{"BE_CH4_SWDS", activity.BE_CH4},
           {"BE_EN", activity.BE_EN},
           {"BE", BE},
           {"PE", activity.PE},
           {"LE", activity.LE},
           {"ER", ER_y(activity, BE)}}};
}

}  // namespace openitmo::mrv::acm0022
