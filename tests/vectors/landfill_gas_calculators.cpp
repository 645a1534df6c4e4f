#include <array>
#include <cmath>
#include <stdexcept>

#include "calculators.h"
#include "mrv/methodologies/acm0001.h"
#include "mrv/methodologies/ams_iii_g.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/methodologies/tool06.h"
#include "mrv/methodologies/tool08.h"
#include "mrv/methodologies/tool14.h"
#include "quantity/rounding.h"

// Gas: flows, flares, landfill gas, digesters.
namespace openitmo::vectors {

namespace {

using namespace mrv;

json::object mass_flow_at_site(const Inputs& i) {
  const double rho =
      tool08::density(i.real("P_Pa"), i.real("MM_CH4"), i.real("R_u"), i.real("T_K"));
  return {{"rho_CH4_kg_m3", rho},
          {"F_CH4_kg_h", tool08::mass_flow(i.real("V_m3_per_h"), i.real("v_CH4"), rho)}};
}

json::object mass_flow_normalised(const Inputs& i) {
  const double V_n = tool08::normalised_volume(i.real("V_wet_m3_per_h"), i.real("T_K"),
                                               i.real("P_Pa"), i.real("T_n"), i.real("P_n"));
  const double rho_n =
      tool08::density(i.real("P_n"), i.real("MM_CH4"), i.real("R_u"), i.real("T_n"));
  return {{"V_n_m3_per_h", V_n},
          {"rho_n_kg_m3", rho_n},
          {"F_CH4_kg_h", tool08::mass_flow(V_n, i.real("v_CH4_wet"), rho_n)}};
}

// Efficiency of every minute.
std::vector<double> flare_efficiency(const Inputs& i) {
  const std::vector<double> flame = i.list("flame");
  std::vector<double> eta;
  if (i.text("flare") == "open") {
    for (const double burning : flame)
      eta.push_back(burning != 0 ? tool06::kOpenFlareEfficiency : 0);
    return eta;
  }
  const Inputs limits = i.object("spec");
  const tool06::Specification spec{.T_EG_min_c = limits.real("T_min"),
                                   .T_EG_max_c = limits.real("T_max"),
                                   .flow_min_m3_per_h = limits.real("flow_min"),
                                   .flow_max_m3_per_h = limits.real("flow_max")};
  const Series<double> T_EG = i.series("T_EG_C");
  const Series<double> flow = i.series("flow_m3_per_h");
  const bool is_low = i.has("low_height") && i.flag("low_height");
  const double best = i.real_or("default_eta", tool06::kEnclosedFlareEfficiency) -
                      (is_low ? tool06::kLowHeightDeduction : 0);
  for (std::size_t m = 0; m < flame.size(); ++m) {
    const int minute = static_cast<int>(m) + 1;
    eta.push_back(tool06::gates_met(flame[m] != 0, T_EG(minute), flow(minute), spec) ? best : 0);
  }
  return eta;
}

json::object flare(const Inputs& i) {
  const std::vector<double> F = i.list("F_CH4_RG_kg_per_min");
  const std::vector<double> eta = flare_efficiency(i);
  if (eta.size() != F.size()) throw std::runtime_error("flame and flow differ in length");
  double PE = 0;
  double destroyed_kg = 0;
  for (std::size_t m = 0; m < F.size(); ++m) {
    PE += tool06::PE_flare(F[m] / 1000, eta[m], i.real("GWP"));
    destroyed_kg += F[m] * eta[m];
  }
  return {{"eta", json::array(eta.begin(), eta.end())},
          {"PE_flare_tCO2e", PE},
          {"CH4_destroyed_kg", destroyed_kg}};
}

json::object flare_campaigns(const Inputs& i) {
  const std::vector<double> EG = i.list("F_CH4_EG_kg");
  const std::vector<double> RG = i.list("F_CH4_RG_kg");
  if (EG.size() != RG.size()) throw std::runtime_error("the campaigns differ in number");
  std::vector<double> shares;
  for (std::size_t t = 0; t < EG.size(); ++t) shares.push_back(EG[t] / RG[t]);
  const double deduction = i.real_or("uncertainty_deduction", tool06::kMeasurementDeduction);
  return {{"eta_calc", tool06::eta_measured<double>(shares, deduction)}};
}

// Case 1: no rule, no system. Case 2 of a vector states a share, or the tool's 20 %.
double baseline_methane(const Inputs& i, double F_PJ) {
  const double share = i.real_or("default_share", 0.2);
  return baseline_capture::F_BL<double>(
      i.real("baseline_case") == 1 ? "no_rule_no_system" : "rule_without_amount",
      {.share_of_rule = 0, .amount_of_rule = 0, .share_of_system = share, .share_unknown = share},
      F_PJ);
}

json::object landfill_gas(const Inputs& i) {
  const double GWP = i.real("GWP");
  const double flared =
      acm0001::F_flared(i.real("F_CH4_sent_flare_t"), i.real("PE_flare_tCO2e"), GWP);
  const double F_PJ = acm0001::F_PJ<double>({.flared = flared,
                                             .EL = i.real("F_CH4_EL_t"),
                                             .HG = i.real("F_CH4_HG_t"),
                                             .NG = i.real("F_CH4_NG_t")});
  const double F_BL = baseline_methane(i, F_PJ);
  const double BE_CH4 = acm0001::BE_CH4(i.real("OX_top_layer"), F_PJ, F_BL, GWP);
  const double BE_EC = tool05::BE_EC<double>(
      {.EC = i.real("EG_export_MWh"), .EF = i.real("EF_grid"), .TDL = i.real("TDL_baseline")});
  const double PE =
      tool05::PE_EC<double>(
          {.EC = i.real("EC_PJ_MWh"), .EF = i.real("EF_PJ"), .TDL = i.real("TDL_PJ")}) +
      i.real("PE_FC_tCO2");
  const double ER = BE_CH4 + BE_EC - PE;
  return {{"F_CH4_flared_t", flared},
          {"F_CH4_PJ_t", F_PJ},
          {"F_CH4_BL_t", F_BL},
          {"BE_CH4_tCO2e", BE_CH4},
          {"BE_EC_tCO2e", BE_EC},
          {"BE_tCO2e", BE_CH4 + BE_EC},
          {"PE_tCO2e", PE},
          {"ER_tCO2e", ER},
          {"ER_issued_floor_t", issuable(kilograms_rounded_down(ER)).value()}};
}

json::object small_landfill_gas(const Inputs& i) {
  return {
      {"ER_ex_post_tCO2e", ams_iii_g::ER_y(i.real("OX"), i.real("F_CH4_PJ_t"), i.real("F_CH4_BL_t"),
                                           i.real("GWP"), i.real("PE_tCO2e"), i.real("LE_tCO2e"))},
      {"BE_ex_ante_tCO2e", ams_iii_g::BE_y(i.real("eta_PJ"), i.real("BE_CH4_SWDS_tCO2e"),
                                           i.real("OX"), i.real("F_CH4_BL_t"), i.real("GWP"))}};
}

json::object digester(const Inputs& i) {
  const double Q =
      tool08::mass_flow(i.real("Q_biogas_Nm3"), i.real("w_CH4"), i.real("rho_CH4_t_Nm3"));
  const double PE_CH4 = tool14::PE_CH4(Q, i.real("EF_CH4_leak"), i.real("GWP"));
  const double PE_EC = tool05::PE_EC<double>(
      {.EC = i.real_or("EC_MWh", 0), .EF = i.real_or("EF_el", 0), .TDL = i.real_or("TDL", 0)});
  return {{"Q_CH4_t", Q},
          {"PE_CH4_tCO2e", PE_CH4},
          {"PE_AD_tCO2e", tool14::PE_AD(PE_EC, i.real_or("PE_FC_tCO2", 0), PE_CH4,
                                        i.real_or("PE_flare_tCO2e", 0))}};
}

constexpr std::array kCalculators{
    Calculator{[](const Inputs& i) { return i.has_all({"V_m3_per_h", "v_CH4", "T_K", "P_Pa"}); },
               mass_flow_at_site},
    Calculator{
        [](const Inputs& i) { return i.has_all({"V_wet_m3_per_h", "v_CH4_wet", "T_n", "P_n"}); },
        mass_flow_normalised},
    Calculator{[](const Inputs& i) { return i.has_all({"F_CH4_RG_kg_per_min", "flame", "flare"}); },
               flare},
    Calculator{[](const Inputs& i) { return i.has_all({"F_CH4_EG_kg", "F_CH4_RG_kg"}); },
               flare_campaigns},
    Calculator{[](const Inputs& i) {
                 return i.has_all({"F_CH4_sent_flare_t", "OX_top_layer", "baseline_case"}) &&
                        i.real("baseline_case") <= 2;
               },
               landfill_gas},
    Calculator{[](const Inputs& i) { return i.has_all({"F_CH4_PJ_t", "F_CH4_BL_t", "eta_PJ"}); },
               small_landfill_gas},
    Calculator{[](const Inputs& i) { return i.has_all({"Q_biogas_Nm3", "EF_CH4_leak"}); },
               digester},
};

}  // namespace

std::span<const Calculator> landfill_gas_calculators() { return kCalculators; }

}  // namespace openitmo::vectors
