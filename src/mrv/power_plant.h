#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/place.h"
#include "quantity/date.h"

namespace openitmo::mrv {

class ParameterSet;

// What a plant of the grid burns. `none`: hydro, wind, solar, geothermal, nuclear power.
enum class PlantFuel : std::uint8_t { none, heavy_oil, diesel, natural_gas, coal };
inline constexpr std::array<PlantFuel, 5> kPlantFuels{PlantFuel::none, PlantFuel::heavy_oil,
                                                      PlantFuel::diesel, PlantFuel::natural_gas,
                                                      PlantFuel::coal};
std::string_view name_of(PlantFuel fuel);  // as in the symbols grid.NCV.*; empty for none

// One plant of the grid in one year. A plant that burns something has the mass of its fuel or its
// efficiency (electricity over energy of the fuel).
struct PowerPlantYear {
  CalendarYear year = {};
  std::string plant = {};
  PlantFuel fuel = PlantFuel::none;
  double generation_mwh = 0;  // net
  std::optional<double> fuel_t = {};
  std::optional<double> efficiency = {};
  CalendarYear commissioned = {};  // when it started to supply the grid
  bool is_low_cost = false;        // low-cost or must-run
  bool is_registered = false;      // as an activity that earns units
  Place place = {};
};

// Which rows make which margin of TOOL07, as positions in the list of plants.
struct GridSets {
  std::vector<std::size_t> all;        // rows with generation, of every year
  std::vector<std::size_t> operating;  // of `all` those that are neither low-cost nor must-run
  // Of the last year: the five plants that started last, or those that make 20 % of the generation
  // without registered plants, whichever generate more. With none, or one older than ten years:
  // without the old ones, but with registered plants until they make 20 %, and, where these do not
  // suffice, with the old ones again. Plants that started in the same year count together, since
  // the table does not say which was later.
  std::vector<std::size_t> build;
  double low_cost_share = 0;  // of generation, mean over the years
  std::size_t year_count = 0;
};
// Five, 20 % and ten are the parameters grid.BM.*.
GridSets grid_sets(const std::vector<PowerPlantYear>& plants, const ParameterSet& parameters);

}  // namespace openitmo::mrv
