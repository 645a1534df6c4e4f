#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mrv/climate.h"
#include "mrv/component_plan.h"
#include "mrv/inventory/pathway.h"
#include "mrv/monitoring_data.h"
#include "mrv/place.h"
#include "quantity/date.h"
#include "quantity/gwp.h"

// What an inventory of the waste sector is made from: choices, and rows of waste statistics as they
// stand in their files.
namespace openitmo::mrv::inventory {

// Which guidelines give DOC_f: one figure for all waste, or one by waste type.
enum class Guidelines : std::uint8_t { ipcc_2006, ipcc_2019 };
inline constexpr std::array kGuidelines{Guidelines::ipcc_2006, Guidelines::ipcc_2019};
std::string_view name_of(Guidelines guidelines);

enum class Incinerator : std::uint8_t {
  continuous_stoker,
  semi_continuous_stoker,
  batch_stoker,
  batch_fluidised
};
inline constexpr std::array kIncinerators{Incinerator::continuous_stoker,
                                          Incinerator::semi_continuous_stoker,
                                          Incinerator::batch_stoker, Incinerator::batch_fluidised};
std::string_view name_of(Incinerator incinerator);

// Waste generated in a year: stated, or population times rate.
struct GenerationRow {
  CalendarYear year;
  std::optional<double> population = {};
  std::optional<double> rate_t_per_person = {};  // t wet/person/a
  std::optional<double> generated_t = {};        // t wet
  std::optional<double> uncertainty = {};        // half of the 95 % interval as a share
  Place place = {};

  // Of a row that was checked: it states one of the two.
  double t_wet() const { return generated_t ? *generated_t : *population * *rate_t_per_person; }
};

// Waste that went one way in a year: a share of what was generated, or a mass. A share holds until
// the next row of its pathway, a mass for its own year.
struct TreatmentRow {
  CalendarYear year;
  Pathway pathway = Pathway::other;
  std::optional<double> share = {};
  std::optional<double> mass_t = {};  // t wet
  std::optional<double> uncertainty = {};
  Place place = {};
};

// Composition of the waste that reaches disposal sites, wet mass fractions. A survey holds from its
// year until the next one; the first also for the years before it.
struct CompositionRow {
  CalendarYear year;
  std::array<double, kWasteTypeCount> fractions{};
  std::optional<double> uncertainty = {};
  Place place = {};
};

// Methane of a disposal site that was recovered and burnt, t CH4.
struct RecoveryRow {
  CalendarYear year;
  Pathway site = Pathway::managed_anaerobic;
  double methane_t = 0;
  std::optional<double> uncertainty = {};
  Place place = {};
};

struct InventoryData {
  std::vector<MonitoringFile> files = {};
  std::vector<GenerationRow> generation = {};
  std::vector<TreatmentRow> treatment = {};
  std::vector<CompositionRow> composition = {};
  std::vector<RecoveryRow> recovery = {};
};

struct InventoryPlan {
  std::string party;
  std::string version;  // of the inventory, such as "BTR1"
  CalendarYear first_year;
  CalendarYear last_year;
  Guidelines guidelines = Guidelines::ipcc_2006;
  ClimateZone climate = ClimateZone::tropical_dry;
  GwpSet gwp = gwp_ar5();
  bool has_surveys = false;      // composition from rows; otherwise the default of Western Africa
  bool counts_recovery = false;  // otherwise R is 0, the default of IPCC 2006 V5 Ch 3
  Incinerator incinerator = Incinerator::continuous_stoker;
  std::set<Pathway> not_occurring = {};  // notation key NO: emissions are 0, and known to be
  std::vector<ParameterOverride> overrides = {};
};

}  // namespace openitmo::mrv::inventory
