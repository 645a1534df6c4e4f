#pragma once

#include "ledger/ledger.h"
#include "ledger/refusal.h"

namespace openitmo::ledger {

// Whether the act may be recorded, as what. Reads the ledger, changes nothing; a column of checks,
// each a rule with its paragraph, the most general first. `envelope` says when it takes effect and
// when it is recorded; both are part of the question, never read from a clock.
Result<Event> decide(const Ledger& ledger, const Envelope& envelope, const Command& command);

// The same for a change of the registry's key, which is no command of the rulebook.
Result<Event> decide(const Ledger& ledger, const Envelope& envelope, const KeyChanged& change);

// The standing of a Party on a date: the first responsibility of 2/CMA.3 annex para 4 that it has
// not shown, if any. The same question is asked at authorization, first transfer and use.
std::optional<Requirement> unmet_requirement(const Ledger& ledger, PartyId party, Date date);

}  // namespace openitmo::ledger
