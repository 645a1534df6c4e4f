#include <array>

#include "calculators.h"
#include "mrv/methodologies/acm0022.h"
#include "mrv/methodologies/tool03.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/methodologies/tool13.h"

// Fuel, electricity, composting and the methodologies built on them.
namespace openitmo::vectors {

namespace {

json::object fuel(const Inputs& inputs) {
  const double FC = inputs.real("FC_t");
  const auto t_per_gj = [&](std::string_view key) { return inputs.real(key) / 1000; };
  json::object results;
  if (inputs.has("NCV_upper"))
    results["PE_with_upper_tCO2"] = mrv::tool03::PE_FC<double>(
        {.FC = FC, .NCV = inputs.real("NCV_upper"), .EF_CO2 = t_per_gj("EF_upper")});
  if (inputs.has("NCV_default_GJ_t"))
    results["PE_with_default_tCO2"] = mrv::tool03::PE_FC<double>(
        {.FC = FC, .NCV = inputs.real("NCV_default_GJ_t"), .EF_CO2 = t_per_gj("EF_default_kg_GJ")});
  return results;
}

json::object electricity_displaced(const Inputs& inputs) {
  return {{"BE_EC_tCO2e", mrv::tool05::BE_EC<double>({.EC = inputs.real("EG_MWh"),
                                                      .EF = inputs.real("EF_grid"),
                                                      .TDL = inputs.real("TDL")})}};
}

json::object composting(const Inputs& inputs) {
  const auto PE =
      mrv::tool13::emissions<double>({.Q = inputs.real("Q_t_wet"),
                                      .EF_CH4 = inputs.real("EF_CH4_t_per_t"),
                                      .EF_N2O = inputs.real("EF_N2O_t_per_t"),
                                      .GWP_CH4 = inputs.real("GWP_CH4"),
                                      .GWP_N2O = inputs.real("GWP_N2O"),
                                      .electricity = {.EC = inputs.real_or("EC_MWh", 0),
                                                      .EF = inputs.real_or("EF_el", 0),
                                                      .TDL = inputs.real_or("TDL", 0)},
                                      .fuel = {.FC = inputs.real_or("FC_t_diesel", 0),
                                               .NCV = inputs.real_or("NCV_GJ_t", 0),
                                               .EF_CO2 = inputs.real_or("EF_CO2_t_GJ", 0)},
                                      .run_off = {.Q_RO = inputs.real_or("Q_RO_m3", 0),
                                                  .COD_RO = inputs.real_or("COD_RO_t_m3", 0),
                                                  .B_o = inputs.real_or("Bo_tCH4_tCOD", 0),
                                                  .MCF_RO = inputs.real_or("MCF_ww", 0),
                                                  .phi_RO = inputs.real_or("phi_ww", 0)}});
  return {{"PE_CH4", PE.PE_CH4}, {"PE_N2O", PE.PE_N2O}, {"PE_EC", PE.PE_EC},
          {"PE_FC", PE.PE_FC},   {"PE_RO", PE.PE_RO},   {"PE_COMP_tCO2e", PE.PE_COMP}};
}

json::object waste_treatment(const Inputs& inputs) {
  const std::vector<double> BE_CH4 = inputs.list("BE_CH4_tCO2e");
  json::array ER;
  for (std::size_t year = 0; year < BE_CH4.size(); ++year) {
    const int y = static_cast<int>(year) + 1;
    const mrv::acm0022::Activity<double> activity{
        .BE_CH4 = BE_CH4[year],
        .BE_WW = inputs.series_or("BE_WW_tCO2e", 0)(y),
        .BE_EN = inputs.series_or("BE_EC_tCO2e", 0)(y),
        .BE_NG = inputs.series_or("BE_NG_tCO2e", 0)(y),
        .RATE_compliance = inputs.series_or("RATE_compliance", 0)(y),
        .PE = inputs.series("PE_tCO2e")(y),
        .LE = inputs.series_or("LE", 0)(y)};
    ER.push_back(mrv::acm0022::ER_y(activity, mrv::acm0022::BE_y(activity)));
  }
  return {{"ER_tCO2e", ER}};
}

constexpr std::array kCalculators{
    Calculator{[](const Inputs& i) {
                 return i.has_all({"FC_t", "NCV_upper", "EF_upper"}) ||
                        i.has_all({"FC_t", "NCV_default_GJ_t", "EF_default_kg_GJ"});
               },
               fuel},
    Calculator{[](const Inputs& i) { return i.has_all({"EG_MWh", "EF_grid", "TDL"}); },
               electricity_displaced},
    Calculator{
        [](const Inputs& i) { return i.has_all({"Q_t_wet", "EF_CH4_t_per_t", "EF_N2O_t_per_t"}); },
        composting},
    Calculator{[](const Inputs& i) { return i.has_all({"BE_CH4_tCO2e", "PE_tCO2e"}); },
               waste_treatment},
};

}  // namespace

std::span<const Calculator> activity_calculators() { return kCalculators; }

}  // namespace openitmo::vectors
