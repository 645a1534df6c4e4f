#pragma once

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "mrv/component_case.h"
#include "mrv/methodologies/tool04.h"
#include "mrv/monthly_inputs.h"
#include "mrv/parameters.h"

// The parameters of TOOL04 as a component chose them.
namespace openitmo::mrv {

// The last position of the case's axis.
inline int last_position(const ComponentCase& c) {
  return c.axis().position_of(c.summary.months.back().month);
}

// What open fires at the disposal site would have burnt can no longer become methane.
template <class Inputs>
typename Inputs::Scalar not_burnt(Inputs& inputs, const typename Inputs::Scalar& W) {
  return W * (1 - inputs.parameter("burnt"));
}

// One type j with the figures of the parameter table.
template <class Inputs>
tool04::WasteStream<typename Inputs::Scalar> waste_stream(Inputs& inputs, const ComponentCase& c,
                                                          WasteType type,
                                                          std::vector<typename Inputs::Scalar> W) {
  return {.type = name_of(type),
          .DOC_j = inputs.parameter(degradable_carbon_symbol(type)),
          .DOC_f = inputs.parameter("DOCf"),
          .k_j = inputs.parameter(decay_rate_symbol(c.plan.climate, type)),
          .W = std::move(W)};
}

// φ_y of the baseline: the default of the climate, or option 2 from uncertainties.
template <class Inputs>
typename Inputs::Scalar model_correction(Inputs& inputs, const ComponentCase& c) {
  using S = typename Inputs::Scalar;
  if (c.option("phi") == "default")
    return inputs.parameter(model_correction_symbol(c.plan.climate));
  const bool is_managed = c.plan.disposal_site == DisposalSite::managed_anaerobic ||
                          c.plan.disposal_site == DisposalSite::managed_semi_aerobic;
  return tool04::phi_y(
      tool04::v_y<S>({.a_W = inputs.parameter(c.is_declared() ? "v.W.estimated" : "v.W.weighed"),
                      .b_DOC = inputs.parameter("v.DOC"),
                      .c_DOC_f = inputs.parameter("v.DOCf"),
                      .d_F = inputs.parameter("v.F"),
                      .e_MCF = inputs.parameter(is_managed ? "v.MCF.managed" : "v.MCF.unmanaged"),
                      .g_decay = inputs.parameter("v.decay")}));
}

// Annual mean of a column of the water table.
template <class Inputs>
typename Inputs::Scalar mean_of_year(Inputs& inputs, const ComponentCase& c, int year,
                                     std::string_view symbol, std::string_view mean_symbol) {
  using S = typename Inputs::Scalar;
  const MonthlyTable& table = *find_monthly_table("water_table");
  std::vector<S> months;
  for (const MonthlyRow& row : c.data.rows_of("water_table"))
    if (row.year.value() == year)
      if (auto value = measured_at(inputs, table, row, symbol)) months.push_back(*value);
  return named({.symbol = mean_symbol,
                .unit = "m",
                .equation = "TOOL04 v6.0.1, annual mean",
                .period = {.year = year}},
               sum(std::span<const S>(months)) / static_cast<double>(months.size()));
}

// Whether water stood above the base of the site in the mean of a year. Decided on the readings,
// so that every scalar goes the same way.
inline bool is_under_water(const ComponentCase& c, int year) {
  const MonthlyTable& table = *find_monthly_table("water_table");
  double sum_m = 0;
  for (const MonthlyRow& row : c.data.rows_of("water_table"))
    if (row.year.value() == year) sum_m += value_at(table, row, "h_w,m").value_or(0);
  return sum_m > 0;
}

// MCF by deposition: the default of the site, or Eq 12 for years in which water stood above its
// base.
template <class Inputs>
Series<typename Inputs::Scalar> correction_factors(Inputs& inputs, const ComponentCase& c) {
  using S = typename Inputs::Scalar;
  const std::string by_default = correction_factor_symbol(c.plan.disposal_site);
  if (c.data.rows_of("water_table").empty()) return inputs.parameter(by_default);
  std::vector<S> MCF;
  std::map<int, S> of_year;
  for (int x = 1; x <= last_position(c); ++x) {
    const int year = c.axis().at(x).year;
    if (!of_year.contains(year))
      of_year.insert({year, is_under_water(c, year)
                                ? tool04::MCF_y(mean_of_year(inputs, c, year, "d_m", "d_y"),
                                                mean_of_year(inputs, c, year, "h_w,m", "h_w,y"))
                                : S(inputs.parameter(by_default))});
    MCF.push_back(of_year.at(year));
  }
  return MCF;
}

}  // namespace openitmo::mrv
