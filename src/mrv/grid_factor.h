#pragma once

#include <fmt/format.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/component_case.h"
#include "mrv/finding.h"
#include "mrv/methodologies/tool07.h"
#include "mrv/parameter_set.h"

// From a table of the plants of a grid to the margins of TOOL07, in place of declared ones.
namespace openitmo::mrv {

// Whether `symbol` (EF_OM, EF_BM, EF_EL.project, EF_EL.baseline) is worked out from the plants: the
// component has their table and no value of its own for the symbol.
bool is_from_plants(const ComponentCase& c, std::string_view symbol);

// Refused: a table that nothing reads, and a simple operating margin where low-cost and must-run
// plants generate as much as the tool excludes. Warned of: fewer than three years.
Problems check_grid(const ComponentCase& c, const ParameterSet& parameters);

// The plants of one table, each with its emission factor.
template <class Inputs>
class GridPlants {
 public:
  using S = typename Inputs::Scalar;
  GridPlants(Inputs& inputs, const ComponentCase& c) : inputs_(inputs), c_(c) {}

  S margin(const std::vector<std::size_t>& rows, const Label& label) {
    std::vector<tool07::Unit<S>> units;
    for (const std::size_t row : rows) units.push_back(unit(row));
    return named(label, tool07::margin(units));
  }

 private:
  const tool07::Unit<S>& unit(std::size_t row) {
    const auto known = units_.find(row);
    return known != units_.end() ? known->second : units_.emplace(row, made(row)).first->second;
  }

  tool07::Unit<S> made(std::size_t row) {
    const PowerPlantYear& plant = c_.data.power_plants[row];
    const S EG = measured(plant, "EG_m,y", "MWh", plant.generation_mwh);
    const std::string_view fuel = name_of(plant.fuel);
    if (fuel.empty()) return {.EG = EG, .EF = S(0.0)};
    const Label label{.symbol = "EF_EL,m,y",
                      .unit = "t CO2/MWh",
                      .equation = "TOOL07 v7.0, of a plant",
                      .of = plant.plant,
                      .period = {.year = plant.year.value()}};
    const S EF_CO2 = inputs_.parameter(fmt::format("grid.EF.{}", fuel));
    if (!plant.fuel_t) {
      const S eta = measured(plant, "η_m,y", "1", plant.efficiency.value_or(0));
      return {.EG = EG, .EF = named(label, tool07::EF_EL_of_efficiency<S>(EF_CO2, eta))};
    }
    const S FC = measured(plant, "FC_m,y", "t", *plant.fuel_t);
    const S NCV = inputs_.parameter(fmt::format("grid.NCV.{}", fuel));
    return {.EG = EG, .EF = named(label, tool07::EF_EL<S>(FC, NCV, EF_CO2, EG))};
  }

  S measured(const PowerPlantYear& plant, std::string_view symbol, std::string_view unit,
             double value) {
    Evidence rows;
    rows.add(plant.place);
    return inputs_.measured(
        {.symbol = symbol, .unit = unit, .of = plant.plant, .period = {.year = plant.year.value()}},
        value, rows, "plants of the grid");
  }

  Inputs& inputs_;
  const ComponentCase& c_;
  std::map<std::size_t, tool07::Unit<S>> units_;
};

// EF_OM and EF_BM, from the plants or declared. `average`: over all plants, for an LDC without data
// for the build margin.
template <class Inputs>
struct GridMargins {
  typename Inputs::Scalar OM;
  typename Inputs::Scalar BM;

  GridMargins(Inputs& inputs, const ComponentCase& c, bool average,
              std::string_view own_OM = "EF_OM", std::string_view own_BM = "EF_BM")
      : GridMargins(inputs, c, GridPlants<Inputs>(inputs, c), average, own_OM, own_BM) {}

 private:
  GridMargins(Inputs& inputs, const ComponentCase& c, GridPlants<Inputs> plants, bool average,
              std::string_view own_OM, std::string_view own_BM)
      : OM(!is_from_plants(c, own_OM)
               ? inputs.parameter(own_OM)
               : plants.margin(average ? c.grid->all : c.grid->operating,
                               {.symbol = "EF_grid,OM",
                                .unit = "t CO2/MWh",
                                .equation = average ? "TOOL07 v7.0, average operating margin"
                                                    : "TOOL07 v7.0, simple operating margin"})),
        BM(!is_from_plants(c, own_BM)
               ? inputs.parameter(own_BM)
               : plants.margin(c.grid->build, {.symbol = "EF_grid,BM",
                                               .unit = "t CO2/MWh",
                                               .equation = "TOOL07 v7.0, build margin"})) {}
};

// EF_EL of TOOL05: the combined margin of the plants, or the declared factor.
template <class Inputs>
typename Inputs::Scalar grid_factor(Inputs& inputs, const ComponentCase& c,
                                    std::string_view symbol) {
  using S = typename Inputs::Scalar;
  if (!is_from_plants(c, symbol)) return inputs.parameter(symbol);
  const GridMargins<Inputs> margins(inputs, c, false, symbol, symbol);
  const S w_OM = inputs.parameter("grid.w_OM");
  return tool07::EF_CM<S>(margins.OM, margins.BM, w_OM, 1 - w_OM);
}

}  // namespace openitmo::mrv
