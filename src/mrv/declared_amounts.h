#pragma once

#include <vector>

#include "mrv/component_case.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/scalar/real.h"

// Amounts that a published document states per calendar year.
namespace openitmo::mrv {

// BE_EN of the electricity declared for the year.
template <class Inputs>
typename Inputs::Scalar electricity_displaced(Inputs& inputs, const ComponentCase& c,
                                              const YearPart& part) {
  double mwh = 0;
  Evidence rows;
  for (const DeclaredElectricityExport& amount : c.data.declared_electricity_export) {
    if (amount.year != part.year) continue;
    mwh += amount.mwh;
    rows.add(amount.place);
  }
  return tool05::BE_EC<typename Inputs::Scalar>(
      {.EC =
           inputs.declared({.symbol = "EG_y", .unit = "MWh", .period = {.year = part.year.value()}},
                           mwh, rows, "declared amount"),
       .EF = inputs.parameter("EF_EL.baseline"),
       .TDL = inputs.parameter("TDL.baseline")});
}

template <class Inputs>
typename Inputs::Scalar declared_project_emissions(Inputs& inputs, const ComponentCase& c,
                                                   const YearPart& part) {
  using S = typename Inputs::Scalar;
  std::vector<S> amounts;
  for (const DeclaredProjectEmissions& amount : c.data.declared_project_emissions) {
    if (amount.year != part.year) continue;
    Evidence rows;
    rows.add(amount.place);
    amounts.push_back(inputs.declared(
        {.symbol = "PE_declared", .unit = "t CO2 eq", .period = {.year = part.year.value()}},
        amount.tonnes_co2eq, rows, amount.source));
  }
  return named({.symbol = "PE_declared,y",
                .unit = "t CO2 eq",
                .equation = "project emissions as declared",
                .period = {.year = part.year.value()}},
               sum(std::span<const S>(amounts)));
}

}  // namespace openitmo::mrv
