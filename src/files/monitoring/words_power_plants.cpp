#include <array>

#include "files/monitoring/words.h"

namespace openitmo::files {
namespace {

constexpr std::array<Column, 9> kPowerPlants{{
    {.shown = {"Year", "Année"}, .names = "year|annee"},
    {.shown = {"Plant", "Centrale"}, .names = "plant|power plant|unit|centrale|groupe"},
    {.shown = {"Fuel", "Combustible"}, .names = "fuel|energy source|combustible|source d energie"},
    {.shown = {"Generation (MWh)", "Production (MWh)"},
     .names = "generation|net generation|production|production nette",
     .measure = Measure::energy},
    {.shown = {"Fuel consumption (t)", "Consommation de combustible (t)"},
     .names = "fuel consumption|fuel mass|consommation de combustible|consommation",
     .required = false,
     .measure = Measure::mass},
    {.shown = {"Efficiency (%)", "Rendement (%)"},
     .names = "efficiency|rendement",
     .required = false,
     .measure = Measure::share},
    {.shown = {"Commissioned", "Mise en service"},
     .names = "commissioned|commissioning year|started|mise en service|annee de mise en service"},
    {.shown = {"Low-cost or must-run", "Bas coût ou marche obligée"},
     .names = "low cost or must run|must run|low cost|bas cout ou marche obligee|marche obligee|"
              "bas cout",
     .required = false},
    {.shown = {"Registered activity", "Activité enregistrée"},
     .names = "registered activity|registered|cdm|activite enregistree|mdp",
     .required = false},
}};

struct FuelWords {
  mrv::PlantFuel fuel;
  std::string_view names;
};
constexpr std::array<FuelWords, 5> kFuels{{
    {mrv::PlantFuel::none,
     "none|hydro|hydropower|wind|solar|geothermal|nuclear|aucun|hydraulique|hydroelectricite|"
     "eolien|eolienne|solaire|geothermie|nucleaire"},
    {mrv::PlantFuel::heavy_oil, "heavy oil|heavy fuel oil|hfo|fuel oil|fioul lourd|fuel lourd"},
    {mrv::PlantFuel::diesel, "diesel|gas oil|gasoil|gazole|diesel oil"},
    {mrv::PlantFuel::natural_gas, "natural gas|gas|gaz naturel|gaz"},
    {mrv::PlantFuel::coal, "coal|bituminous coal|charbon|houille"},
}};

}  // namespace

std::span<const Column> power_plants::columns() { return kPowerPlants; }

std::optional<mrv::PlantFuel> power_plants::find_fuel(std::string_view text) {
  const std::string form = normal_form(text);
  for (const FuelWords& words : kFuels)
    if (is_among(form, words.names)) return words.fuel;
  return std::nullopt;
}

}  // namespace openitmo::files
