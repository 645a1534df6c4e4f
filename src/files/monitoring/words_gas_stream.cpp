#include <array>

#include "files/monitoring/words.h"
#include "mrv/stream/reading.h"

namespace openitmo::files {
namespace {

// In the order of mrv::stream::Channel.
constexpr std::array<Column, 1 + mrv::stream::kChannelCount> kGasStream{{
    {.shown = {"Time", "Heure"},
     .names = "time|date|date time|date and time|datetime|timestamp|date heure|date et heure|"
              "horodatage|heure|time utc|date time utc|heure utc"},
    {.shown = {"Flow to the flare (Nm3/h)", "Débit torchère (Nm3/h)"},
     .names = "flow to flare|flow to the flare|flare flow|gas to flare|flow|gas flow|"
              "debit torchere|debit vers torchere|debit vers la torchere|debit|debit de gaz",
     .required = false,
     .measure = Measure::gas_flow},
    {.shown = {"Flow to the engine (Nm3/h)", "Débit moteur (Nm3/h)"},
     .names = "flow to engine|flow to the engine|engine flow|gas to engine|debit moteur|"
              "debit vers moteur|debit vers le moteur",
     .required = false,
     .measure = Measure::gas_flow},
    {.shown = {"Flow to the boiler (Nm3/h)", "Débit chaudière (Nm3/h)"},
     .names = "flow to boiler|flow to the boiler|boiler flow|gas to boiler|debit chaudiere|"
              "debit vers chaudiere|debit vers la chaudiere",
     .required = false,
     .measure = Measure::gas_flow},
    {.shown = {"Methane fraction (%)", "Fraction de méthane (%)"},
     .names = "ch4|methane|ch4 fraction|methane fraction|methane content|fraction de methane|"
              "fraction ch4|teneur en methane",
     .measure = Measure::share},
    {.shown = {"Gas temperature (°C)", "Température du gaz (°C)"},
     .names = "gas temperature|temperature|temperature du gaz|temperature gaz",
     .required = false,
     .measure = Measure::temperature},
    {.shown = {"Gas pressure (mbar)", "Pression du gaz (mbar)"},
     .names = "gas pressure|pressure|pression du gaz|pression gaz|pression",
     .required = false,
     .measure = Measure::pressure},
    {.shown = {"Flame", "Flamme"},
     .names = "flame|flame detected|flare flame|flamme|flamme detectee",
     .required = false},
    {.shown = {"Exhaust temperature (°C)", "Température des fumées (°C)"},
     .names = "exhaust temperature|flare temperature|exhaust gas temperature|"
              "temperature des fumees|temperature fumees|temperature torchere",
     .required = false,
     .measure = Measure::temperature},
    {.shown = {"Methane in the exhaust (kg/h)", "Méthane dans les fumées (kg/h)"},
     .names = "exhaust methane|methane in exhaust|methane in the exhaust|ch4 in exhaust|"
              "methane dans les fumees|ch4 fumees",
     .required = false,
     .measure = Measure::mass_flow},
    {.shown = {"Engine running", "Moteur en marche"},
     .names = "engine running|engine|engine status|engine on|moteur en marche|moteur|etat moteur",
     .required = false},
    {.shown = {"Boiler running", "Chaudière en marche"},
     .names = "boiler running|boiler|boiler status|boiler on|chaudiere en marche|chaudiere|"
              "etat chaudiere",
     .required = false},
}};

}  // namespace

std::span<const Column> gas_stream::columns() { return kGasStream; }

}  // namespace openitmo::files
