#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/date.h"

// What was measured at one component (site), as read from its monitoring files: rows as they stand,
// checked one by one, nothing aggregated yet. Every row keeps its place so that a derivation can
// end there.
namespace openitmo::mrv {

// A file of the data set. `sha256` is 64 lower-case hex digits of its bytes.
struct MonitoringFile {
  std::string path;  // relative to the programme folder
  std::string sha256;
};

// Where a row stands: index into MonitoringData::files, and the row as a person counts it (the
// first line of a text file and the first row of a sheet are 1).
struct Place {
  std::uint32_t file = 0;
  std::uint32_t row = 0;
};

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

// The waste types of IPCC 2006 V5 Table 2.4 as TOOL04 uses them; `inert` covers plastics, metal,
// glass, fines and sand (DOC 0).
enum class WasteType : std::uint8_t { food, garden, paper, wood, textiles, nappies, inert };
inline constexpr std::size_t kWasteTypeCount = 7;
inline constexpr std::array<WasteType, kWasteTypeCount> kWasteTypes{
    WasteType::food,     WasteType::garden,  WasteType::paper, WasteType::wood,
    WasteType::textiles, WasteType::nappies, WasteType::inert};
std::string_view name_of(WasteType type);

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
};

// Diesel delivered to the site's machines, in litres.
struct DieselRecord {
  Date date;
  double litres = 0;
  Place place;
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
};

}  // namespace openitmo::mrv
