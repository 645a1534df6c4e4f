#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mrv/monitoring_data.h"
#include "quantity/language.h"

// The words of monitoring files, English and French: names of columns, units, materials, waste
// types. All of them stand in words.cpp.
namespace openitmo::files {

enum class Unit : std::uint8_t {
  none,
  kg,
  t,
  kwh,
  mwh,
  litre,
  percent,
  fraction,
  t_co2eq,
  normal_m3,  // at 0 °C and 101,325 Pa
  hour,
  metre,
  m3_per_h,         // at the gas's own temperature and pressure
  normal_m3_per_h,  // at 0 °C and 101,325 Pa
  celsius,
  kelvin,
  pascal,
  millibar,
  kilopascal,
  bar,
  kg_per_h,
  m3,          // of water
  millimetre,  // of rain
};
std::string_view name_of(Unit unit);

// What a column measures, which says the units it may have.
enum class Measure : std::uint8_t {
  nothing,
  mass,
  energy,
  volume,
  share,
  emissions,
  gas_volume,
  time,
  length,
  gas_flow,
  temperature,
  pressure,
  mass_flow,
  water_volume,
  rain,
  counted,  // what a register counts: energy, volume, mass or hours
};

struct Column {
  Words shown{"column", "colonne"};  // for messages: "Gross (kg)"; a name that is accepted
  std::string_view names;            // accepted names in normal form, split by "|"
  bool required = true;
  Measure measure = Measure::nothing;
};

// Lower case, without accents, with one space where there was punctuation: "Poids_Brut (kg)"
// becomes "poids brut kg". The percent sign stays.
std::string normal_form(std::string_view text);

// Nothing for a text that names no unit.
std::optional<Unit> find_unit(std::string_view text);
bool fits(Unit unit, Measure measure);
Words units_of(Measure measure);  // "kg or t", for messages

// The column that a header names, with the unit as it is written there ("" when there is none).
struct HeaderMatch {
  std::size_t column = 0;
  std::string unit_text;
};
std::optional<HeaderMatch> match_header(std::string_view header, std::span<const Column> columns);

std::optional<mrv::Material> find_material(std::string_view text);
std::optional<mrv::WasteType> find_waste_type(std::string_view text);
// Whether a word is among names split by "|".
bool is_among(std::string_view word, std::string_view names);
// "1", "on", "oui", "marche", ... and their contraries.
std::optional<bool> find_flag(std::string_view text);
// The columns of each kind of file. A reader knows them by their place here.
namespace weighbridge {
enum : std::size_t { kTicket, kDate, kTime, kCategory, kMaterial, kGross, kTare, kNet };
std::span<const Column> columns();
}  // namespace weighbridge

namespace composition {
enum : std::size_t { kSample, kDate, kFirstWaste };
std::span<const Column> columns();  // from kFirstWaste on: one per kind of waste
// What a column of waste counts towards: metal, glass, sand count towards inert.
mrv::WasteType type_of(std::size_t column);
}  // namespace composition

namespace electricity {
enum : std::size_t { kMonth, kConsumption };
std::span<const Column> columns();
}  // namespace electricity

namespace diesel {
enum : std::size_t { kDate, kVolume };
std::span<const Column> columns();
}  // namespace diesel

namespace meters {
enum : std::size_t { kMeter, kDate, kReading, kEvent };
std::span<const Column> columns();
std::optional<mrv::MeterEvent> find_event(std::string_view text);
}  // namespace meters

namespace laboratory {
enum : std::size_t {
  kSample,
  kAnalyte,
  kTaken,
  kAnalysed,
  kLaboratory,
  kAccreditation,
  kMethod,
  kDetectionLimit,
  kResult,
  kUnit,
  kUncertainty
};
std::span<const Column> columns();
}  // namespace laboratory

namespace gas_stream {
inline constexpr std::size_t kTime = 0;
std::span<const Column> columns();  // the time, then one per channel
}  // namespace gas_stream

namespace power_plants {
enum : std::size_t {
  kYear,
  kPlant,
  kFuel,
  kGeneration,
  kFuelMass,
  kEfficiency,
  kCommissioned,
  kLowCost,
  kRegistered
};
std::span<const Column> columns();
std::optional<mrv::PlantFuel> find_fuel(std::string_view text);
}  // namespace power_plants

namespace declared_waste {
enum : std::size_t { kYear, kType, kMass };
std::span<const Column> columns();
}  // namespace declared_waste

namespace declared_export {
enum : std::size_t { kYear, kEnergy };
std::span<const Column> columns();
}  // namespace declared_export

namespace declared_emissions {
enum : std::size_t { kYear, kEmissions, kSource };
std::span<const Column> columns();
}  // namespace declared_emissions

}  // namespace openitmo::files
