#pragma once

#include <string_view>
#include <vector>

#include "mrv/component_case.h"
#include "mrv/grid_factor.h"
#include "mrv/methodologies/tool03.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/monthly_inputs.h"
#include "mrv/yearly_amount.h"

// From meter readings and deliveries to the EC of TOOL05 and the FC of TOOL03.
namespace openitmo::mrv {

// Electricity or diesel of `part`: the sum of the months that have rows.
template <class Inputs>
typename Inputs::Scalar sum_of_months(Inputs& inputs, const ComponentCase& c, const YearPart& part,
                                      const Label& label, double MonthSummary::* value,
                                      Evidence MonthSummary::* rows, std::string_view source) {
  using S = typename Inputs::Scalar;
  std::vector<S> months;
  for (const MonthSummary& m : c.summary.months) {
    if (!part.contains(m.month) || (m.*rows).empty()) continue;
    Label of_month = label;
    of_month.period = m.month;
    months.push_back(c.is_declared()
                         ? inputs.declared(of_month, m.*value, m.*rows, "declared amount")
                         : inputs.measured(of_month, m.*value, m.*rows, source));
  }
  return sum(std::span<const S>(months));
}

// What captive plants emit in `part` of which the programme states the rated power and no more. One
// whose fuel is metered has no electricity here: its fuel counts.
template <class Inputs>
typename Inputs::Scalar captive_plants(Inputs& inputs, const ComponentCase& c,
                                       const YearPart& part) {
  using S = typename Inputs::Scalar;
  constexpr std::string_view kRatedPower = "P_captive";
  if (own_value(c.plan, kRatedPower) == nullptr) return S(0.0);
  return share_of_year<S>(tool05::PE_captive(inputs.parameter(kRatedPower)),
                          {.symbol = "PE_captive",
                           .unit = "t CO2",
                           .equation = kShareOfYear,
                           .period = {.year = part.year.value()}},
                          months_of(part.days), kMonthsOfAYear);
}

// Electricity drawn from the grid in `part`, and captive plants.
template <class Inputs>
tool05::Electricity<typename Inputs::Scalar> electricity_used(Inputs& inputs,
                                                              const ComponentCase& c,
                                                              const YearPart& part) {
  return {.EC = sum_of_months(inputs, c, part, {.symbol = "EC_i", .unit = "MWh"},
                              &MonthSummary::electricity_mwh, &MonthSummary::electricity_rows,
                              "electricity meter"),
          .EF = grid_factor(inputs, c, "EF_EL.project"),
          .TDL = inputs.parameter("TDL.project"),
          .captive = captive_plants(inputs, c, part)};
}

// Diesel delivered in `part`.
template <class Inputs>
tool03::Fuel<typename Inputs::Scalar> diesel_used(Inputs& inputs, const ComponentCase& c,
                                                  const YearPart& part) {
  using S = typename Inputs::Scalar;
  const S litres =
      sum_of_months(inputs, c, part, {.symbol = "diesel_i", .unit = "L"},
                    &MonthSummary::diesel_litres, &MonthSummary::diesel_rows, "diesel deliveries");
  return {.FC = named({.symbol = "FC_diesel,y",
                       .unit = "t",
                       .equation = "TOOL03 v3.0, volume times density",
                       .period = {.year = part.year.value()}},
                      litres / 1000 * inputs.parameter("rho.diesel")),
          .NCV = inputs.parameter("NCV.diesel"),
          .EF_CO2 = inputs.parameter("EF_CO2.diesel")};
}

// BE_EC of the net electricity delivered to the grid in `part`.
template <class Inputs>
typename Inputs::Scalar electricity_delivered(Inputs& inputs, const ComponentCase& c,
                                              const YearPart& part) {
  return tool05::BE_EC<typename Inputs::Scalar>(
      {.EC = sum_of_column(inputs, c, part, "electricity_delivered", "EG_m"),
       .EF = grid_factor(inputs, c, "EF_EL.baseline"),
       .TDL = inputs.parameter("TDL.baseline")});
}

}  // namespace openitmo::mrv
