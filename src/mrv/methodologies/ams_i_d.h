#pragma once

#include <array>
#include <string_view>

#include "mrv/component_case.h"
#include "mrv/grid_factor.h"
#include "mrv/methodologies/tool07.h"
#include "mrv/monthly_inputs.h"
#include "mrv/scalar/real.h"
#include "mrv/year_terms.h"
#include "mrv/yearly_amount.h"

// CDM AMS-I.D, grid-connected renewable electricity. Not read; confidence medium. Wind and solar
// plants: no project emissions, no leakage beyond what is declared.
namespace openitmo::mrv::ams_i_d {

// How TOOL07 weighs the margins, by the project.
inline constexpr std::array<std::string_view, 4> kWeights{
    "wind_or_solar",              // 0.75 / 0.25 in every crediting period
    "first_period",               // others: 0.5 / 0.5
    "later_period",               // others: 0.25 / 0.75
    tool07::kLdcOperatingMargin,  // 1 / 0
};

// EG_PJ,y: net electricity delivered to the grid, MWh.
template <class Inputs>
typename Inputs::Scalar EG_PJ_y(Inputs& inputs, const ComponentCase& c, const YearPart& part) {
  return named({.symbol = "EG_PJ,y",
                .unit = "MWh",
                .equation = "AMS-I.D, sum of months",
                .period = {.year = part.year.value()}},
               sum_of_column(inputs, c, part, "electricity_delivered", "EG_m"));
}

// BE_y = EG_PJ,y·EF_grid,CM
template <class S>
S BE_y(const S& EG_PJ, const S& EF_grid) {
  return named({.symbol = "BE_y", .unit = "t CO2 eq", .equation = "AMS-I.D, baseline"},
               EG_PJ * EF_grid);
}

// ER_y = BE_y - LE_y
template <class S>
S ER_y(const S& BE, const S& LE) {
  return named({.symbol = "ER_y", .unit = "t CO2 eq", .equation = "AMS-I.D, reductions"}, BE - LE);
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> year(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part) {
  using S = typename Inputs::Scalar;
  const tool07::Weights w = tool07::weights(c.option("margins"));
  const bool average = c.option("margins") == tool07::kLdcOperatingMargin;
  const GridMargins<Inputs> margins(inputs, c, average);
  const S EF = tool07::EF_CM<S>(margins.OM, margins.BM, S(w.OM), S(w.BM));
  const S BE = BE_y(EG_PJ_y(inputs, c, part), EF);
  const S LE = yearly_amount(inputs, part, "LE");
  return {{{"BE", BE}, {"LE", LE}, {"ER", ER_y(BE, LE)}}};
}

// The description, for methodologies.cpp.
extern const Methodology kVersion18;

}  // namespace openitmo::mrv::ams_i_d
