#pragma once

#include <string>

#include "ledger/rules.h"
#include "ledger/unit_choice.h"

// What acts on units ask of the authorization behind them.
namespace openitmo::ledger {

// The version of an authorization in force on the act's date; `not_authorized` without one.
Result<const Recorded<AuthorizeItmos>*> in_force(const Question& question,
                                                 const std::string& authorization);
// The terms of a unit's authorization on the act's date; those of the first version before it.
const AuthorizeItmos& terms_on(const Question& question, std::uint32_t authorization);
Broken vintage_covered(const AuthorizeItmos& authorization, Vintage vintage);
// The cap of 4/CMA.6 para 5(h), on the cumulative total over all versions.
Broken within_cap(const Question& question, std::uint32_t authorization,
                  const AuthorizeItmos& version, TonnesCo2eq quantity);
// A first transfer still adds for its period when it is recorded now.
Broken still_counts(const Question& question, const AuthorizeItmos& authorization, PartyId host,
                    Vintage vintage);
// Everything that a first transfer of these units asks of their authorization: in force, not first
// transferred before, vintages, periods still open, cap (4/CMA.6 paras 5, 12, 14).
Broken first_transfer_allowed(const Question& question, const UnitChoice& choice);

}  // namespace openitmo::ledger
