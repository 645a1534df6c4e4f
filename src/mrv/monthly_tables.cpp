#include <algorithm>
#include <array>

#include "mrv/monthly_table.h"

namespace openitmo::mrv {

namespace {

constexpr double kTonnesMax = 1e6;
constexpr double kHoursMax = 745;  // where the clock is put back

constexpr std::array<MonthlyColumn, 10> kGas{{
    {.symbol = "V_flare,m",
     .key = "flare_volume",
     .unit = "m3",
     .name = {"Dry gas to the flare (Nm3)", "Gaz sec vers la torchère (Nm3)"},
     .headers = "gas to flare|dry gas to flare|flare volume|volume to flare|gaz vers torchere|"
                "gaz sec vers torchere|volume torchere",
     .highest = 1e9,
     .instrument = {"gas meter of the flare", "compteur de gaz de la torchère"},
     .accuracy = "U.gas_volume",
     .required = false},
    {.symbol = "v_CH4,m",
     .key = "methane_fraction",
     .unit = "1",
     .name = {"Methane fraction (%)", "Fraction de méthane (%)"},
     .headers = "ch4 fraction|methane fraction|ch4|methane|methane content|fraction de methane|"
                "fraction ch4|teneur en methane",
     .highest = 1,
     .instrument = {"methane analyser", "analyseur de méthane"},
     .accuracy = "U.methane_fraction",
     .required = false},
    {.symbol = "F_CH4,sent_flare,m",
     .key = "flare_methane",
     .unit = "t CH4",
     .name = {"Methane to the flare (t)", "Méthane vers la torchère (t)"},
     .headers = "methane to flare|ch4 to flare|methane sent to flare|methane vers torchere|"
                "ch4 vers torchere",
     .highest = kTonnesMax,
     .instrument = {"gas meter and methane analyser", "compteur de gaz et analyseur de méthane"},
     .accuracy = "U.methane_mass",
     .required = false},
    {.symbol = "η_flare,m",
     .key = "flare_efficiency",
     .unit = "1",
     .name = {"Flare efficiency (%)", "Rendement de la torchère (%)"},
     .headers = "flare efficiency|efficiency|eta flare|rendement de la torchere|"
                "rendement torchere|rendement",
     .highest = 1,
     .instrument = {"flame, temperature and flow of the flare (TOOL06)",
                    "flamme, température et débit de la torchère (TOOL06)"},
     .accuracy = "U.flare_efficiency",
     .required = false},
    {.symbol = "F_CH4,EL,m",
     .key = "engine_methane",
     .unit = "t CH4",
     .name = {"Methane to the engines (t)", "Méthane vers les moteurs (t)"},
     .headers = "methane to engine|methane to engines|ch4 to engine|methane vers moteur|"
                "methane vers moteurs|ch4 vers moteur",
     .highest = kTonnesMax,
     .instrument = {"gas meter and methane analyser", "compteur de gaz et analyseur de méthane"},
     .accuracy = "U.methane_mass",
     .required = false},
    {.symbol = "h_EL,m",
     .key = "engine_hours",
     .unit = "h",
     .name = {"Engine hours (h)", "Heures des moteurs (h)"},
     .headers = "engine hours|operating hours|hours of operation|heures moteur|heures moteurs|"
                "heures de marche",
     .highest = kHoursMax,
     .instrument = {"hour counter", "compteur horaire"},
     .accuracy = "U.hours",
     .required = false},
    {.symbol = "F_CH4,HG,m",
     .key = "boiler_methane",
     .unit = "t CH4",
     .name = {"Methane to the boilers (t)", "Méthane vers les chaudières (t)"},
     .headers = "methane to boiler|methane to boilers|ch4 to boiler|methane vers chaudiere|"
                "methane vers chaudieres",
     .highest = kTonnesMax,
     .instrument = {"gas meter and methane analyser", "compteur de gaz et analyseur de méthane"},
     .accuracy = "U.methane_mass",
     .required = false},
    {.symbol = "h_HG,m",
     .key = "boiler_hours",
     .unit = "h",
     .name = {"Boiler hours (h)", "Heures des chaudières (h)"},
     .headers = "boiler hours|heures chaudiere|heures chaudieres",
     .highest = kHoursMax,
     .instrument = {"hour counter", "compteur horaire"},
     .accuracy = "U.hours",
     .required = false},
    {.symbol = "F_CH4,NG,m",
     .key = "network_methane",
     .unit = "t CH4",
     .name = {"Methane to the gas network (t)", "Méthane vers le réseau de gaz (t)"},
     .headers = "methane to network|methane to grid|methane supplied|methane vers reseau",
     .highest = kTonnesMax,
     .instrument = {"gas meter and methane analyser", "compteur de gaz et analyseur de méthane"},
     .accuracy = "U.methane_mass",
     .required = false},
    {.symbol = "F_CH4,produced,m",
     .key = "produced_methane",
     .unit = "t CH4",
     .name = {"Methane produced (t)", "Méthane produit (t)"},
     .headers = "methane produced|ch4 produced|methane of the biogas|methane produit|"
                "methane du biogaz",
     .highest = kTonnesMax,
     .instrument = {"gas meter and methane analyser", "compteur de gaz et analyseur de méthane"},
     .accuracy = "U.methane_mass",
     .required = false},
}};

constexpr std::array<MonthlyColumn, 1> kElectricityDelivered{{
    {.symbol = "EG_m",
     .key = "delivered",
     .unit = "MWh",
     .name = {"Net electricity delivered (MWh)", "Électricité nette livrée (MWh)"},
     .headers = "electricity delivered|net electricity|delivered|net generation|exported|"
                "electricity exported|electricite livree|electricite nette|livree|production nette",
     .highest = 1e9,
     .instrument = {"electricity meter", "compteur électrique"},
     .accuracy = "U.electricity_meter"},
}};

constexpr std::array<MonthlyColumn, 1> kRecycled{{
    {.symbol = "Q_i,m",
     .key = "mass",
     .unit = "t",
     .name = {"Material recycled (t)", "Matière recyclée (t)"},
     .headers = "mass|amount|quantity|recycled|masse|tonnage|quantite|recycle",
     .highest = kTonnesMax,
     .instrument = {"weighbridge", "pont-bascule"},
     .accuracy = "U.weighbridge"},
}};
constexpr std::array<std::string_view, 3> kMaterials{"HDPE", "LDPE", "PET"};

constexpr std::array<MonthlyColumn, 2> kWaterTable{{
    {.symbol = "d_m",
     .key = "depth",
     .unit = "m",
     .name = {"Depth of the site (m)", "Profondeur de la décharge (m)"},
     .headers = "depth|site depth|profondeur",
     .highest = 200,
     .instrument = {"survey of the site", "levé du site"},
     .accuracy = "U.water_level"},
    {.symbol = "h_w,m",
     .key = "height",
     .unit = "m",
     .name = {"Water table above the base (m)", "Nappe au-dessus de la base (m)"},
     .headers = "water table|water table height|water level|nappe|hauteur de la nappe",
     .highest = 200,
     .instrument = {"borehole gauge", "sonde de forage"},
     .accuracy = "U.water_level"},
}};

constexpr std::array<MonthlyColumn, 1> kRunOff{{
    {.symbol = "Q_RO,m",
     .key = "volume",
     .unit = "m3 water",
     .name = {"Run-off water treated (m3)", "Eaux de ruissellement traitées (m3)"},
     .headers = "run off|run off water|leachate|volume|water|eaux de ruissellement|ruissellement|"
                "lixiviat|lixiviats|eau",
     .highest = 1e7,
     .instrument = {"water meter", "compteur d'eau"},
     .accuracy = "U.other_instrument"},
}};

constexpr std::array<MonthlyColumn, 1> kRainfall{{
    {.symbol = "P_m",
     .key = "depth",
     .unit = "mm",
     .name = {"Rain (mm)", "Pluie (mm)"},
     .headers = "rain|rainfall|precipitation|pluie|pluviometrie|precipitations",
     .highest = 5000,
     .instrument = {"rain gauge", "pluviomètre"},
     .accuracy = "U.other_instrument"},
}};

constexpr std::array<MonthlyTable, 6> kTables{{
    {.key = "gas",
     .name = {"gas records", "relevés de gaz"},
     .subject = {},
     .subject_headers = {},
     .subjects = {},
     .columns = kGas},
    {.key = "electricity_delivered",
     .name = {"records of electricity delivered", "relevés d'électricité livrée"},
     .subject = {},
     .subject_headers = {},
     .subjects = {},
     .columns = kElectricityDelivered},
    {.key = "recycled",
     .name = {"records of recycled material", "relevés de matières recyclées"},
     .subject = "material",
     .subject_headers = "material|matiere|materiau",
     .subjects = kMaterials,
     .columns = kRecycled},
    {.key = "water_table",
     .name = {"readings of the water table", "relevés de la nappe"},
     .subject = {},
     .subject_headers = {},
     .subjects = {},
     .columns = kWaterTable},
    {.key = "run_off",
     .name = {"records of run-off water", "relevés des eaux de ruissellement"},
     .subject = {},
     .subject_headers = {},
     .subjects = {},
     .columns = kRunOff},
    {.key = "rainfall",
     .name = {"records of rain", "relevés de pluie"},
     .subject = {},
     .subject_headers = {},
     .subjects = {},
     .columns = kRainfall,
     .is_background = true},
}};

}  // namespace

std::span<const MonthlyTable> monthly_tables() { return kTables; }

const MonthlyTable* find_monthly_table(std::string_view key) {
  const auto table = std::ranges::find(kTables, key, &MonthlyTable::key);
  return table == kTables.end() ? nullptr : &*table;
}

}  // namespace openitmo::mrv
