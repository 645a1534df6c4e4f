#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "mrv/component_case.h"
#include "mrv/disposal_options.h"
#include "mrv/disposal_parameters.h"
#include "mrv/methodologies/tool04.h"
#include "mrv/monthly_inputs.h"
#include "mrv/parameters.h"
#include "mrv/scalar/real.h"

// From weighbridge and samples to the W_j,x of TOOL04.
namespace openitmo::mrv {

template <class S>
struct DivertedWaste {
  std::vector<S> treated_by_month;               // t wet; empty where waste is declared
  std::vector<std::vector<S>> declared_by_year;  // t wet by year and waste type; or empty
  tool04::Swds<S> swds;
};

// W_i = waste in - residue out of every month, t wet. Kilograms are added as integers first.
template <class Inputs>
std::vector<typename Inputs::Scalar> treated_by_month(Inputs& inputs, const ComponentCase& c) {
  using S = typename Inputs::Scalar;
  const auto weighed = [&](std::string_view symbol, Period month, std::int64_t kg,
                           const Evidence& rows) {
    if (rows.empty()) return S(0.0);
    return inputs.measured({.symbol = symbol, .unit = "t wet", .period = month},
                           static_cast<double>(kg) / 1000, rows, "weighbridge tickets");
  };
  std::vector<S> treated;
  for (const MonthSummary& m : c.summary.months)
    treated.push_back(
        named({.symbol = "W_i",
               .unit = "t wet",
               .equation = "TOOL04 v8.0, waste prevented from disposal",
               .period = m.month},
              weighed("W_in,i", m.month, m.waste_in_kg, m.waste_in_rows) -
                  weighed("W_residue,i", m.month, m.residue_out_kg, m.residue_out_rows)));
  return treated;
}

// W_x by position of the case's axis: the months as they are, or the sums of each year's months.
template <class S>
std::vector<S> treated_by_position(const ComponentCase& c, const std::vector<S>& by_month) {
  if (c.plan.model == DecayModel::monthly) return by_month;
  std::vector<S> by_year;
  for (int x = 1; x <= last_position(c); ++x) {
    const Period year = c.axis().at(x);
    std::vector<S> months;
    for (std::size_t i = 0; i < by_month.size(); ++i)
      if (c.summary.months[i].month.year == year.year) months.push_back(by_month[i]);
    by_year.push_back(named({.symbol = "W_x",
                             .unit = "t wet",
                             .equation = "TOOL04 v8.0, waste prevented from disposal",
                             .period = year},
                            sum(std::span<const S>(months))));
  }
  return by_year;
}

// W_j,x = W_x·p_j,x of one type (index j of kWasteTypes).
template <class Inputs>
std::vector<typename Inputs::Scalar> metered_stream(
    Inputs& inputs, const ComponentCase& c, const std::vector<typename Inputs::Scalar>& treated,
    std::size_t j) {
  using S = typename Inputs::Scalar;
  const std::string_view type = name_of(kWasteTypes[j]);
  std::vector<S> W;
  for (std::size_t x = 0; x < treated.size(); ++x) {
    const MeanComposition& mean = c.summary.composition[x];
    const S p = samples_count(c) ? inputs.measured({.symbol = "p_j,x",
                                                    .unit = "1",
                                                    .equation = "TOOL04 v8.0, mean of samples",
                                                    .of = type,
                                                    .period = mean.period},
                                                   mean.fractions[j], mean.rows,
                                                   "composition samples", mean.half_widths[j])
                                 : inputs.parameter(default_share_symbol(kWasteTypes[j]));
    W.push_back(named({.symbol = "W_j,x",
                       .unit = "t wet",
                       .equation = "TOOL04 v8.0, W_x·p_j,x",
                       .of = type,
                       .period = mean.period},
                      treated[x] * p));
  }
  return W;
}

// W_j,x as declared, by year and by type.
template <class Inputs>
std::vector<std::vector<typename Inputs::Scalar>> declared_by_year(Inputs& inputs,
                                                                   const ComponentCase& c,
                                                                   const DateRange& years) {
  using S = typename Inputs::Scalar;
  std::vector<std::vector<S>> declared;
  for (CalendarYear year = years.first.year(); year <= years.last.year(); year = year.next()) {
    std::vector<S>& by_type = declared.emplace_back();
    for (const WasteType type : kWasteTypes) {
      double tonnes = 0;
      Evidence rows;
      for (const DeclaredAmount& amount : c.data.declared_waste) {
        if (amount.year != year || amount.type != type) continue;
        tonnes += amount.tonnes_wet;
        rows.add(amount.place);
      }
      const Label label{.symbol = "W_j,x",
                        .unit = "t wet",
                        .of = name_of(type),
                        .period = {.year = year.value()}};
      by_type.push_back(rows.empty() ? S(0.0)
                                     : inputs.declared(label, tonnes, rows, "declared amount"));
    }
  }
  return declared;
}

// The monthly model spreads a year's declared tonnes evenly over its months of the case.
template <class S>
std::vector<S> declared_stream(const ComponentCase& c, const std::vector<std::vector<S>>& declared,
                               std::size_t j) {
  std::vector<S> W;
  if (c.plan.model == DecayModel::yearly) {
    for (const std::vector<S>& by_type : declared) W.push_back(by_type[j]);
    return W;
  }
  for (const MonthSummary& m : c.summary.months) {
    const auto months_in_year = std::ranges::count(
        c.summary.months, m.month.year, [](const MonthSummary& other) { return other.month.year; });
    const auto year = static_cast<std::size_t>(m.month.year - c.covered.first.year().value());
    W.push_back(declared[year][j] / static_cast<double>(months_in_year));
  }
  return W;
}

// Whether any waste of the type was found, declared or taken as default or as the programme's own
// share; a type without is left out.
inline bool occurs(const ComponentCase& c, std::size_t j) {
  if (c.is_declared())
    return std::ranges::any_of(c.data.declared_waste, [&](const DeclaredAmount& amount) {
      return amount.type == kWasteTypes[j] && amount.tonnes_wet != 0;
    });
  if (!samples_count(c)) return has_default_share(c.plan, kWasteTypes[j]);
  return std::ranges::any_of(c.summary.composition,
                             [&](const MeanComposition& mean) { return mean.fractions[j] != 0; });
}

// TOOL04 application B, baseline. Waste without degradable carbon is left out.
template <class Inputs>
DivertedWaste<typename Inputs::Scalar> diverted_waste(Inputs& inputs, const ComponentCase& c) {
  using S = typename Inputs::Scalar;
  const ComponentPlan& plan = c.plan;
  DivertedWaste<S> waste{
      .treated_by_month = c.is_declared() ? std::vector<S>{} : treated_by_month(inputs, c),
      .declared_by_year = declared_by_year(inputs, c, c.covered),
      .swds = {.phi = model_correction(inputs, c),
               .f = inputs.parameter("f_y"),
               .GWP_CH4 = inputs.gwp("GWP_CH4", plan.gwp.ch4_tenths / 10.0, plan.gwp.name),
               .OX = inputs.parameter("OX"),
               .F = inputs.parameter("F"),
               .MCF = correction_factors(inputs, c),
               .streams = {},
               .axis = c.axis()}};
  const std::vector<S> treated = treated_by_position(c, waste.treated_by_month);
  for (std::size_t j = 0; j < kWasteTypes.size(); ++j) {
    if (!is_degradable(kWasteTypes[j]) || !occurs(c, j)) continue;
    std::vector<S> W = c.is_declared() ? declared_stream(c, waste.declared_by_year, j)
                                       : metered_stream(inputs, c, treated, j);
    for (S& of_period : W) of_period = not_burnt(inputs, of_period);
    waste.swds.streams.push_back(waste_stream(inputs, c, kWasteTypes[j], std::move(W)));
  }
  return waste;
}

// By the table without composition: the tonnes of each year and the factor of their age.
template <class Inputs>
typename Inputs::Scalar simplified_methane(Inputs& inputs, const ComponentCase& c,
                                           const DivertedWaste<typename Inputs::Scalar>& waste,
                                           int y) {
  using S = typename Inputs::Scalar;
  std::vector<S> W = treated_by_position(c, waste.treated_by_month);
  if (c.is_declared()) W.clear();
  for (const std::vector<S>& by_type : waste.declared_by_year)
    if (c.is_declared()) W.push_back(sum(std::span<const S>(by_type)));
  for (S& of_year : W) of_year = not_burnt(inputs, of_year);
  std::vector<S> by_age;
  for (int age = 1; age <= y; ++age) by_age.push_back(inputs.parameter(simplified_symbol(age)));
  return tool04::BE_simplified_y<S>(waste.swds.phi(1), waste.swds.f(1), waste.swds.GWP_CH4(1),
                                    by_age, Series<S>(std::move(W)), y, c.axis());
}

// BE_CH4,SWDS,y of the months or the year that `part` covers.
template <class Inputs>
typename Inputs::Scalar baseline_methane(Inputs& inputs, const ComponentCase& c,
                                         const DivertedWaste<typename Inputs::Scalar>& waste,
                                         const YearPart& part) {
  using S = typename Inputs::Scalar;
  const tool04::Swds<S>& swds = waste.swds;
  if (c.option("baseline") == kSimplified)
    return simplified_methane(inputs, c, waste, c.axis().position_of({.year = part.year.value()}));
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

// Q_y: waste treated in `part`, t wet; `equation` is what the methodology calls it.
template <class S>
S waste_treated(const ComponentCase& c, const DivertedWaste<S>& waste, const YearPart& part,
                std::string_view equation) {
  std::vector<S> terms;
  for (std::size_t i = 0; i < waste.treated_by_month.size(); ++i)
    if (part.contains(c.summary.months[i].month)) terms.push_back(waste.treated_by_month[i]);
  if (c.is_declared())
    terms = waste.declared_by_year[static_cast<std::size_t>(part.year.value() -
                                                            c.covered.first.year().value())];
  return named({.symbol = "Q_y",
                .unit = "t wet",
                .equation = equation,
                .period = {.year = part.year.value()}},
               sum(std::span<const S>(terms)));
}

// Q_j,y: waste of one type treated in `part`, t wet.
template <class Inputs>
typename Inputs::Scalar waste_of_type(Inputs& inputs, const ComponentCase& c,
                                      const DivertedWaste<typename Inputs::Scalar>& waste,
                                      const YearPart& part, std::size_t j) {
  using S = typename Inputs::Scalar;
  const std::vector<S> W =
      c.is_declared()
          ? declared_stream(c, waste.declared_by_year, j)
          : metered_stream(inputs, c, treated_by_position(c, waste.treated_by_month), j);
  std::vector<S> of_part;
  for (std::size_t x = 0; x < W.size(); ++x) {
    const Period at = c.axis().at(static_cast<int>(x) + 1);
    if (at.month == 0 ? at.year == part.year.value() : part.contains(at)) of_part.push_back(W[x]);
  }
  return sum(std::span<const S>(of_part));
}

// The same as a plain figure, for the result beside the tonnes.
inline double waste_treated_t_wet(const ComponentCase& c, const YearPart& part) {
  double declared_t = 0;
  for (const DeclaredAmount& amount : c.data.declared_waste)
    if (amount.year == part.year) declared_t += amount.tonnes_wet;
  std::int64_t kg = 0;
  for (const MonthSummary& month : c.summary.months)
    if (part.contains(month.month)) kg += month.treated_kg();
  return c.is_declared() ? declared_t : static_cast<double>(kg) / 1000;
}

}  // namespace openitmo::mrv
