#pragma once

#include <vector>

#include "mrv/component_case.h"
#include "mrv/diverted_waste.h"
#include "mrv/methodologies/acm0022.h"
#include "mrv/methodologies/ams_iii_f.h"
#include "mrv/methodologies/tool13.h"

// One calendar year of one component: feeds the methodology's equations from the case. Written once
// over the scalar of `Inputs` (see inputs.h).
namespace openitmo::mrv {

// t CO2 eq each; what a methodology does not have is 0.
template <class S>
struct YearTerms {
  S BE_CH4_SWDS = 0.0;
  S BE_EN = 0.0;  // electricity displaced
  S BE = 0.0;
  S PE_EC = 0.0;
  S PE_FC = 0.0;
  S PE_CH4 = 0.0;
  S PE_N2O = 0.0;
  S PE_RO = 0.0;
  S PE_declared = 0.0;
  S PE = 0.0;
  S LE = 0.0;
  S ER = 0.0;
};

// BE_CH4,SWDS,y of the months or the year that `part` covers.
template <class S>
S baseline_methane(const ComponentCase& c, const tool04::Swds<S>& swds, const YearPart& part) {
  if (c.plan.model == DecayModel::yearly) {
    const int y = c.axis().position_of({.year = part.year.value()});
    return tool04::BE_CH4_SWDS_y(swds, tool04::yearly_decay(swds, y), y);
  }
  const tool04::Decay<S> decay = tool04::monthly_decay(swds, last_position(c));
  std::vector<S> months;
  for (const MonthSummary& m : c.summary.months)
    if (part.contains(m.month))
      months.push_back(tool04::BE_CH4_SWDS_m(swds, decay, c.axis().position_of(m.month)));
  return named({.symbol = "BE_CH4,SWDS,y",
                .unit = "t CO2 eq",
                .equation = "TOOL04 v8.0, sum of months",
                .period = {.year = part.year.value()}},
               sum(std::span<const S>(months)));
}

// Q_y: waste composted in `part`, t wet.
template <class S>
S waste_composted(const ComponentCase& c, const DivertedWaste<S>& waste, const YearPart& part) {
  std::vector<S> terms;
  for (std::size_t i = 0; i < waste.treated_by_month.size(); ++i)
    if (part.contains(c.summary.months[i].month)) terms.push_back(waste.treated_by_month[i]);
  if (c.is_declared())
    terms = waste.declared_by_year[static_cast<std::size_t>(part.year.value() -
                                                            c.covered.first.year().value())];
  return named({.symbol = "Q_y",
                .unit = "t wet",
                .equation = "TOOL13 v2, waste composted",
                .period = {.year = part.year.value()}},
               sum(std::span<const S>(terms)));
}

// Electricity or diesel of `part`: the sum of the months that have rows.
template <class Inputs>
typename Inputs::Scalar energy(Inputs& inputs, const ComponentCase& c, const YearPart& part,
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

template <class Inputs>
tool13::Emissions<typename Inputs::Scalar> composting_emissions(
    Inputs& inputs, const ComponentCase& c, const DivertedWaste<typename Inputs::Scalar>& waste,
    const YearPart& part) {
  using S = typename Inputs::Scalar;
  const Period year{.year = part.year.value()};
  const S EC =
      energy(inputs, c, part, {.symbol = "EC_i", .unit = "MWh"}, &MonthSummary::electricity_mwh,
             &MonthSummary::electricity_rows, "electricity meter");
  const S litres =
      energy(inputs, c, part, {.symbol = "diesel_i", .unit = "L"}, &MonthSummary::diesel_litres,
             &MonthSummary::diesel_rows, "diesel deliveries");
  const S FC = named({.symbol = "FC_diesel,y",
                      .unit = "t",
                      .equation = "TOOL03 v3.0, volume times density",
                      .period = year},
                     litres / 1000 * inputs.parameter("rho.diesel"));
  const GwpSet& gwp = c.plan.gwp;
  return tool13::emissions<S>({.Q = waste_composted(c, waste, part),
                               .EF_CH4 = inputs.parameter("EF_CH4.composting"),
                               .EF_N2O = inputs.parameter("EF_N2O.composting"),
                               .GWP_CH4 = inputs.gwp("GWP_CH4", gwp.ch4_tenths / 10.0, gwp.name),
                               .GWP_N2O = inputs.gwp("GWP_N2O", gwp.n2o_tenths / 10.0, gwp.name),
                               .electricity = {.EC = EC,
                                               .EF = inputs.parameter("EF_EL.project"),
                                               .TDL = inputs.parameter("TDL.project")},
                               .fuel = {.FC = FC,
                                        .NCV = inputs.parameter("NCV.diesel"),
                                        .EF_CO2 = inputs.parameter("EF_CO2.diesel")},
                               .run_off = {.Q_RO = inputs.parameter("Q_RO"),
                                           .COD_RO = inputs.parameter("COD_RO"),
                                           .B_o = inputs.parameter("B_o"),
                                           .MCF_RO = inputs.parameter("MCF_RO"),
                                           .phi_RO = inputs.parameter("phi_RO")}});
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> ams_iii_f_year(Inputs& inputs, const ComponentCase& c,
                                                  const YearPart& part) {
  using S = typename Inputs::Scalar;
  const DivertedWaste<S> waste = diverted_waste(inputs, c);
  const tool13::Emissions<S> PE = composting_emissions(inputs, c, waste, part);
  const ams_iii_f::Activity<S> activity{.BE_CH4_SWDS = baseline_methane(c, waste.swds, part),
                                        .MD_reg = inputs.parameter("MD_reg"),
                                        .GWP_CH4 = waste.swds.GWP_CH4(1),
                                        .PE = PE.PE_COMP,
                                        .LE = inputs.parameter("LE"),
                                        .ER_cap = inputs.parameter("ER_cap.AMS-III.F")};
  const S BE = ams_iii_f::BE_y(activity);
  YearTerms<S> terms;
  terms.BE_CH4_SWDS = activity.BE_CH4_SWDS;
  terms.BE = BE;
  terms.PE_EC = PE.PE_EC;
  terms.PE_FC = PE.PE_FC;
  terms.PE_CH4 = PE.PE_CH4;
  terms.PE_N2O = PE.PE_N2O;
  terms.PE_RO = PE.PE_RO;
  terms.PE = PE.PE_COMP;
  terms.LE = activity.LE;
  terms.ER = ams_iii_f::ER_y(activity, BE);
  return terms;
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
  return named({.symbol = "PE_y",
                .unit = "t CO2 eq",
                .equation = "ACM0022 v3.0, project emissions as declared",
                .period = {.year = part.year.value()}},
               sum(std::span<const S>(amounts)));
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> acm0022_year(Inputs& inputs, const ComponentCase& c,
                                                const YearPart& part) {
  using S = typename Inputs::Scalar;
  const DivertedWaste<S> waste = diverted_waste(inputs, c);
  const acm0022::Activity<S> activity{.BE_CH4 = baseline_methane(c, waste.swds, part),
                                      .BE_EN = electricity_displaced(inputs, c, part),
                                      .RATE_compliance = inputs.parameter("RATE_compliance"),
                                      .PE = declared_project_emissions(inputs, c, part),
                                      .LE = inputs.parameter("LE")};
  const S BE = acm0022::BE_y(activity);
  YearTerms<S> terms;
  terms.BE_CH4_SWDS = activity.BE_CH4;
  terms.BE_EN = activity.BE_EN;
  terms.BE = BE;
  terms.PE_declared = activity.PE;
  terms.PE = activity.PE;
  terms.LE = activity.LE;
  terms.ER = acm0022::ER_y(activity, BE);
  return terms;
}

}  // namespace openitmo::mrv
