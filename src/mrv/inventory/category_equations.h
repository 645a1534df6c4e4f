#pragma once

#include <fmt/format.h>
#include <string>
#include <vector>

#include "mrv/inventory/category.h"
#include "mrv/inventory/line_state.h"
#include "mrv/inventory/waste_amounts.h"
#include "mrv/methodologies/ipcc_fod.h"
#include "mrv/methodologies/ipcc_treatment.h"
#include "mrv/parameters.h"

// The lines of an inventory by the equations of IPCC 2006 V5 Ch 3 to 5, in t of their gas and in
// t CO2 eq.
namespace openitmo::mrv::inventory {

template <class S>
struct LineValue {
  S gas_t;
  S co2eq_t;
};

// DOC_f of the guidelines: 2006 one for all, 2019 by how easily the type degrades (Table 3.0).
inline std::string_view decomposing_share_symbol(Guidelines guidelines, WasteType type) {
  if (guidelines == Guidelines::ipcc_2006) return "DOCf";
  if (type == WasteType::food || type == WasteType::garden) return "DOCf.2019.high";
  return type == WasteType::wood ? "DOCf.2019.low" : "DOCf.2019.moderate";
}

// One inventory over all its years. Every figure is asked for once.
template <class Inputs>
class CategoryEquations {
 public:
  using S = typename Inputs::Scalar;
  CategoryEquations(Inputs& inputs, const InventoryCase& c)
      : inputs_(inputs), c_(c), amounts_(inputs, c) {}

  // A line that is estimated (line_state.h).
  LineValue<S> line(const LineDescription& line, int year) {
    const S gas = gas_of(line, year);
    return {.gas_t = gas,
            .co2eq_t = named({.symbol = line.symbol,
                              .unit = "t CO2 eq",
                              .equation = "t of the gas times its global warming potential",
                              .period = {.year = year}},
                             gas * warming_potential(line.gas))};
  }

  // Methane of one disposal site class, t CH4 (Eq 3.1).
  S site_methane(Pathway site, int year) {
    const int T = c_.axis().position_of({.year = year});
    const ipcc_fod::Site<S> at = site_of(site, T, year);
    return ipcc_fod::CH4_emitted(at, ipcc_fod::CH4_generated(at, stocks_of(site, T), T), T);
  }

  // Before recovery and oxidation.
  S generated_methane(Pathway site, int year) {
    const int T = c_.axis().position_of({.year = year});
    return ipcc_fod::CH4_generated(site_of(site, T, year), stocks_of(site, T), T);
  }

 private:
  S gas_of(const LineDescription& line, int year) {
    switch (line.category) {
      case Category::managed_disposal:
      case Category::unmanaged_disposal:
      case Category::uncategorised_disposal:
        return disposal(line, year);
      case Category::composting:
      case Category::digestion:
        return biological(line, year);
      case Category::incineration:
      case Category::open_burning:
        return burnt(line, year);
    }
    return S(0.0);
  }

  S warming_potential(Gas gas) {
    const GwpSet& gwp = c_.plan.gwp;
    if (gas == Gas::ch4) return inputs_.gwp("GWP_CH4", gwp.ch4_tenths / 10.0, gwp.name);
    if (gas == Gas::n2o) return inputs_.gwp("GWP_N2O", gwp.n2o_tenths / 10.0, gwp.name);
    return S(1.0);
  }

  S disposal(const LineDescription& line, int year) {
    std::vector<S> sites;
    for (const Pathway site : pathways_of(line.category))
      if (c_.has_rows(site)) sites.push_back(site_methane(site, year));
    return named({.symbol = "CH4",
                  .unit = "t CH4",
                  .equation = "sum of the sites of the category",
                  .of = line.code,
                  .period = {.year = year}},
                 sum(std::span<const S>(sites)));
  }

  ipcc_fod::Site<S> site_of(Pathway site, int T, int year) {
    std::vector<S> R(static_cast<std::size_t>(T), S(0.0));
    R.back() = amounts_.recovered(site, year);
    return {.MCF = inputs_.parameter(correction_factor_symbol(site)),
            .OX = inputs_.parameter(oxidation_symbol(site)),
            .R = std::move(R),
            .F = inputs_.parameter("F"),
            .M = inputs_.parameter("M"),
            .axis = c_.axis()};
  }

  std::vector<ipcc_fod::Stock<S>> stocks_of(Pathway site, int T) {
    std::vector<ipcc_fod::Stock<S>> stocks;
    for (const WasteType type : kWasteTypes) {
      if (!is_degradable(type) || !c_.occurs(type)) continue;
      std::vector<S> W;
      for (int x = 1; x <= T; ++x) W.push_back(amounts_.disposed(site, type, c_.axis().at(x).year));
      stocks.push_back(ipcc_fod::decay<S>(
          {.MCF = inputs_.parameter(correction_factor_symbol(site)),
           .OX = S(0.0),
           .R = S(0.0),
           .F = S(1.0),
           .M = inputs_.parameter("M"),
           .axis = c_.axis()},
          {.type = name_of(type),
           .DOC = inputs_.parameter(degradable_carbon_symbol(type)),
           .DOC_f = inputs_.parameter(decomposing_share_symbol(c_.plan.guidelines, type)),
           .k = inputs_.parameter(decay_rate_symbol(c_.plan.climate, type)),
           .W = std::move(W)},
          T));
    }
    return stocks;
  }

  S biological(const LineDescription& line, int year) {
    const bool is_compost = line.category == Category::composting;
    const S M = amounts_.treated(is_compost ? Pathway::composted : Pathway::digested, year);
    if (line.gas == Gas::n2o)
      return ipcc_treatment::N2O_treated<S>(
          {{.M = M, .EF_CH4 = S(0.0), .EF_N2O = inputs_.parameter("EF_N2O.ipcc.composting")}});
    const std::string_view factor = is_compost ? "EF_CH4.ipcc.composting" : "EF_CH4.ipcc.digestion";
    return ipcc_treatment::CH4_treated<S>(
        {{.M = M, .EF_CH4 = inputs_.parameter(factor), .EF_N2O = S(0.0)}}, S(0.0));
  }

  std::vector<ipcc_treatment::BurntComponent<S>> burnt_components(int year) {
    std::vector<ipcc_treatment::BurntComponent<S>> components;
    for (const WasteType type : kWasteTypes) {
      if (!c_.occurs(type)) continue;
      const std::string_view name = name_of(type);
      components.push_back({.fraction = amounts_.share_of(type, year),
                            .dm = inputs_.parameter(fmt::format("dm.{}", name)),
                            .CF = inputs_.parameter(fmt::format("CF.{}", name)),
                            .FCF = inputs_.parameter(fmt::format("FCF.{}", name))});
    }
    return components;
  }

  S burnt(const LineDescription& line, int year) {
    const bool is_open = line.category == Category::open_burning;
    const S SW = amounts_.of_pathway(is_open ? Pathway::open_burnt : Pathway::incinerated, year);
    if (line.gas == Gas::co2)
      return ipcc_treatment::CO2_burnt(
          SW, burnt_components(year),
          S(inputs_.parameter(is_open ? "OF.open_burning" : "OF.incineration")));
    if (line.gas == Gas::ch4)
      return ipcc_treatment::CH4_burnt(
          SW,
          S(inputs_.parameter(is_open ? "EF_CH4.open_burning"
                                      : fmt::format("EF_CH4.{}", name_of(c_.plan.incinerator)))));
    if (is_open)
      return ipcc_treatment::N2O_burnt(ipcc_treatment::dry_mass(SW, burnt_components(year)),
                                       S(inputs_.parameter("EF_N2O.open_burning")));
    const bool is_batch = c_.plan.incinerator == Incinerator::batch_stoker ||
                          c_.plan.incinerator == Incinerator::batch_fluidised;
    return ipcc_treatment::N2O_burnt(
        SW, S(inputs_.parameter(is_batch ? "EF_N2O.batch" : "EF_N2O.continuous")));
  }

  Inputs& inputs_;
  const InventoryCase& c_;
  WasteAmounts<Inputs> amounts_;
};

}  // namespace openitmo::mrv::inventory
