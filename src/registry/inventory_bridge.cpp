#include "registry/inventory_bridge.h"

#include "accounting/component_flows.h"

namespace openitmo::registry {

std::vector<mrv::inventory::Activity> activities_of(const Programme& programme,
                                                    const std::vector<ComponentResult>& results) {
  std::vector<mrv::inventory::Activity> activities;
  for (const ProgrammeComponent& component : programme.components) {
    std::vector<const mrv::Quantification*> of_component;
    for (const ComponentResult& result : results)
      if (result.component == component.id) of_component.push_back(&result.quantification);
    activities.push_back(mrv::inventory::activity_of(component.plan, of_component));
  }
  return activities;
}

mrv::inventory::FirstTransferred first_transferred_of(const ProgrammeRun& run, PartyId party) {
  mrv::inventory::FirstTransferred all;
  for (const RegistryState& state : run.registries) {
    if (!state.ledger.serves(party)) continue;
    for (const auto& [key, figure] :
         accounting::first_transferred_by_component(state.ledger, party))
      all[{key.first, key.second.value()}] = {.t_co2eq = figure.quantity_t_co2eq.value(),
                                              .entries = figure.entries};
  }
  return all;
}

}  // namespace openitmo::registry
