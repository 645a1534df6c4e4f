#pragma once

#include <map>
#include <string>
#include <utility>

#include "accounting/flows.h"

namespace openitmo::accounting {

// What a Party first transferred, by the component that its units were issued to and by vintage,
// with the entries of the first transfers. The sum is that of flows_of() for units counted in
// t CO2 eq that were issued in this registry.
using ComponentFlows = std::map<std::pair<std::string, Vintage>, Figure>;
ComponentFlows first_transferred_by_component(const ledger::Ledger& ledger, PartyId party,
                                              const View& view = {});

}  // namespace openitmo::accounting
