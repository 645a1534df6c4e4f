#pragma once

#include <optional>

#include "ledger/ledger.h"
#include "ledger/refusal.h"

// What the ledger asks of a verifier's opinion. Signatures are checked in registry/decide_act.h.
namespace openitmo::ledger {

// The opinion of a conclusion on a recorded report is there where the verifier has a key in force
// on `date`, only there, and its text is what the journal says. `activities` are those before the
// conclusion; `demonstration` as in activity/opinion.h.
std::optional<Refusal> broken_opinion(const activity::Activities& activities, Date date,
                                      const ConcludeVerification& conclusion, bool demonstration);

// Whether the report belongs to a fictitious cooperative approach.
bool is_demonstration(const Ledger& ledger, const std::string& report);

}  // namespace openitmo::ledger
