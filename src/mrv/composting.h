#pragma once

#include "mrv/diverted_waste.h"
#include "mrv/energy_used.h"
#include "mrv/methodologies/tool13.h"
#include "mrv/yearly_amount.h"

namespace openitmo::mrv {

// Q_RO of `part`, m3: by the meter of the run-off water, else as declared for the year.
template <class Inputs>
typename Inputs::Scalar run_off_water(Inputs& inputs, const ComponentCase& c,
                                      const YearPart& part) {
  if (c.data.rows_of("run_off").empty()) return yearly_amount(inputs, part, "Q_RO");
  return named({.symbol = "Q_RO,y",
                .unit = "m3",
                .equation = "sum of months",
                .period = {.year = part.year.value()}},
               sum_of_column(inputs, c, part, "run_off", "Q_RO,m"));
}

// TOOL13 of the waste composted in `part`.
template <class Inputs>
tool13::Emissions<typename Inputs::Scalar> composting_emissions(
    Inputs& inputs, const ComponentCase& c, const DivertedWaste<typename Inputs::Scalar>& waste,
    const YearPart& part) {
  const GwpSet& gwp = c.plan.gwp;
  return tool13::emissions<typename Inputs::Scalar>(
      {.Q = waste_treated(c, waste, part, "TOOL13 v2, waste composted"),
       .EF_CH4 = inputs.parameter("EF_CH4.composting"),
       .EF_N2O = inputs.parameter("EF_N2O.composting"),
       .GWP_CH4 = inputs.gwp("GWP_CH4", gwp.ch4_tenths / 10.0, gwp.name),
       .GWP_N2O = inputs.gwp("GWP_N2O", gwp.n2o_tenths / 10.0, gwp.name),
       .electricity = electricity_used(inputs, c, part),
       .fuel = diesel_used(inputs, c, part),
       .run_off = {.Q_RO = run_off_water(inputs, c, part),
                   .COD_RO = inputs.parameter("COD_RO"),
                   .B_o = inputs.parameter("B_o"),
                   .MCF_RO = inputs.parameter("MCF_RO"),
                   .phi_RO = inputs.parameter("phi_RO")}});
}

}  // namespace openitmo::mrv
