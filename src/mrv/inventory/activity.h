#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "mrv/inventory/pathway.h"
#include "mrv/quantify.h"

// What a component of a programme did to waste and gas, read from its quantified results: the half
// of the bridge that the methodology tells.
namespace openitmo::mrv::inventory {

struct ActivityYear {
  // t wet kept from the disposal site, by type; only what decays there is told by type.
  std::array<double, kWasteTypeCount> diverted_t{};
  double treated_t = 0;            // t wet of all types
  double methane_destroyed_t = 0;  // t CH4 of a metered disposal site
  // The reductions and their parts, t CO2 eq; claimed = disposal + gas - treatment + energy + rest.
  double claimed = 0;
  double disposal = 0;              // methane that the diverted waste would have made (TOOL04)
  double disposal_uncorrected = 0;  // the same before φ·(1 - f)
  double gas = 0;                   // methane of a disposal site that was destroyed
  double treatment = 0;             // what composting or digestion emits
  double energy = 0;                // of power, heat, fuel and material: outside the waste sector
  double rest() const { return claimed - (disposal + gas - treatment + energy); }
};

struct Activity {
  std::string component;
  SiteRole role = SiteRole::none;
  Pathway treatment = Pathway::other;  // composted, digested, or other
  DisposalSite disposal_site = DisposalSite::unmanaged_deep;
  ClimateZone climate = ClimateZone::tropical_dry;
  // The parameters of the methodology for the waste that it keeps from disposal, by this component.
  ParameterSet parameters;
  double ch4_potential = 28;
  std::map<int, ActivityYear> years;
};

// The results of one component, in the order of its monitoring reports.
Activity activity_of(const ComponentPlan& plan, const std::vector<const Quantification*>& results);

}  // namespace openitmo::mrv::inventory
