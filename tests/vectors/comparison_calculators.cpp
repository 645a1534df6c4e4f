#include <array>
#include <map>
#include <stdexcept>

#include "calculators.h"
#include "mrv/methodologies/ams_iii_aj.h"
#include "mrv/methodologies/comparison_models.h"
#include "mrv/methodologies/ipcc_treatment.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/methodologies/tool07.h"
#include "mrv/parameters.h"
#include "quantity/gwp.h"

// Grid factors, recycling, inventory methods and other models.
namespace openitmo::vectors {

namespace {

using namespace mrv;

json::object grid(const Inputs& inputs) {
  std::vector<tool07::Unit<double>> OM;
  std::vector<tool07::Unit<double>> BM;
  std::map<std::string, double> EF_by_name;
  for (const Inputs& u : inputs.objects("OM_units")) {
    const double EG = u.real("EG_MWh");
    const double EF =
        u.has("EF") ? u.real("EF")
                    : tool07::EF_EL(u.real("FC_t"), u.real("NCV_GJ_t"), u.real("EF_t_GJ"), EG);
    EF_by_name[u.text("name")] = EF;
    OM.push_back({.EG = EG, .EF = EF});
  }
  for (const Inputs& u : inputs.objects("BM_units")) {
    const auto known = EF_by_name.find(u.text("name"));
    if (!u.has("EF") && known == EF_by_name.end())
      throw std::runtime_error("a build-margin unit has neither EF nor a unit of its name");
    BM.push_back({.EG = u.real("EG_MWh"), .EF = u.has("EF") ? u.real("EF") : known->second});
  }
  const double EF_OM = tool07::margin(OM);
  const double EF_BM = tool07::margin(BM);
  const auto combined = [&](std::string_view weights) {
    const Series<double> w = inputs.series(weights);
    return tool07::EF_CM(EF_OM, EF_BM, w(1), w(2));
  };
  return {{"EF_OM", EF_OM},
          {"EF_BM", EF_BM},
          {"EF_CM_default", combined("weights_first")},
          {"EF_CM_wind_solar", combined("weights_wind_solar")},
          {"EF_CM_second_period", combined("weights_later")}};
}

json::object recycling(const Inputs& inputs) {
  std::vector<ams_iii_aj::Material<double>> materials;
  for (const Inputs& item : inputs.objects("items"))
    materials.push_back({.Q = item.real("Q_t"),
                         .L = item.real("L"),
                         .SEC = item.real("SEC_MWh_t"),
                         .SFC = item.real("SFC_GJ_t")});
  const double EF_el = inputs.real("EF_el");
  const double BE = ams_iii_aj::BE_y(materials, EF_el, inputs.real("EF_FF_t_GJ"));
  const double PE = tool05::PE_EC<double>({.EC = inputs.real("EC_PJ_MWh"), .EF = EF_el, .TDL = 0}) +
                    inputs.real("FC_PJ_tCO2");
  return {{"BE_tCO2e", BE}, {"PE_tCO2e", PE}, {"ER_tCO2e", BE - PE}};
}

double co2eq(const Inputs& inputs, double CH4, double N2O) {
  return CH4 * inputs.real("GWP_CH4") + N2O * inputs.real("GWP_N2O");
}

json::object biological_treatment(const Inputs& i) {
  const std::vector<ipcc_treatment::Treated<double>> treated{
      {.M = i.real("compost_t_wet"),
       .EF_CH4 = i.real("EF_CH4_kg_t"),
       .EF_N2O = i.real("EF_N2O_kg_t")},
      {.M = i.real_or("AD_t_wet", 0), .EF_CH4 = i.real_or("EF_AD_CH4_kg_t", 0), .EF_N2O = 0}};
  const double CH4 = ipcc_treatment::CH4_treated(treated, i.real_or("recovered_CH4_t", 0));
  const double N2O = ipcc_treatment::N2O_treated(treated);
  return {{"CH4_t", CH4}, {"N2O_t", N2O}, {"tCO2e", co2eq(i, CH4, N2O)}};
}

json::object open_burning(const Inputs& i) {
  std::vector<ipcc_treatment::BurntComponent<double>> components;
  const Inputs composition = i.object("composition");
  for (const std::string& type : composition.keys()) {
    const Inputs c = composition.object(type);
    components.push_back({.fraction = c.real("fraction"),
                          .dm = c.real("dm"),
                          .CF = c.real("CF"),
                          .FCF = c.real("FCF")});
  }
  const double SW = i.real("mass_t_wet");
  const double CO2 = ipcc_treatment::CO2_burnt(SW, components, i.real("OF"));
  const double CH4 = SW * i.real("EF_CH4_g_t_wet") * 1e-6;
  const double N2O = ipcc_treatment::dry_mass(SW, components) * i.real("EF_N2O_g_t_dry") * 1e-6;
  return {
      {"fossil_CO2_t", CO2}, {"CH4_t", CH4}, {"N2O_t", N2O}, {"tCO2e", CO2 + co2eq(i, CH4, N2O)}};
}

// Named sets are the product's own; a set that it does not know takes the given figures.
json::object metrics(const Inputs& inputs) {
  json::object results;
  const Inputs sets = inputs.object("sets");
  for (const std::string& name : sets.keys()) {
    const std::optional<GwpSet> known = find_gwp_set(name);
    const double CH4 = known ? known->ch4_tenths / 10.0 : sets.series(name)(1);
    const double N2O = known ? known->n2o_tenths / 10.0 : sets.series(name)(2);
    results[name] = inputs.real("CH4_t") * CH4 + inputs.real("N2O_t") * N2O;
  }
  return {{"tCO2e", results}};
}

json::object wet_and_dry(const Inputs& inputs) {
  json::object DOC;
  json::object defaults;
  json::object results;
  for (const Inputs& item : inputs.objects("items")) {
    const std::string name = item.text("name");
    DOC[name] = item.real("wet_t") * item.real("dm") * item.real("DOC_dry");
    if (const Parameter* p = find_parameter("DOC." + name)) defaults[name] = p->default_value;
    results[name + "_error_if_dry_DOC_used_with_wet_mass"] = 1 / item.real("dm");
  }
  results["DOC_t"] = DOC;
  results["DOC_wet_defaults"] = defaults;
  return results;
}

json::array sweet_generation(const Inputs& of_type, double MCF, int first, int last) {
  json::array by_year;
  const Inputs W = of_type.object("W");
  for (int year = first; year <= last; ++year) {
    double total = 0;
    for (const std::string& deposited : W.keys()) {
      const int age = year - std::stoi(deposited);
      if (age < 1) continue;
      total += comparison_models::sweet(of_type.real("k"), of_type.real("L0"), W.real(deposited),
                                        age, MCF);
    }
    by_year.push_back(total);
  }
  return by_year;
}

// Five years, beginning after the first deposit.
json::object sweet(const Inputs& inputs) {
  const Inputs food = inputs.object("food");
  const int first = std::stoi(food.object("W").keys().front()) + 1;
  const int last = first + 4;
  json::array years;
  for (int year = first; year <= last; ++year) years.push_back(year);
  const double MCF = inputs.real("MCF");
  return {{"years", years},
          {"food_m3", sweet_generation(food, MCF, first, last)},
          {"paper_m3", sweet_generation(inputs.object("paper"), MCF, first, last)}};
}

json::object landgem(const Inputs& i) {
  const auto generation = [&](int years) {
    return years < 0 ? 0.0
                     : comparison_models::landgem(i.real("k"), i.real("L0_m3_Mg"),
                                                  i.real("mass_Mg"), years);
  };
  json::array port;
  json::array definition;
  for (const int year : i.integers("years")) {
    const int age = year - static_cast<int>(i.real("year_accepted"));
    port.push_back(generation(age));
    definition.push_back(generation(age - 1));
  }
  return {{"landgempy_port_m3", port}, {"landgem_n_definition_m3", definition}};
}

constexpr std::array kCalculators{
    Calculator{[](const Inputs& i) { return i.has_all({"OM_units", "BM_units"}); }, grid},
    Calculator{[](const Inputs& i) { return i.has_all({"items", "EF_FF_t_GJ"}); }, recycling},
    Calculator{[](const Inputs& i) { return i.has_all({"compost_t_wet", "EF_CH4_kg_t"}); },
               biological_treatment},
    Calculator{[](const Inputs& i) { return i.has_all({"mass_t_wet", "composition", "OF"}); },
               open_burning},
    Calculator{[](const Inputs& i) { return i.has_all({"CH4_t", "N2O_t", "sets"}); }, metrics},
    Calculator{[](const Inputs& i) {
                 return i.has("items") && !i.objects("items").empty() &&
                        i.objects("items").front().has_all({"wet_t", "dm", "DOC_dry"});
               },
               wet_and_dry},
    Calculator{[](const Inputs& i) {
                 return i.has_all({"food", "paper", "MCF"}) && i.object("food").has("L0");
               },
               sweet},
    Calculator{[](const Inputs& i) { return i.has_all({"year_accepted", "L0_m3_Mg"}); }, landgem},
};

}  // namespace

std::span<const Calculator> comparison_calculators() { return kCalculators; }

}  // namespace openitmo::vectors
