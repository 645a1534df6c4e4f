#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <stdexcept>

#include "calculators.h"
#include "mrv/methodologies/ipcc_fod.h"
#include "mrv/methodologies/tool04.h"

// TOOL04 and the first-order decay of the IPCC.
namespace openitmo::vectors {

namespace {

namespace fod = mrv::ipcc_fod;
namespace tool04 = mrv::tool04;

tool04::Swds<double> swds_of(const Inputs& inputs, std::string_view masses) {
  tool04::Swds<double> swds{.phi = inputs.series_or("phi", 1),
                            .f = inputs.series_or("f_y", 0),
                            .GWP_CH4 = inputs.series("GWP"),
                            .OX = inputs.series("OX"),
                            .F = inputs.real("F"),
                            .MCF = inputs.series("MCF"),
                            .streams = {}};
  const Inputs types = inputs.object("waste_types");
  const Inputs W = inputs.object(masses);
  for (const std::string& type : types.keys()) {
    if (!W.has(type)) continue;
    const Inputs of_type = types.object(type);
    swds.streams.push_back(
        {.type = {},
         .DOC_j = of_type.real("DOC"),
         .DOC_f = of_type.has("DOCf") ? of_type.real("DOCf") : inputs.real("DOCf"),
         .k_j = of_type.real("k"),
         .W = W.series(type)});
  }
  for (const std::string& type : W.keys())
    if (!types.has(type))
      throw std::runtime_error(fmt::format("waste type {} has no DOC and k", type));
  return swds;
}

constexpr int kPositionMax = 10'000;

int last_of(const std::vector<int>& positions) {
  if (positions.empty() || *std::ranges::min_element(positions) < 1)
    throw std::runtime_error("years and months to evaluate count from 1");
  const int last = *std::ranges::max_element(positions);
  if (last > kPositionMax) throw std::runtime_error("a series ends within 10,000 years or months");
  return last;
}

json::object tool04_yearly(const Inputs& inputs) {
  const tool04::Swds<double> swds = swds_of(inputs, "W_t_wet_by_year_x");
  const std::vector<int> years = inputs.integers("evaluate_years");
  const auto decay = tool04::yearly_decay(swds, last_of(years));
  json::object by_year;
  double total = 0;
  for (const int y : years) {
    const double methane = tool04::BE_CH4_SWDS_y(swds, decay, y);
    by_year[fmt::format("{}", y)] = methane;
    total += methane;
  }
  return {{"BE_CH4_SWDS_tCO2e", by_year},
          {"PE_CH4_SWDS_tCO2e", by_year},
          {"LE_CH4_SWDS_tCO2e", by_year},
          {fmt::format("sum_{}y", years.size()), total}};
}

json::object tool04_monthly(const Inputs& inputs) {
  const tool04::Swds<double> swds = swds_of(inputs, "W_t_wet_by_month_i");
  const std::vector<int> months = inputs.integers("evaluate_months");
  const auto decay = tool04::monthly_decay(swds, last_of(months));
  json::object by_month;
  double total = 0;
  for (const int m : months) {
    const double methane = tool04::BE_CH4_SWDS_m(swds, decay, m);
    by_month[fmt::format("{}", m)] = methane;
    total += methane;
  }
  return {{"CH4_SWDS_tCO2e_month", by_month},
          {"BE_CH4_SWDS_tCO2e_month", by_month},
          {fmt::format("sum_{}m", months.size()), total}};
}

bool is_one_deposit(const Inputs& inputs) {
  return inputs.has_all({"W_t_wet", "DOC", "k", "phi", "OX", "MCF", "DOCf", "F", "GWP"});
}

tool04::Swds<double> one_deposit(const Inputs& inputs, std::vector<double> W) {
  return {.phi = inputs.series("phi"),
          .f = inputs.series_or("f_y", 0),
          .GWP_CH4 = inputs.series("GWP"),
          .OX = inputs.series("OX"),
          .F = inputs.real("F"),
          .MCF = inputs.series("MCF"),
          .streams = {{.type = {},
                       .DOC_j = inputs.real("DOC"),
                       .DOC_f = inputs.real("DOCf"),
                       .k_j = inputs.real("k"),
                       .W = std::move(W)}}};
}

double months_of_year(const tool04::Swds<double>& swds, int year) {
  const auto decay = tool04::monthly_decay(swds, year * 12);
  double total = 0;
  for (int m = year * 12 - 11; m <= year * 12; ++m) total += tool04::BE_CH4_SWDS_m(swds, decay, m);
  return total;
}

// One year's waste by the yearly model, the monthly model and the IPCC default.
json::object compare_models(const Inputs& inputs) {
  const double W = inputs.real("W_t_wet");
  const tool04::Swds<double> yearly = one_deposit(inputs, {W});
  const tool04::Swds<double> monthly = one_deposit(inputs, std::vector<double>(12, W / 12));
  const auto decay = tool04::yearly_decay(yearly, 2);
  const fod::Site<double> site{.MCF = inputs.series("MCF"),
                               .OX = inputs.series("OX"),
                               .R = 0.0,
                               .F = inputs.real("F"),
                               .M = 13};
  const auto stock = fod::decay<double>(site,
                                        {.type = {},
                                         .DOC = inputs.real("DOC"),
                                         .DOC_f = inputs.real("DOCf"),
                                         .k = inputs.real("k"),
                                         .W = std::vector<double>{W}},
                                        2);
  const auto ipcc_t_co2eq = [&](int T) {
    return fod::CH4_emitted(site, fod::CH4_generated(site, {stock}, T), T) * yearly.phi(T) *
           (1 - yearly.f(T)) * yearly.GWP_CH4(T);
  };
  return {{"TOOL04_yearly_y1", tool04::BE_CH4_SWDS_y(yearly, decay, 1)},
          {"TOOL04_yearly_y2", tool04::BE_CH4_SWDS_y(yearly, decay, 2)},
          {"TOOL04_monthly_sum_year1", months_of_year(monthly, 1)},
          {"TOOL04_monthly_sum_year2", months_of_year(monthly, 2)},
          {"IPCC_FOD_M13_year1_tCO2e", ipcc_t_co2eq(1)},
          {"IPCC_FOD_M13_year2_tCO2e_with_same_phi_OX", ipcc_t_co2eq(2)}};
}

json::object site_factors(const Inputs& inputs) {
  json::object results;
  if (inputs.has("mcf_cases")) {
    json::array MCF;
    for (const Inputs& site : inputs.objects("mcf_cases"))
      MCF.push_back(tool04::MCF_y(site.real("depth_m"), site.real("water_table_height_m")));
    results["MCF"] = MCF;
  }
  if (inputs.has("v_components")) {
    const Inputs v = inputs.object("v_components");
    const double v_y = tool04::v_y<double>({.a_W = v.real("W"),
                                            .b_DOC = v.real("DOC"),
                                            .c_DOC_f = v.real("DOCf"),
                                            .d_F = v.real("F"),
                                            .e_MCF = v.real("MCF"),
                                            .g_decay = v.real("decay")});
    results["v_y"] = v_y;
    results["phi_y"] = tool04::phi_y(v_y);
  }
  return results;
}

fod::Site<double> fod_site(const Inputs& inputs) {
  return {.MCF = inputs.series("MCF"),
          .OX = inputs.series("OX"),
          .R = inputs.series_or("recovered_t_CH4", 0),
          .F = inputs.real("F"),
          .M = inputs.real_or("decay_start_month_M", 13)};
}

json::object first_order_decay(const Inputs& inputs) {
  const fod::Site<double> site = fod_site(inputs);
  const auto years = static_cast<int>(inputs.list("years").size());
  const Inputs types = inputs.object("waste_types");
  const Inputs W = inputs.object("deposited_t_wet");
  std::vector<fod::Stock<double>> stocks;
  json::object accumulated;
  for (const std::string& type : W.keys()) {
    const Inputs of_type = types.object(type);
    stocks.push_back(fod::decay<double>(
        site,
        {.type = {},
         .DOC = of_type.real("DOC"),
         .DOC_f = of_type.has("DOCf") ? of_type.real("DOCf") : inputs.real("DOCf"),
         .k = of_type.real("k"),
         .W = W.series(type)},
        years));
    accumulated[type] = stocks.back().DDOCma.back();
  }
  json::array generated;
  json::array emitted;
  for (int T = 1; T <= years; ++T) {
    const double methane = fod::CH4_generated(site, stocks, T);
    if (site.R(T) > methane)
      throw std::runtime_error(
          fmt::format("more methane recovered than generated in entry {} of years", T));
    generated.push_back(methane);
    emitted.push_back(fod::CH4_emitted(site, methane, T));
  }
  return {{"CH4_generated_t", generated},
          {"CH4_emitted_t", emitted},
          {"DDOCm_accumulated_end_t", accumulated}};
}

constexpr std::array kCalculators{
    Calculator{[](const Inputs& i) {
                 return i.has_all({"waste_types", "W_t_wet_by_year_x", "evaluate_years"});
               },
               tool04_yearly},
    Calculator{[](const Inputs& i) {
                 return i.has_all({"waste_types", "W_t_wet_by_month_i", "evaluate_months"});
               },
               tool04_monthly},
    Calculator{is_one_deposit, compare_models},
    Calculator{[](const Inputs& i) { return i.has("mcf_cases") || i.has("v_components"); },
               site_factors},
    Calculator{
        [](const Inputs& i) { return i.has_all({"years", "waste_types", "deposited_t_wet"}); },
        first_order_decay},
};

}  // namespace

std::span<const Calculator> disposal_site_calculators() { return kCalculators; }

}  // namespace openitmo::vectors
