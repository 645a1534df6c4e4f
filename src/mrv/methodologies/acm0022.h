#pragma once

#include <array>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "mrv/composting.h"
#include "mrv/declared_amounts.h"
#include "mrv/digestion.h"
#include "mrv/diverted_waste.h"
#include "mrv/energy_used.h"
#include "mrv/scalar/real.h"
#include "mrv/year_terms.h"
#include "mrv/yearly_amount.h"

// CDM ACM0022 v3.0, alternative waste treatment processes.
namespace openitmo::mrv::acm0022 {

template <class S>
struct Activity {
  S BE_CH4;           // TOOL04 application B, t CO2 eq
  S BE_WW;            // waste water, t CO2 eq
  S BE_EN;            // electricity displaced, TOOL05, t CO2
  S BE_NG;            // natural gas displaced, t CO2
  S RATE_compliance;  // 0.5 or more: the methodology does not apply, which is refused first
  S PE;               // t CO2 eq
  S LE;               // t CO2 eq
};

// BE_y = (BE_CH4,y + BE_WW,y + BE_EN,y + BE_NG,y)·(1 - RATE_compliance)
template <class S>
S BE_y(const Activity<S>& a) {
  return named(
      {.symbol = "BE_y", .unit = "t CO2 eq", .equation = "ACM0022 v3.0, baseline emissions"},
      (a.BE_CH4 + a.BE_WW + a.BE_EN + a.BE_NG) * (1 - a.RATE_compliance));
}

// ER_y = BE_y - PE_y - LE_y; negative where the project emits more than the baseline.
template <class S>
S ER_y(const Activity<S>& a, const S& BE) {
  return named(
      {.symbol = "ER_y", .unit = "t CO2 eq", .equation = "ACM0022 v3.0, emission reductions"},
      BE - a.PE - a.LE);
}

// One type of waste burnt; Q is fresh mass, and there is no factor for dry matter.
template <class S>
struct Burnt {
  S Q;    // t wet
  S FCC;  // t C/t wet
  S FFC;  // fossil share of the carbon
};

// Eq 22: EFF·44/12·Σ_j Q_j·FCC_j·FFC_j, t CO2. Biogenic carbon does not count.
template <class S>
S PE_COM_CO2(const S& EFF, const std::vector<Burnt<S>>& waste) {
  std::vector<S> carbon;
  for (const Burnt<S>& j : waste) carbon.push_back(j.Q * j.FCC * j.FFC);
  return named({.symbol = "PE_COM,CO2", .unit = "t CO2", .equation = "ACM0022 v3.0 Eq 22"},
               EFF * (44.0 / 12.0) * sum(std::span<const S>(carbon)));
}

// Eq 27: Q·(EF_N2O·GWP_N2O + EF_CH4·GWP_CH4), t CO2 eq; factors in t/t wet. The table of v3.0 is
// printed 1000 times too high for nitrous oxide.
template <class S>
S PE_COM_N2O_CH4(const S& Q, const S& EF_N2O, const S& GWP_N2O, const S& EF_CH4, const S& GWP_CH4) {
  return named({.symbol = "PE_COM,N2O,CH4", .unit = "t CO2 eq", .equation = "ACM0022 v3.0 Eq 27"},
               Q * EF_N2O * GWP_N2O + Q * EF_CH4 * GWP_CH4);
}

// Run-off water of the project treated without air: Q·COD·B_o·MCF·GWP, t CO2 eq. No φ, unlike
// TOOL13.
template <class S>
S PE_ww(const S& Q, const S& COD, const S& B_o, const S& MCF, const S& GWP_CH4) {
  return named({.symbol = "PE_ww", .unit = "t CO2 eq", .equation = "ACM0022 v3.0, run-off water"},
               Q * COD * B_o * MCF * GWP_CH4);
}

// What the waste is turned into. "declared" takes the figures of the project's documents.
inline constexpr std::array<std::string_view, 4> kTreatments{"declared", "composting", "digestion",
                                                             "combustion"};

// t CO2 eq each; what the treatment does not have is 0.
template <class S>
struct Treatment {
  S PE_COMP = 0.0, PE_AD = 0.0, PE_COM = 0.0, PE_declared = 0.0;
  S LE_AD = 0.0;
};

template <class Inputs>
typename Inputs::Scalar combustion(Inputs& inputs, const ComponentCase& c,
                                   const DivertedWaste<typename Inputs::Scalar>& waste,
                                   const YearPart& part) {
  using S = typename Inputs::Scalar;
  std::vector<Burnt<S>> burnt;
  for (std::size_t j = 0; j < kWasteTypes.size(); ++j) {
    if (!occurs(c, j)) continue;
    const std::string_view type = name_of(kWasteTypes[j]);
    burnt.push_back({.Q = waste_of_type(inputs, c, waste, part, j),
                     .FCC = inputs.parameter(fmt::format("FCC.{}", type)),
                     .FFC = inputs.parameter(fmt::format("FFC.{}", type))});
  }
  const GwpSet& gwp = c.plan.gwp;
  const S Q_RO = run_off_water(inputs, c, part);
  return named({.symbol = "PE_COM", .unit = "t CO2 eq", .equation = "ACM0022 v3.0, combustion"},
               PE_COM_CO2(inputs.parameter("EFF_COM"), burnt) +
                   PE_COM_N2O_CH4(waste_treated(c, waste, part, "ACM0022 v3.0, waste burnt"),
                                  inputs.parameter("EF_N2O.combustion"),
                                  inputs.gwp("GWP_N2O", gwp.n2o_tenths / 10.0, gwp.name),
                                  inputs.parameter("EF_CH4.combustion"), waste.swds.GWP_CH4(1)) +
                   tool05::PE_EC(electricity_used(inputs, c, part)) +
                   tool03::PE_FC(diesel_used(inputs, c, part)) +
                   PE_ww<S>(Q_RO, inputs.parameter("COD_RO"), inputs.parameter("B_o"),
                            inputs.parameter("MCF_RO"), waste.swds.GWP_CH4(1)));
}

template <class Inputs>
Treatment<typename Inputs::Scalar> treatment(Inputs& inputs, const ComponentCase& c,
                                             const DivertedWaste<typename Inputs::Scalar>& waste,
                                             const YearPart& part) {
  Treatment<typename Inputs::Scalar> t;
  const std::string_view chosen = c.option("treatment");
  if (chosen == "composting") {
    t.PE_COMP = composting_emissions(inputs, c, waste, part).PE_COMP;
  } else if (chosen == "digestion") {
    const auto d = digestion(inputs, c, part, kMetered);
    t.PE_AD = d.PE_AD;
    t.LE_AD = d.LE_AD;
  } else if (chosen == "combustion") {
    t.PE_COM = combustion(inputs, c, waste, part);
  } else {
    t.PE_declared = declared_project_emissions(inputs, c, part);
  }
  return t;
}

template <class Inputs>
typename Inputs::Scalar electricity_of_baseline(Inputs& inputs, const ComponentCase& c,
                                                const YearPart& part) {
  return c.data.rows_of("electricity_delivered").empty() ? electricity_displaced(inputs, c, part)
                                                         : electricity_delivered(inputs, c, part);
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> year(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part) {
  using S = typename Inputs::Scalar;
  const DivertedWaste<S> waste = diverted_waste(inputs, c);
  const Treatment<S> t = treatment(inputs, c, waste, part);
  const Activity<S> activity{
      .BE_CH4 = baseline_methane(inputs, c, waste, part),
      .BE_WW = yearly_amount(inputs, part, "BE_WW"),
      .BE_EN = electricity_of_baseline(inputs, c, part),
      .BE_NG = yearly_amount(inputs, part, "BE_NG"),
      .RATE_compliance = inputs.parameter("RATE_compliance"),
      .PE = named(
          {.symbol = "PE_y", .unit = "t CO2 eq", .equation = "ACM0022 v3.0, project emissions"},
          t.PE_COMP + t.PE_AD + t.PE_COM + t.PE_declared),
      .LE = named({.symbol = "LE_y", .unit = "t CO2 eq", .equation = "ACM0022 v3.0, leakage"},
                  t.LE_AD + yearly_amount(inputs, part, "LE"))};
  const S BE = BE_y(activity);
  return {{{"BE_CH4_SWDS", activity.BE_CH4},
           {"BE_WW", activity.BE_WW},
           {"BE_EN", activity.BE_EN},
           {"BE_NG", activity.BE_NG},
           {"BE", BE},
           {"PE_COMP", t.PE_COMP},
           {"PE_AD", t.PE_AD},
           {"PE_COM", t.PE_COM},
           {"PE_declared", t.PE_declared},
           {"PE", activity.PE},
           {"LE", activity.LE},
           {"ER", ER_y(activity, BE)}}};
}

// The description, for methodologies.cpp.
extern const Methodology kVersion3;

}  // namespace openitmo::mrv::acm0022
