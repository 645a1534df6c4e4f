#pragma once

#include <vector>

#include "mrv/component_case.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/scalar/real.h"
#include "mrv/yearly_amount.h"

// Amounts that a published document states per calendar year. Each stands for the year's months in
// the crediting period, so a report of some of them takes its share.
namespace openitmo::mrv {

template <class S>
S share_of_declared(const S& amount, Label label, const ComponentCase& c, const YearPart& part) {
  label.equation = kShareOfYear;
  return share_of_year(amount, label, months_of(part.days), credited_months(c, part.year));
}

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
  const Label label{.symbol = "EG_y", .unit = "MWh", .period = {.year = part.year.value()}};
  return tool05::BE_EC<typename Inputs::Scalar>(
      {.EC = share_of_declared<typename Inputs::Scalar>(
           inputs.declared(label, mwh, rows, "declared amount"), label, c, part),
       .EF = grid_factor(inputs, c, "EF_EL.baseline"),
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
  const Label label{.symbol = "PE_declared,y",
                    .unit = "t CO2 eq",
                    .equation = "project emissions as declared",
                    .period = {.year = part.year.value()}};
  return share_of_declared<S>(named(label, sum(std::span<const S>(amounts))), label, c, part);
}

}  // namespace openitmo::mrv
