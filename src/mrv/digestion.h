#pragma once

#include <array>
#include <fmt/format.h>
#include <string_view>

#include "mrv/component_case.h"
#include "mrv/energy_used.h"
#include "mrv/finding.h"
#include "mrv/gas_destroyed.h"
#include "mrv/landfill_gas.h"
#include "mrv/methodologies/tool14.h"
#include "mrv/methodology.h"
#include "mrv/yearly_amount.h"

// From the biogas table to the project and leakage emissions of TOOL14.
namespace openitmo::mrv {

inline constexpr std::array<std::string_view, 3> kDigesters{"other", "uasb", "sealed"};
// Where the digestate goes; the first is the word with the most methane.
inline constexpr std::array<std::string_view, 5> kDigestateUses{
    "disposal_site",   "stored_liquid", "two_phase_disposal_site", "composted",
    "applied_to_land",  // fresh, with air: no methane
};
inline constexpr OptionDescription kDigesterOption{
    .key = "digester", .name = {"kind of digester", "sorte de digesteur"}, .words = kDigesters};
inline constexpr OptionDescription kDigestateOption{
    .key = "digestate",
    .name = {"where the digestate goes", "destination du digestat"},
    .words = kDigestateUses,
    .is_required = true};

inline constexpr std::string_view kMetered = "metered";
inline constexpr std::string_view kDefaultOf = "default_";
// Without a meter by the default of TOOL14 for a kind of digester.
inline constexpr std::array<std::string_view, 5> kDigesterElectricity{
    kMetered, "default_solid_waste", "default_stirred_tank", "default_uasb",
    "default_covered_lagoon"};
inline constexpr OptionDescription kDigesterElectricityOption{
    .key = "electricity",
    .name = {"electricity of the digester", "électricité du digesteur"},
    .words = kDigesterElectricity};

// Composted digestate leaks by its mass, which only the programme knows.
Problems check_digestate(const ComponentCase& c, const ParameterSet& parameters);

template <class S>
struct Digestion {
  S Q_CH4 = 0.0;      // methane of the biogas, t
  S destroyed = 0.0;  // t CH4
  S PE_EC = 0.0, PE_FC = 0.0, PE_CH4 = 0.0, PE_flare = 0.0, PE_AD = 0.0;  // t CO2 eq
  S LE_AD = 0.0;                                                          // t CO2 eq
};

template <class Inputs>
typename Inputs::Scalar leak_of_digester(Inputs& inputs, const ComponentCase& c) {
  const std::string_view kind = c.option("digester");
  if (kind == "sealed") return inputs.parameter("EF_leak.sealed");
  return inputs.parameter(kind == "uasb" ? "EF_leak.uasb" : "EF_leak.other");
}

template <class Inputs>
typename Inputs::Scalar leakage_of_digestate(Inputs& inputs, const ComponentCase& c,
                                             const YearPart& part,
                                             const typename Inputs::Scalar& Q_CH4,
                                             const typename Inputs::Scalar& GWP_CH4) {
  using S = typename Inputs::Scalar;
  const std::string_view use = c.option("digestate");
  if (use == "applied_to_land") return S(0.0);
  if (use == "composted")
    return tool14::LE_comp<S>(
        {.Q = yearly_amount(inputs, part, "Q_digestate"),
         .EF_CH4 = inputs.parameter("EF_CH4.composting"),
         .EF_N2O = inputs.parameter("EF_N2O.composting"),
         .GWP_CH4 = GWP_CH4,
         .GWP_N2O = inputs.gwp("GWP_N2O", c.plan.gwp.n2o_tenths / 10.0, c.plan.gwp.name)});
  const std::string_view share = use == "stored_liquid"   ? "digestate.stored_liquid"
                                 : use == "disposal_site" ? "digestate.disposal_site"
                                                          : "digestate.two_phase";
  return tool14::LE_storage(inputs.parameter(share), Q_CH4, GWP_CH4);
}

// PE_EC by the meter, or by one of the other words of kDigesterElectricity.
template <class Inputs>
typename Inputs::Scalar electricity_of_digester(Inputs& inputs, const ComponentCase& c,
                                                const YearPart& part, std::string_view word,
                                                const typename Inputs::Scalar& Q_CH4) {
  if (word == kMetered) return tool05::PE_EC(electricity_used(inputs, c, part));
  word.remove_prefix(kDefaultOf.size());
  return tool14::PE_EC_default<typename Inputs::Scalar>(
      Q_CH4, inputs.parameter(fmt::format("F_EL.{}", word)), captive_plants(inputs, c, part));
}

// `electricity` is one of the words of kDigesterElectricity.
template <class Inputs>
Digestion<typename Inputs::Scalar> digestion(Inputs& inputs, const ComponentCase& c,
                                             const YearPart& part, std::string_view electricity) {
  using S = typename Inputs::Scalar;
  const S GWP_CH4 = gwp_ch4(inputs, c);
  const GasDestroyed<S> gas = gas_destroyed(inputs, c, part, GWP_CH4);
  const S used = gas.F_EL + gas.F_HG + gas.F_NG;
  Digestion<S> d;
  d.Q_CH4 = named({.symbol = "Q_CH4,y",
                   .unit = "t CH4",
                   .equation = "TOOL14 v3.0, methane of the biogas",
                   .period = {.year = part.year.value()}},
                  methane_produced(inputs, c, part));
  d.destroyed = named({.symbol = "MD_y",
                       .unit = "t CH4",
                       .equation = "methane destroyed or used",
                       .period = {.year = part.year.value()}},
                      gas.F_sent_flare - gas.PE_flare / GWP_CH4 + used);
  d.PE_EC = electricity_of_digester(inputs, c, part, electricity, d.Q_CH4);
  d.PE_FC = tool03::PE_FC(diesel_used(inputs, c, part));
  d.PE_CH4 = tool14::PE_CH4(d.Q_CH4, leak_of_digester(inputs, c), GWP_CH4);
  d.PE_flare = named({.symbol = "PE_flare,y",
                      .unit = "t CO2 eq",
                      .equation = "TOOL14 v3.0, biogas that nothing is shown to have destroyed",
                      .period = {.year = part.year.value()}},
                     gas.PE_flare + GWP_CH4 * max(d.Q_CH4 - (gas.F_sent_flare + used), S(0.0)));
  d.PE_AD = tool14::PE_AD(d.PE_EC, d.PE_FC, d.PE_CH4, d.PE_flare);
  d.LE_AD = leakage_of_digestate(inputs, c, part, d.Q_CH4, GWP_CH4);
  return d;
}

}  // namespace openitmo::mrv
