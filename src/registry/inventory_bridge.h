#pragma once

#include <expected>
#include <vector>

#include "mrv/inventory/bridge.h"
#include "registry/run_programme.h"

// The place where the host's inventory of solid waste meets what was first transferred.
namespace openitmo::registry {

// What each component did to waste and gas, in the order of the programme.
std::vector<mrv::inventory::Activity> activities_of(const Programme& programme,
                                                    const std::vector<ComponentResult>& results);

// First transferred by the Party of the inventory, by component and vintage; nothing where no
// registry of the run serves it.
mrv::inventory::FirstTransferred first_transferred_of(const ProgrammeRun& run, PartyId party);

}  // namespace openitmo::registry
