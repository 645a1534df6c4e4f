#include <algorithm>

#include "files/monitoring/appended.h"
#include "files/monitoring/read.h"
#include "files/monitoring/table.h"
#include "files/monitoring/unit_values.h"

namespace openitmo::files {
namespace {

using mrv::PlantFuel;
using mrv::PowerPlantYear;
using namespace power_plants;

PlantFuel read_fuel(MonitoringTable& table) {
  const std::optional<std::string_view> text = table.text(kFuel);
  if (!text) return PlantFuel::none;
  const std::optional<PlantFuel> fuel = find_fuel(*text);
  if (!fuel)
    table.refuse(kFuel,
                 {{"{} is no known fuel", "{} n'est pas un combustible connu"}, in_quotes(*text)},
                 {{"write heavy oil, diesel, natural gas, coal, or hydro, wind, solar, geothermal, "
                   "nuclear",
                   "écrivez fioul lourd, gazole, gaz naturel, charbon, ou hydraulique, éolien, "
                   "solaire, géothermie, nucléaire"}});
  return fuel.value_or(PlantFuel::none);
}

void check_fuel(MonitoringTable& table, const PowerPlantYear& plant) {
  const bool burns = plant.fuel != PlantFuel::none;
  if (!burns && plant.fuel_t.value_or(0) > 0)
    table.refuse(kFuelMass, {{"the plant burns nothing", "la centrale ne brûle rien"}},
                 {{"leave the cell empty, or name the fuel",
                   "laissez la cellule vide, ou nommez le combustible"}});
  if (burns && !plant.fuel_t && !plant.efficiency)
    table.refuse_row({{"neither the fuel consumption nor the efficiency is given",
                       "ni la consommation de combustible ni le rendement ne sont donnés"}},
                     {{"give the mass of fuel in t, or the efficiency in %",
                       "donnez la masse de combustible en t, ou le rendement en %"}});
  if (plant.efficiency && !(*plant.efficiency > 0 && *plant.efficiency <= 1))
    table.refuse(kEfficiency,
                 {{"no plant has this efficiency", "aucune centrale n'a ce rendement"}},
                 {{"give more than 0 and at most 100 %", "donnez plus de 0 et au plus 100 %"}});
}

// As the table says, else by the fuel: what burns nothing is low-cost or must-run.
bool read_low_cost(MonitoringTable& table, PlantFuel fuel) {
  if (!table.has(kLowCost) || table.is_empty(kLowCost)) return fuel == PlantFuel::none;
  return table.flag(kLowCost).value_or(false);
}

std::optional<PowerPlantYear> read_row(MonitoringTable& table) {
  const std::optional<CalendarYear> year = table.year(kYear);
  const std::optional<std::string_view> name = table.text(kPlant);
  const std::optional<double> generation_mwh = mwh_of(table, kGeneration);
  const std::optional<CalendarYear> commissioned = table.year(kCommissioned);
  PowerPlantYear plant{.fuel = read_fuel(table),
                       .fuel_t = optional_value(table, kFuelMass),
                       .efficiency = optional_value(table, kEfficiency)};
  plant.is_low_cost = read_low_cost(table, plant.fuel);
  if (table.has(kRegistered) && !table.is_empty(kRegistered))
    plant.is_registered = table.flag(kRegistered).value_or(false);
  if (!year || !name || !generation_mwh || !commissioned || !table.row_is_good())
    return std::nullopt;
  check_fuel(table, plant);
  if (*commissioned > *year)
    table.refuse(kCommissioned,
                 {{"the plant started after the year", "la centrale a démarré après l'année"}},
                 {{"correct one of the two years", "corrigez l'une des deux années"}});
  plant.year = *year;
  plant.plant = *name;
  plant.generation_mwh = *generation_mwh;
  plant.commissioned = *commissioned;
  return plant;
}

}  // namespace

ReadResult read_power_plants(const Source& source, mrv::MonitoringData& data) {
  Read<MonitoringTable> table = MonitoringTable::open(
      source, {"plants of the grid", "centrales du réseau"}, power_plants::columns());
  if (!table) return std::unexpected(table.error());
  Appended<PowerPlantYear> appended(data, data.power_plants);
  while (table->next()) {
    std::optional<PowerPlantYear> plant = read_row(*table);
    if (!plant) continue;
    const auto earlier = std::ranges::find_if(data.power_plants, [&](const PowerPlantYear& other) {
      return other.year == plant->year && other.plant == plant->plant;
    });
    if (earlier != data.power_plants.end())
      table->refuse(kPlant,
                    {{"{} stands already in {}", "{} se trouve déjà à la {}"},
                     table->shown(kPlant),
                     place_text(data, earlier->place)},
                    {{"remove one of the two rows, or correct its year",
                      "supprimez l'une des deux lignes, ou corrigez son année"}});
    if (!table->row_is_good()) continue;
    plant->place = appended.place_of(table->row());
    appended.add(*std::move(plant));
  }
  Problems problems = table->finish();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  appended.keep(source);
  return {};
}

}  // namespace openitmo::files
