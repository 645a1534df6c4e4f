#include "mrv/parameters.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace openitmo::mrv {
namespace {

TEST(Parameters, EverySymbolIsUniqueInRangeAndSourced) {
  std::set<std::string_view> symbols;
  for (const Parameter& p : parameter_table()) {
    EXPECT_TRUE(symbols.insert(p.symbol).second) << p.symbol;
    EXPECT_LE(p.lowest, p.default_value) << p.symbol;
    EXPECT_LE(p.default_value, p.highest) << p.symbol;
    EXPECT_FALSE(p.source.empty() || p.unit.empty() || p.name.empty()) << p.symbol;
  }
}

// A distribution that leaves out its own default would be a slip of the table.
TEST(Parameters, EveryUncertaintySurroundsTheDefault) {
  for (const Parameter& p : parameter_table()) {
    const StatedUncertainty& stated = p.uncertainty;
    if (!stated.is_stated()) continue;
    EXPECT_NE(p.default_value, 0) << p.symbol;
    EXPECT_LE(p.default_value, stated.at_most) << p.symbol;
    if (!stated.is_relative) {
      EXPECT_LE(stated.low, p.default_value) << p.symbol;
      EXPECT_LE(p.default_value, stated.high) << p.symbol;
    }
  }
}

TEST(Parameters, EveryIndexedSymbolIsInTheTable) {
  for (const ClimateZone zone : kClimateZones) {
    EXPECT_NE(find_parameter(model_correction_symbol(zone)), nullptr);
    for (const WasteType type : kWasteTypes) {
      const bool decays = is_degradable(type);
      EXPECT_EQ(find_parameter(decay_rate_symbol(zone, type)) != nullptr, decays) << name_of(type);
    }
  }
  for (const WasteType type : kWasteTypes)
    EXPECT_NE(find_parameter(degradable_carbon_symbol(type)), nullptr);
  for (const DisposalSite site : kDisposalSites)
    EXPECT_NE(find_parameter(correction_factor_symbol(site)), nullptr);
}

// Dry and humid, tropical and temperate must not be mixed up: one such slip doubles a baseline.
TEST(Parameters, DakarIsDryAndZiguinchorWet) {
  EXPECT_EQ(
      find_parameter(decay_rate_symbol(ClimateZone::tropical_dry, WasteType::food))->default_value,
      0.085);
  EXPECT_EQ(
      find_parameter(decay_rate_symbol(ClimateZone::tropical_wet, WasteType::food))->default_value,
      0.4);
  EXPECT_EQ(model_correction_symbol(ClimateZone::tropical_dry), "phi.B.dry");
  EXPECT_EQ(model_correction_symbol(ClimateZone::tropical_wet), "phi.B.humid");
}

TEST(Parameters, NamesReadBack) {
  for (const ClimateZone zone : kClimateZones) EXPECT_EQ(find_climate_zone(name_of(zone)), zone);
  for (const DisposalSite site : kDisposalSites) EXPECT_EQ(find_disposal_site(name_of(site)), site);
  EXPECT_FALSE(find_climate_zone("Tropical dry").has_value());
}

// Set OPENITMO_UPDATE_DOCS=1 to write the page anew.
TEST(Parameters, DocumentationPageIsUpToDate) {
  const std::filesystem::path page =
      std::filesystem::path(OPENITMO_SOURCE_DIR) / "docs/methodologies/parameters.md";
  if (std::getenv("OPENITMO_UPDATE_DOCS") != nullptr) std::ofstream(page) << parameters_markdown();
  std::stringstream text;
  text << std::ifstream(page).rdbuf();
  EXPECT_EQ(text.str(), parameters_markdown()) << "stale: " << page;
}

}  // namespace
}  // namespace openitmo::mrv
