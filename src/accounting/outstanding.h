#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

// What a host authorized and has not yet first transferred (rulebook R-059).
namespace openitmo::accounting {

struct OutstandingAuthorization {
  std::string authorization;
  std::uint64_t entry = 0;  // of the version in force
  // In t CO2 eq as the Party counts them, rounded up where converted; absent where the
  // authorization states no quantity (4/CMA.6 para 5(h): it is optional).
  std::optional<TonnesCo2eq> quantity_t_co2eq;
};

// Of the authorizations in force on `day` for activities that `party` hosts; those that are used up
// and those that it accounts for by a non-GHG indicator are left out.
std::vector<OutstandingAuthorization> outstanding_authorizations(const ledger::Ledger& ledger,
                                                                 PartyId party, Date day);

// Their sum; absent when one of them states no quantity.
std::optional<TonnesCo2eq> sum_of(const std::vector<OutstandingAuthorization>& outstanding);

}  // namespace openitmo::accounting
