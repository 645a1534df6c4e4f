#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/laboratory.h"
#include "mrv/meter.h"
#include "mrv/monthly_table.h"
#include "mrv/place.h"
#include "mrv/power_plant.h"
#include "mrv/stream_correction.h"
#include "quantity/date.h"

// What was measured at one component (site), as read from its monitoring files: rows as they stand,
// checked one by one, nothing aggregated yet. Every row keeps its place so that a derivation can
// end there.
namespace openitmo::mrv {

// A ticket number of up to 23 bytes, kept inline: a year of tickets is read without allocation.
class TicketId {
 public:
  static constexpr std::size_t kMaxSize = 23;
  TicketId() = default;
  // `text` must not be longer than kMaxSize; the reader refuses such a row first.
  explicit TicketId(std::string_view text) : size_(static_cast<std::uint8_t>(text.size())) {
    text.copy(text_.data(), kMaxSize);
  }
  std::string_view view() const { return {text_.data(), size_}; }
  bool operator==(const TicketId& other) const { return view() == other.view(); }

 private:
  std::array<char, kMaxSize> text_{};
  std::uint8_t size_ = 0;
};

enum class Material : std::uint8_t {
  waste_in,     // waste arriving for treatment
  residue_out,  // sorting residue leaving for a disposal site
  compost_out,  // compost leaving the site
};

// One weighing. Masses in kg wet, gross >= tare; net mass = gross_kg - tare_kg.
struct WeighbridgeTicket {
  TicketId id;
  Instant time;
  Material material = Material::waste_in;
  std::uint8_t truck_category = 0;  // index into MonitoringData::truck_categories
  std::int32_t gross_kg = 0;
  std::int32_t tare_kg = 0;
  Place place;
};

// The waste types of IPCC 2006 V5 Table 2.4 as TOOL04 uses them; `inert` covers metal, glass, fines
// and sand. Plastics and rubber hold carbon that burns but does not decay.
enum class WasteType : std::uint8_t {
  food,
  garden,
  paper,
  wood,
  textiles,
  nappies,
  inert,
  plastics,
  rubber
};
inline constexpr std::size_t kWasteTypeCount = 9;
inline constexpr std::array<WasteType, kWasteTypeCount> kWasteTypes{
    WasteType::food,  WasteType::garden,   WasteType::paper,
    WasteType::wood,  WasteType::textiles, WasteType::nappies,
    WasteType::inert, WasteType::plastics, WasteType::rubber};
std::string_view name_of(WasteType type);
// Whether it decays to methane at a disposal site (DOC above 0).
constexpr bool is_degradable(WasteType type) {
  return type != WasteType::inert && type != WasteType::plastics && type != WasteType::rubber;
}

// One composition sample of incoming waste: wet mass fractions, which sum to 1 within 0.001.
struct CompositionSample {
  std::string id;
  Date date;
  std::array<double, kWasteTypeCount> fractions{};
  Place place;
};

// Electricity drawn from the grid in one calendar month, MWh.
struct ElectricityRecord {
  CalendarYear year;
  unsigned month = 1;
  double consumption_mwh = 0;
  Place place;
  Evidence rows = {};  // of a month between readings of a meter, instead of the one place
};

// Diesel delivered to the site's machines, in litres.
struct DieselRecord {
  Date date;
  double litres = 0;
  Place place;
  Evidence rows = {};  // as of an ElectricityRecord
};

// The three below are amounts per calendar year that are declared instead of metered: an ex-ante
// estimate, or the figures of a published project document. They have no tickets behind them, and a
// derivation calls them assumed.

// Waste treated instead of disposed of, t wet.
struct DeclaredAmount {
  CalendarYear year;
  WasteType type = WasteType::inert;
  double tonnes_wet = 0;
  Place place;
};

// Net electricity delivered to the grid, MWh.
struct DeclaredElectricityExport {
  CalendarYear year;
  double mwh = 0;
  Place place;
};

// Project emissions as a whole, t CO2 eq, with the document that states them.
struct DeclaredProjectEmissions {
  CalendarYear year;
  double tonnes_co2eq = 0;
  std::string source;
  Place place;
};

struct MonitoringData {
  std::string component;
  std::vector<MonitoringFile> files;
  std::vector<std::string> truck_categories;
  std::vector<WeighbridgeTicket> tickets;
  std::vector<CompositionSample> composition;
  std::vector<ElectricityRecord> electricity;
  std::vector<DieselRecord> diesel;
  std::vector<DeclaredAmount> declared_waste = {};
  std::vector<DeclaredElectricityExport> declared_electricity_export = {};
  std::vector<DeclaredProjectEmissions> declared_project_emissions = {};
  std::vector<PowerPlantYear> power_plants = {};  // of the grid
  // Rows of the tables of monthly_tables(), by the key of their table.
  std::map<std::string, std::vector<MonthlyRow>, std::less<>> monthly = {};

  // Readings of registers and results of analyses; counted_data.h says what they add to the lists
  // above.
  std::vector<Meter> meters = {};
  LaboratoryRecord laboratory = {};

  // Where readings at a fixed interval became rows of the table "gas".
  std::optional<StreamRecord> stream = {};

  // The rows of one of them; none where the component has no such table.
  const std::vector<MonthlyRow>& rows_of(std::string_view table) const;
};

}  // namespace openitmo::mrv
