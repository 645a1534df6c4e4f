#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace openitmo::mrv {

// IPCC 2006 V5 Table 3.3. MAT is the mean annual temperature, MAP the mean annual precipitation,
// PET the potential evapotranspiration. The tropical split is by MAP alone.
enum class ClimateZone : std::uint8_t {
  tropical_dry,   // MAT > 20 °C, MAP < 1000 mm
  tropical_wet,   // MAT > 20 °C, MAP >= 1000 mm
  temperate_dry,  // MAT <= 20 °C, MAP/PET < 1
  temperate_wet,  // MAT <= 20 °C, MAP/PET >= 1
};
inline constexpr std::array kClimateZones{ClimateZone::tropical_dry, ClimateZone::tropical_wet,
                                          ClimateZone::temperate_dry, ClimateZone::temperate_wet};
std::string_view name_of(ClimateZone zone);
std::optional<ClimateZone> find_climate_zone(std::string_view name);
// TOOL04 Table 3 tells humid from dry when it gives φ.
constexpr bool is_humid(ClimateZone zone) {
  return zone == ClimateZone::tropical_wet || zone == ClimateZone::temperate_wet;
}

// The disposal site that the waste would have gone to (TOOL04, MCF).
enum class DisposalSite : std::uint8_t {
  managed_anaerobic,
  managed_semi_aerobic,
  unmanaged_deep,      // 5 m or deeper
  unmanaged_shallow,   // less than 5 m
  settlement_dumping,  // uncontrolled in settlements for want of collection: suppressed demand
};
inline constexpr std::array kDisposalSites{
    DisposalSite::managed_anaerobic, DisposalSite::managed_semi_aerobic,
    DisposalSite::unmanaged_deep, DisposalSite::unmanaged_shallow,
    DisposalSite::settlement_dumping};
std::string_view name_of(DisposalSite site);
std::optional<DisposalSite> find_disposal_site(std::string_view name);

}  // namespace openitmo::mrv
