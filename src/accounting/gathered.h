#pragma once

#include <map>
#include <span>

#include "accounting/flows.h"
#include "accounting/holdings.h"

// What the accounts of Parties need of a ledger's many rows, taken in one pass over its actions and
// one over its blocks, however many Parties are asked for.
namespace openitmo::accounting {

struct Gathered {
  FlowCells flows;    // in t CO2 eq, as `view` sees them
  Holdings holdings;  // in t CO2 eq, of the whole ledger
  // A first transfer of the Party is dated at its authorization.
  bool dated_at_authorization = false;
};

// Of each of `parties`.
std::map<PartyId, Gathered> gather(const ledger::Ledger& ledger, std::span<const PartyId> parties,
                                   const View& view = {});

}  // namespace openitmo::accounting
