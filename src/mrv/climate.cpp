#include "mrv/climate.h"

namespace openitmo::mrv {

std::string_view name_of(ClimateZone zone) {
  switch (zone) {
    case ClimateZone::tropical_dry:
      return "tropical_dry";
    case ClimateZone::tropical_wet:
      return "tropical_wet";
    case ClimateZone::temperate_dry:
      return "temperate_dry";
    case ClimateZone::temperate_wet:
      return "temperate_wet";
  }
  return {};
}

std::optional<ClimateZone> find_climate_zone(std::string_view name) {
  for (const ClimateZone zone : kClimateZones)
    if (name_of(zone) == name) return zone;
  return std::nullopt;
}

std::string_view name_of(DisposalSite site) {
  switch (site) {
    case DisposalSite::managed_anaerobic:
      return "managed_anaerobic";
    case DisposalSite::managed_semi_aerobic:
      return "managed_semi_aerobic";
    case DisposalSite::unmanaged_deep:
      return "unmanaged_deep";
    case DisposalSite::unmanaged_shallow:
      return "unmanaged_shallow";
    case DisposalSite::settlement_dumping:
      return "settlement_dumping";
  }
  return {};
}

std::optional<DisposalSite> find_disposal_site(std::string_view name) {
  for (const DisposalSite site : kDisposalSites)
    if (name_of(site) == name) return site;
  return std::nullopt;
}

}  // namespace openitmo::mrv
